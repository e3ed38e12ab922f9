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
const whole = { ceiling: null, floor: null };
const ids = (...args: Parameters<typeof listed>) => listed(...args).map(({ id }) => id);

describe('filters', () => {
  it('show what fits, newest activity first', () => {
    expect(ids(known, 'open', { operatorId: 'me', bounds: whole })).toEqual([
      'new',
      'bot',
      'answered',
      'old',
    ]);
    expect(ids(known, 'resolved', { operatorId: 'me', bounds: whole })).toEqual(['done']);
    expect(ids(known, 'bot', { operatorId: 'me', bounds: whole })).toEqual(['bot']);
    expect(ids(known, 'unanswered', { operatorId: 'me', bounds: whole })).toEqual(['new', 'old']);
    expect(ids(known, 'mine', { operatorId: 'me', bounds: whole })).toEqual(['new']);
    expect(ids(known, 'unassigned', { operatorId: 'me', bounds: whole })).toEqual(['bot', 'answered', 'old']);
    expect(ids(known, 'all', { operatorId: 'me', bounds: whole })).toHaveLength(5);
  });

  it('show nothing below what was fetched, where there may be gaps', () => {
    expect(ids(known, 'all', { operatorId: 'me', bounds: { ceiling: null, floor: at(5) } })).toEqual([
      'new',
      'done',
      'bot',
    ]);
  });

  it('show nothing above what was fetched either', () => {
    expect(ids(known, 'all', { operatorId: 'me', bounds: { ceiling: at(7), floor: at(3) } })).toEqual([
      'done',
      'bot',
      'answered',
    ]);
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
