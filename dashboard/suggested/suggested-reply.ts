import { signal } from '@preact/signals';
import { codeOf } from '../../client/http.ts';
import { messageOf } from '../api.ts';
import { fetchSuggestion } from './fetch-suggestion.ts';
import { type SuggestedState, asked, off, withSuggestionEvent } from './suggested-state.ts';

type Ports = {
  conversationId: string;
  /** The session has ended. */
  failed(error: unknown): void;
};

/** A reply that the knowledge suggests. Asked for by the operator alone: each may cost a call of a model. */
export class SuggestedReply {
  readonly state = signal<SuggestedState>(off);
  readonly #ports: Ports;
  #stop: AbortController | null = null;

  constructor(ports: Ports) {
    this.#ports = ports;
  }

  /** Has one drafted, in the place of one that may be there. */
  async ask(): Promise<void> {
    this.dismiss();
    const stop = new AbortController();
    this.#stop = stop;
    this.state.value = asked;
    try {
      for await (const event of fetchSuggestion(this.#ports.conversationId, stop.signal)) {
        if (stop.signal.aborted) return;
        this.state.value = withSuggestionEvent(this.state.value, event);
      }
    } catch (error) {
      if (stop.signal.aborted) return;
      this.state.value = { is: 'failed', why: messageOf(error) };
      if (codeOf(error) === 'unauthorized') this.#ports.failed(error);
    }
  }

  /** Lets go of it; what is still being written is not written on. */
  dismiss(): void {
    this.#stop?.abort();
    this.#stop = null;
    this.state.value = off;
  }
}
