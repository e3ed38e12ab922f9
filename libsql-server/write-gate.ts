type Waiter = { owner: object; admit: (admitted: boolean) => void };

/** The one write lock of the database, held by a stream and handed on in order of arrival. */
export class WriteGate {
  readonly #waitMs: number;
  readonly #maxWaiting: number;
  readonly #waiting = new Set<Waiter>();
  #holder: object | undefined;

  constructor(limits: { writeWaitMs: number; waitingWriters: number }) {
    this.#waitMs = limits.writeWaitMs;
    this.#maxWaiting = limits.waitingWriters;
  }

  isHeldBy(owner: object): boolean {
    return this.#holder === owner;
  }

  /** Takes the lock at once if it is free. */
  tryEnter(owner: object): boolean {
    if (this.#holder === undefined) this.#holder = owner;
    return this.#holder === owner;
  }

  /** Waits for the lock; resolves to false when the wait is over its limit or too many wait already. */
  enter(owner: object): Promise<boolean> {
    if (this.tryEnter(owner)) return Promise.resolve(true);
    if (this.#waiting.size >= this.#maxWaiting) return Promise.resolve(false);
    return new Promise((resolve) => {
      const waiter: Waiter = {
        owner,
        admit: (admitted) => {
          clearTimeout(timer);
          this.#waiting.delete(waiter);
          resolve(admitted);
        },
      };
      const timer = setTimeout(() => waiter.admit(false), this.#waitMs);
      this.#waiting.add(waiter);
    });
  }

  /** Gives the lock to whoever waits longest; does nothing when `owner` does not hold it. */
  leave(owner: object): void {
    if (this.#holder !== owner) return;
    const [next] = this.#waiting;
    this.#holder = next?.owner;
    next?.admit(true);
  }
}
