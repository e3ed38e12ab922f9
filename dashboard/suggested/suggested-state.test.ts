import { expect, it } from 'vitest';
import type { SuggestionEvent } from '../../shared/api/suggestions.ts';
import { type SuggestedState, asked, ghostOf, off, withSuggestionEvent } from './suggested-state.ts';

const delta = (index: number, text: string): SuggestionEvent => ({ type: 'delta', index, text });
const citation = { entryId: 'kbe1', title: 'Refunds', quote: 'Within 30 days.' };
const done = (
  content: string | null,
  reason: 'found' | 'no_answer' | 'outage' = 'found',
): SuggestionEvent => ({ type: 'done', content, citations: content === null ? [] : [citation], reason });
const after = (...events: SuggestionEvent[]) => events.reduce(withSuggestionEvent, asked);

it('grows piece by piece, begins anew at index 0, and leaves out what has a gap before it', () => {
  expect(after(delta(0, 'We '), delta(1, 'ship'))).toMatchObject({ is: 'writing', text: 'We ship' });
  expect(after(delta(0, 'We '), delta(1, 'ship'), delta(0, 'No'))).toMatchObject({ text: 'No' });
  expect(after(delta(0, 'We '), delta(2, 'Norway'))).toMatchObject({ text: 'We ' });
});

it('ends as the server says, whatever came before', () => {
  expect(after(delta(0, 'We'), done('We do ship.'))).toEqual({
    is: 'ready',
    text: 'We do ship.',
    citations: [citation],
  });
  expect(after(delta(0, 'We'), done(null, 'no_answer'))).toEqual({ is: 'nothing' });
  expect(after(done(null, 'outage'))).toMatchObject({ is: 'failed' });
});

it('takes in nothing once it is over', () => {
  expect(withSuggestionEvent(off, delta(0, 'Late'))).toBe(off);
  const ready = after(done('All.'));
  expect(withSuggestionEvent(ready, delta(0, 'Late'))).toBe(ready);
});

it.each([
  ['', 'We ship.'],
  ['Hello Vera,', ' We ship.'],
  ['Hello Vera, ', 'We ship.'],
  ['Hello Vera,\n', 'We ship.'],
])('stands behind %j as %j', (typed, ghost) => {
  const state: SuggestedState = { is: 'ready', text: 'We ship.', citations: [] };
  expect(ghostOf(state, typed)).toBe(ghost);
});

it.each([off, { is: 'nothing' }, asked] as const)('stands nowhere while there is none: $is', (state) => {
  expect(ghostOf(state, 'Hello')).toBe('');
});
