import { CrawlError } from './crawl-error.ts';
import { selectorChars, selectorSteps } from './limits.ts';

type Attributes = Readonly<Record<string, string>>;
type Test = (name: string, attributes: Attributes) => boolean;
type Step = {
  readonly tests: readonly Test[];
  readonly after: 'start' | 'ancestor' | 'parent';
  readonly last: boolean;
};

/** Which steps of a selector an element, and any of its ancestors, have matched: one bit each. */
export type SelectorState = { readonly own: number; readonly above: number };
export const selectorStart: SelectorState = { own: 0, above: 0 };

export type Selector = {
  /** An element's state from its parent's; one pass and constant work a step, whatever the page or the selector. */
  enter(parent: SelectorState, name: string, attributes: Attributes): SelectorState;
  matches(state: SelectorState): boolean;
};

const IDENT = String.raw`-?[a-z_\u0080-\uffff][\w\u0080-\uffff-]*`;
const SIMPLE = new RegExp(
  String.raw`(\*)|([#.]?)(${IDENT})|\[\s*(${IDENT})\s*(?:([~^$*|]?=)\s*(?:"([^"]*)"|'([^']*)'|(${IDENT}))\s*)?\]`,
  'iy',
);
const COMBINATOR = /\s*([>,])\s*|\s+/y;

/** Parses a CSS selector of tags, #id, .class, [attribute] joined by space, ">" and ","; throws CrawlError. */
export function parseSelector(text: string): Selector {
  if (text.length > selectorChars) throw new CrawlError('invalid_selector');
  const steps = parseSteps(text.trim());
  return {
    enter(parent, name, attributes) {
      const reach = { start: -1, parent: parent.own << 1, ancestor: parent.above << 1 };
      let own = 0;
      steps.forEach(({ tests, after }, index) => {
        const bit = 1 << index;
        if ((reach[after] & bit) !== 0 && tests.every((test) => test(name, attributes))) own |= bit;
      });
      return { own, above: parent.above | own };
    },
    matches: ({ own }) => steps.some(({ last }, index) => last && (own & (1 << index)) !== 0),
  };
}

function parseSteps(text: string): readonly Step[] {
  const steps: Step[] = [];
  let after: Step['after'] = 'start';
  let place = 0;
  for (;;) {
    const { tests, end } = parseCompound(text, place);
    COMBINATOR.lastIndex = end;
    const combinator = end < text.length ? COMBINATOR.exec(text) : null;
    const isEnd = end === text.length;
    if (tests.length === 0 || (combinator === null && !isEnd)) throw new CrawlError('invalid_selector');
    steps.push({ tests, after, last: isEnd || combinator?.[1] === ',' });
    if (steps.length > selectorSteps) throw new CrawlError('invalid_selector');
    if (isEnd) return steps;
    after = combinator?.[1] === ',' ? 'start' : combinator?.[1] === '>' ? 'parent' : 'ancestor';
    place = COMBINATOR.lastIndex;
  }
}

function parseCompound(text: string, start: number): { tests: Test[]; end: number } {
  const tests: Test[] = [];
  let end = start;
  for (;;) {
    SIMPLE.lastIndex = end;
    const match = SIMPLE.exec(text);
    const isTag = match?.[1] !== undefined || match?.[2] === '';
    if (match === null || (isTag && end !== start)) return { tests, end };
    tests.push(parseSimple(match));
    end = SIMPLE.lastIndex;
  }
}

function parseSimple([, any, sign, ident, attribute, operator, ...values]: RegExpExecArray): Test {
  if (any !== undefined) return () => true;
  if (ident === undefined) return attributeTest((attribute ?? '').toLowerCase(), operator, values);
  if (sign === '#') return (_, { id }) => id === ident;
  if (sign === '.') return attributeTest('class', '~=', [ident]);
  const tag = ident.toLowerCase();
  return (name) => name === tag;
}

function attributeTest(
  name: string,
  operator: string | undefined,
  values: readonly (string | undefined)[],
): Test {
  const wanted = values.find((value) => value !== undefined) ?? '';
  const holds = (has: string): boolean => {
    if (operator === undefined) return true;
    if (operator === '=') return has === wanted;
    if (operator === '|=') return has === wanted || has.startsWith(`${wanted}-`);
    if (wanted === '') return false;
    if (operator === '~=') return has.includes(wanted) && has.split(/\s+/).includes(wanted);
    if (operator === '^=') return has.startsWith(wanted);
    return operator === '$=' ? has.endsWith(wanted) : has.includes(wanted);
  };
  return (_, attributes) => Object.hasOwn(attributes, name) && holds(attributes[name] ?? '');
}
