import { describe, expect, it } from 'vitest';
import { at, message, summary } from './fixtures.ts';
import { filterNamed, isUnanswered, listed } from './inbox-filter.ts';

const known = [
  summary('old', { updatedAt: at(1), waitingSince: at(1) }),
  summary('new', { updatedAt: at(9), waitingSince: at(2), assigneeId: 'me' }),
  summary('bot', { updatedAt: at(5), handler: 'bot', waitingSince: at(5) }),
  summary('done', { updatedAt: at(7), status: 'resolved' }),
  summary('answered', { updatedAt: at(3), lastMessage: message(2, { sender: 'operator' }) }),
];
const ids = (...args: Parameters<typeof listed>) => listed(...args).map(({ id }) => id);

describe('filters', () => {
  it('show what fits, newest activity first', () => {
    expect(ids(known, 'open', { operatorId: 'me', floor: null })).toEqual(['new', 'bot', 'answered', 'old']);
    expect(ids(known, 'resolved', { operatorId: 'me', floor: null })).toEqual(['done']);
    expect(ids(known, 'bot', { operatorId: 'me', floor: null })).toEqual(['bot']);
    expect(ids(known, 'unanswered', { operatorId: 'me', floor: null })).toEqual(['new', 'old']);
    expect(ids(known, 'mine', { operatorId: 'me', floor: null })).toEqual(['new']);
    expect(ids(known, 'unassigned', { operatorId: 'me', floor: null })).toEqual(['bot', 'answered', 'old']);
    expect(ids(known, 'all', { operatorId: 'me', floor: null })).toHaveLength(5);
  });

  it('show nothing below what was fetched, where there may be gaps', () => {
    expect(ids(known, 'all', { operatorId: 'me', floor: at(5) })).toEqual(['new', 'done', 'bot']);
  });

  it('know who waits for a person', () => {
    const waiting = { waitingSince: at(1) };
    expect(isUnanswered(summary('a', waiting))).toBe(true);
    expect(isUnanswered(summary('a'))).toBe(false);
    expect(isUnanswered(summary('a', { ...waiting, status: 'resolved' }))).toBe(false);
    expect(isUnanswered(summary('a', { ...waiting, handler: 'bot' }))).toBe(false);
  });

  it('are found by the name in an address', () => {
    expect([filterNamed('bot'), filterNamed('x'), filterNamed(undefined)]).toEqual(['bot', 'open', 'open']);
  });
});
