import { expect, it } from 'vitest';
import { limits } from '../shared/limits.ts';
import { Throttle } from './throttle.ts';

const { frameBurst, framesPerSecond } = limits.room;
const admitted = (throttle: Throttle, count: number, nowMs: number) =>
  Array.from({ length: count }, () => throttle.admits('a', nowMs)).filter(Boolean).length;

it('lets a burst through and then as many a second as it should, however they are spread', () => {
  const throttle = new Throttle();
  expect(admitted(throttle, frameBurst * 2, 0)).toBe(frameBurst);
  expect(admitted(throttle, framesPerSecond * 2, 1_000)).toBe(framesPerSecond);
  const stepMs = 1_000 / framesPerSecond;
  for (let at = 1; at <= 300; at += 1) expect(admitted(throttle, 1, 1_000 + at * stepMs)).toBe(1);
});

it('saves up no more than a burst, keeps sockets apart, and does not mind a clock that goes back', () => {
  const throttle = new Throttle();
  admitted(throttle, frameBurst, 0);
  expect(throttle.admits('b', 0)).toBe(true);
  expect(admitted(throttle, frameBurst * 2, 3_600_000)).toBe(frameBurst);
  expect(admitted(throttle, 10, 0)).toBe(0);
  throttle.forget('a');
  expect(admitted(throttle, 1, 0)).toBe(1);
});
