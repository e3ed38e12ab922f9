import { describe, expect, it } from 'vitest';
import { at, message, summary } from './fixtures.ts';
import { filterNamed, isUnanswered, listed } from './inbox-filter.ts';

const known = [
  summary('old', { updatedAt: at(1) }),
  summary('new', { updatedAt: at(9) }),
  summary('bot', { updatedAt: at(5), handler: 'bot' }),
  summary('done', { updatedAt: at(7), status: 'resolved' }),
  summary('answered', { updatedAt: at(3), lastMessage: message(2, { sender: 'operator' }) }),
];
const ids = (...args: Parameters<typeof listed>) => listed(...args).map(({ id }) => id);

describe('filters', () => {
  it('show what fits, newest activity first', () => {
    expect(ids(known, 'open', { floor: null })).toEqual(['new', 'bot', 'answered', 'old']);
    expect(ids(known, 'resolved', { floor: null })).toEqual(['done']);
    expect(ids(known, 'bot', { floor: null })).toEqual(['bot']);
    expect(ids(known, 'unanswered', { floor: null })).toEqual(['new', 'old']);
    expect(ids(known, 'all', { floor: null })).toHaveLength(5);
  });

  it('show nothing below what was fetched, where there may be gaps', () => {
    expect(ids(known, 'all', { floor: at(5) })).toEqual(['new', 'done', 'bot']);
  });

  it('know who waits for a person', () => {
    expect(isUnanswered(summary('a', { lastMessage: message(1, { sender: 'system' }) }))).toBe(true);
    expect(isUnanswered(summary('a', { lastMessage: message(1, { sender: 'operator' }) }))).toBe(false);
    expect(isUnanswered(summary('a', { status: 'resolved' }))).toBe(false);
    expect(isUnanswered(summary('a', { handler: 'bot' }))).toBe(false);
  });

  it('are found by the name in an address', () => {
    expect([filterNamed('bot'), filterNamed('x'), filterNamed(undefined)]).toEqual(['bot', 'open', 'open']);
  });
});
