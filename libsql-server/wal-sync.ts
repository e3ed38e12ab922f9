import { closeSync, fdatasync, openSync } from 'node:fs';

type Waiter = { resolve: () => void; reject: (error: Error) => void };

/**
 * Group commit: makes everything committed so far survive a power cut, with one fsync off the event loop for all
 * commits that arrived while the one before was under way.
 */
export class WalSync {
  readonly #fd: number;
  #waiting: Waiter[] = [];
  #isRunning = false;

  constructor(walFile: string) {
    this.#fd = openSync(walFile, 'r+');
  }

  /** Resolves once every commit made before this call is on disk; rejects when the disk refuses. */
  flush(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      if (!this.#isRunning) this.#run();
    });
  }

  close(): void {
    closeSync(this.#fd);
  }

  #run(): void {
    const batch = this.#waiting;
    this.#waiting = [];
    this.#isRunning = true;
    fdatasync(this.#fd, (error) => {
      for (const { resolve, reject } of batch) {
        if (error) reject(error);
        else resolve();
      }
      this.#isRunning = false;
      if (this.#waiting.length > 0) this.#run();
    });
  }
}
