import { expect, it } from 'vitest';
import { WriteGate } from './write-gate.ts';

const limits = { writeWaitMs: 30, waitingWriters: 2 };

it('admits one, then the others in the order they came', async () => {
  const gate = new WriteGate({ ...limits, writeWaitMs: 10_000 });
  const [a, b, c] = [{}, {}, {}];
  expect(gate.tryEnter(a)).toBe(true);
  expect(gate.tryEnter(a)).toBe(true);
  expect(gate.tryEnter(b)).toBe(false);
  const order: string[] = [];
  const waits = [gate.enter(b).then(() => order.push('b')), gate.enter(c).then(() => order.push('c'))];
  gate.leave(b);
  expect(gate.isHeldBy(a)).toBe(true);
  gate.leave(a);
  // Nobody overtakes who waits, even when the lock has just been left.
  expect(gate.tryEnter(a)).toBe(false);
  await waits[0];
  gate.leave(b);
  await waits[1];
  expect(order).toEqual(['b', 'c']);
});

it('lets nobody wait for ever, nor too many', async () => {
  const gate = new WriteGate(limits);
  gate.tryEnter({});
  const answers = await Promise.all([gate.enter({}), gate.enter({}), gate.enter({})]);
  expect(answers).toEqual([false, false, false]);
});
