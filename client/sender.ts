import { retryDelayMs } from './backoff.ts';
import { codeOf, isPassing, type FailureCode } from './http.ts';
import type { Draft, Outbox } from './outbox.ts';

export type SenderPorts = {
  box: Outbox;
  /** Runs a task while no other tab sends. */
  exclusively(task: () => Promise<void>): Promise<void>;
  /** Stores one draft. Errors: RequestError. */
  deliver(draft: Draft): Promise<void>;
  /**
   * Does away with what a refusal says is no longer good (the session, the conversation), if there is such a thing.
   * Resolves to whether it is worth delivering the same draft once more.
   */
  repair(code: FailureCode, draft: Draft): boolean;
  changed(): void;
};

/** Sends the outbox, one draft after another, until it is empty; what passes by itself is tried again later. */
export function sender({ box, exclusively, deliver, repair, changed }: SenderPorts) {
  let isRunning = false;
  let isAskedAgain = false;
  let attempt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function flush(): Promise<void> {
    clearTimeout(timer);
    isAskedAgain = isRunning;
    if (isRunning || !box.next()) return;
    isRunning = true;
    try {
      await exclusively(empty);
      attempt = 0;
    } catch {
      timer = setTimeout(flush, retryDelayMs(attempt, Math.random()));
      attempt += 1;
    } finally {
      isRunning = false;
      changed();
    }
    if (isAskedAgain) void flush();
  }

  /** Errors: the RequestError of a failure that passes. */
  async function empty(): Promise<void> {
    for (let draft = box.next(); draft; draft = box.next()) {
      let refusal = await tryOnce(draft);
      if (refusal !== null && repair(refusal, draft)) refusal = await tryOnce(draft);
      if (refusal === null) box.remove(draft.clientId);
      else box.fail(draft.clientId, refusal);
      attempt = 0;
      changed();
    }
  }

  async function tryOnce(draft: Draft): Promise<FailureCode | null> {
    try {
      await deliver(draft);
      return null;
    } catch (error) {
      const code = codeOf(error);
      if (isPassing(code)) throw error;
      return code;
    }
  }

  return { flush, hasFailed: () => attempt > 0, stop: () => clearTimeout(timer) };
}
