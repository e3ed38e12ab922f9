import { type Signal, signal } from '@preact/signals';
import { type Draft, outbox } from '../../client/outbox.ts';
import { sender } from '../../client/sender.ts';
import type { Shelf } from '../../client/shelf.ts';

type Ports = {
  shelf: Shelf;
  /** What the names of its drafts begin with. */
  prefix: string;
  /** Stores one draft. Errors: CallError. */
  deliver(draft: Draft): Promise<void>;
};

/** What was written and is not yet known to be stored: shown at once, kept over a reload, sent in order until it is. */
export class Outgoing {
  readonly drafts: Signal<readonly Draft[]>;
  /** Whether sending has already failed once and waits for the next try. */
  readonly isHeldUp = signal(false);
  readonly #box;
  readonly #sender;

  constructor({ shelf, prefix, deliver }: Ports) {
    this.#box = outbox(shelf, prefix);
    this.drafts = signal(this.#box.all());
    this.#sender = sender({
      box: this.#box,
      exclusively: (task) => task(),
      repair: () => false,
      changed: () => this.#show(),
      deliver,
    });
  }

  write(content: string): void {
    this.#box.add(content);
    this.#show();
    this.flush();
  }

  retry(clientId: string): void {
    this.#box.retry(clientId);
    this.#show();
    this.flush();
  }

  /** It is stored, or no longer wanted. */
  remove(clientId: string): void {
    this.#box.remove(clientId);
    this.#show();
  }

  flush(): void {
    void this.#sender.flush();
  }

  stop(): void {
    this.#sender.stop();
  }

  #show(): void {
    this.drafts.value = this.#box.all();
    this.isHeldUp.value = this.#sender.hasFailed();
  }
}

/** The conversations for which something waits to be sent; one for each draft. */
export function unsentIn(shelf: Shelf, prefix: string): string[] {
  return shelf.keys(prefix).flatMap((key) => key.slice(prefix.length).split(/[:#]/)[0] ?? []);
}
