import { limits } from '../shared/limits.ts';

type Line = { last: Promise<void>; waitingUnits: number };

/** Does what one socket asks for one after the other, in the order in which it came; sockets do not wait for others. */
export class Turns {
  readonly #lines = new Map<string, Line>();

  /** Runs `work`, which must not fail, in its turn; null, without running it, where too much is waiting already. */
  take(id: string, units: number, work: () => Promise<void>): Promise<void> | null {
    const cost = Math.max(units, limits.room.frameCost);
    const line = this.#lines.get(id) ?? { last: Promise.resolve(), waitingUnits: 0 };
    if (line.waitingUnits + cost > limits.room.waitingUnits) return null;
    line.waitingUnits += cost;
    line.last = line.last.then(work).finally(() => {
      line.waitingUnits -= cost;
      if (line.waitingUnits === 0) this.#lines.delete(id);
    });
    this.#lines.set(id, line);
    return line.last;
  }
}
