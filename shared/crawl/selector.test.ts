import { describe, expect, test } from 'vitest';
import { parseSelector, selectorStart } from './selector.ts';

type Element = readonly [name: string, attributes?: Record<string, string>];

/** Whether the last of a chain of nested elements matches. */
function matches(selector: string, chain: readonly Element[]): boolean {
  const parsed = parseSelector(selector);
  const state = chain.reduce(
    (above, [name, attributes = {}]) => parsed.enter(above, name, attributes),
    selectorStart,
  );
  return parsed.matches(state);
}

const page: readonly Element[] = [
  ['html'],
  ['body', { class: 'dark wide' }],
  ['main', { id: 'Top', 'data-kind': 'help-page' }],
  ['div', { class: 'faq', lang: 'en-GB' }],
  ['p', {}],
];

describe('a selector', () => {
  test.each([
    '*',
    'p',
    'P',
    'div p',
    'div > p',
    'div>p',
    'main p',
    'body.dark main#Top > div.faq p',
    'body.wide.dark p',
    'html > body > main > div > p',
    'html p, nothing',
    'nothing ,p',
    '[data-kind] p',
    '[DATA-KIND="help-page"] p',
    "[data-kind='help-page'] p",
    '[ data-kind = help-page ] p',
    '[data-kind^=help] p',
    '[data-kind$="page"] p',
    '[data-kind*=lp-p] p',
    '[class~=wide] p',
    '[lang|=en] > p',
    '* * *',
    ' main  div   p ',
  ])('%j matches', (selector) => {
    expect(matches(selector, page)).toBe(true);
  });

  test.each([
    'div',
    'main > p',
    'p p',
    'p div',
    '.fa p',
    '#top p',
    'body.dark.narrow p',
    'main > main p',
    '[data-kind=help] p',
    '[data-kind^=""] p',
    '[data-kind$=""] p',
    '[constructor]',
    '[lang|=e] p',
    '* * * * * *',
    'html > p, body > p',
  ])('%j does not match', (selector) => {
    expect(matches(selector, page)).toBe(false);
  });

  test.each([
    '',
    ' ',
    ',',
    'a,',
    ',a',
    'a >',
    '> a',
    'a > > b',
    'a >, b',
    'a + b',
    'a ~ b',
    'a:hover',
    'a::before',
    'p:nth-child(2)',
    ':has(p)',
    'a:not(.b)',
    '.',
    '#',
    '.1a',
    '.a\\:b',
    '[',
    '[]',
    '[a',
    '[a=]',
    '[a="b]',
    '[a=b i]',
    '#a[b]c',
    '.aa*',
    'a{color:red}',
    'a;b',
    '<p>',
    '//div',
    'a\u0000b',
    '*|a',
    `.${'a'.repeat(200)}`,
    Array.from({ length: 31 }, () => 'a').join(','),
  ])('%j is not understood', (selector) => {
    expect(() => parseSelector(selector)).toThrow(/selector is not understood/);
  });
});
