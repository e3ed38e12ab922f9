import { describe, expect, it } from 'vitest';
import { type Inline, markdownBlocks } from './markdown-blocks.ts';

const plain = (text: string): Inline => ({ kind: 'plain', text });

describe('markdownBlocks', () => {
  it('reads headings, paragraphs, lists and code', () => {
    const text =
      '# Returns #\nWithin **thirty** days.\nBy post.\n\n- One\n- Two\n  goes on\n\n1. First\n\n```js\n# no heading\n```';
    expect(markdownBlocks(text)).toEqual([
      { kind: 'heading', level: 1, content: [plain('Returns')] },
      {
        kind: 'paragraph',
        content: [plain('Within '), { kind: 'strong', text: 'thirty' }, plain(' days.\nBy post.')],
      },
      { kind: 'list', isOrdered: false, items: [[plain('One')], [plain('Two goes on')]] },
      { kind: 'list', isOrdered: true, items: [[plain('First')]] },
      { kind: 'code', text: '# no heading' },
    ]);
  });

  it('makes links of web addresses only', () => {
    expect(markdownBlocks('[Shop](https://example.com/a) [Bad](javascript:alert(1))')).toEqual([
      {
        kind: 'paragraph',
        content: [
          { kind: 'link', text: 'Shop', href: 'https://example.com/a' },
          plain(' [Bad](javascript:alert(1))'),
        ],
      },
    ]);
  });

  it('reads to the end where code is never closed, and leaves lone marks alone', () => {
    expect(markdownBlocks('~~~\nopen')).toEqual([{ kind: 'code', text: 'open' }]);
    expect(markdownBlocks('2 * 3 * 4 = **24')).toEqual([
      { kind: 'paragraph', content: [plain('2 * 3 * 4 = **24')] },
    ]);
  });

  it.each(['', '\n\n', '   '])('has nothing to show for %j', (text) => {
    expect(markdownBlocks(text)).toEqual([]);
  });
});
