/** How many threads that nobody looks at are kept, so that going back to one is instant. */
export const mostIdle = 20;

type Shelved = { id: string; isIdle: boolean; stop(): void };

/** The threads of a desk, by their conversation: those in use, and the ones that were in use last. */
export class ThreadShelf<Thread extends Shelved> {
  readonly #byId = new Map<string, Thread>();
  readonly #make: (id: string) => Thread;

  constructor(make: (id: string) => Thread) {
    this.#make = make;
  }

  /** A conversation's thread, which is now the one that was used last. */
  use(id: string): Thread {
    const thread = this.#byId.get(id) ?? this.#make(id);
    this.#byId.delete(id);
    this.#byId.set(id, thread);
    this.#letGo();
    return thread;
  }

  known(id: string): Thread | undefined {
    return this.#byId.get(id);
  }

  all(): Thread[] {
    return [...this.#byId.values()];
  }

  /** A thread that has something to send stays until it is sent. */
  #letGo(): void {
    const idle = this.all()
      .slice(0, -1)
      .filter(({ isIdle }) => isIdle);
    for (const thread of idle.slice(0, Math.max(0, idle.length - mostIdle))) {
      thread.stop();
      this.#byId.delete(thread.id);
    }
  }
}
