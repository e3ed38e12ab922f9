import type { SuggestionEvent } from '../../shared/api/suggestions.ts';
import type { Citation } from '../../shared/protocol/index.ts';

/** A reply that is suggested to an operator, from the question to what the operator makes of it. */
export type SuggestedState =
  | { is: 'off' }
  /** `text` grows while it is written. */
  | { is: 'writing'; text: string; nextIndex: number }
  | { is: 'ready'; text: string; citations: readonly Citation[] }
  /** The knowledge holds nothing on it. */
  | { is: 'nothing' }
  | { is: 'failed'; why: string };

export const off: SuggestedState = { is: 'off' };
export const asked: SuggestedState = { is: 'writing', text: '', nextIndex: 0 };

const outage = 'The bot’s model does not answer just now.';

/** Takes in an event of the draft; index 0 begins anew, and the end replaces whatever came before it. */
export function withSuggestionEvent(state: SuggestedState, event: SuggestionEvent): SuggestedState {
  if (state.is !== 'writing') return state;
  if (event.type === 'delta') {
    if (event.index !== 0 && event.index !== state.nextIndex) return state;
    const before = event.index === 0 ? '' : state.text;
    return { is: 'writing', text: before + event.text, nextIndex: event.index + 1 };
  }
  const { content, citations, reason } = event;
  if (content !== null) return { is: 'ready', text: content, citations };
  return reason === 'outage' ? { is: 'failed', why: outage } : { is: 'nothing' };
}

/** What is shown in grey behind what is typed; nothing where there is none. */
export function ghostOf(state: SuggestedState, typed: string): string {
  const text = state.is === 'ready' || state.is === 'writing' ? state.text : '';
  return text !== '' && /\S$/.test(typed) ? ` ${text}` : text;
}
