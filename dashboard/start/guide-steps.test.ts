import { expect, it } from 'vitest';
import { type Facts, nextStep, stepsDone } from './guide-steps.ts';

const bare: Facts = { entries: null, isLookChanged: false, isInstalled: false, firstMessage: 'none' };
const next = (
  facts: Partial<Facts>,
  ...passed: Parameters<typeof stepsDone>[1] extends ReadonlySet<infer T> ? T[] : never
) => nextStep(stepsDone({ ...bare, ...facts }, new Set(passed)));

it('goes from knowledge to the first answered message', () => {
  expect(next({})).toBe('knowledge');
  expect(next({ entries: 0 })).toBe('knowledge');
  expect(next({ entries: 3 })).toBe('look');
  expect(next({ entries: 3, isLookChanged: true })).toBe('embed');
  expect(next({ entries: 3, isLookChanged: true, isInstalled: true })).toBe('message');
  expect(next({ entries: 3, isLookChanged: true, firstMessage: 'waiting' })).toBe('message');
  expect(next({ entries: 3, isLookChanged: true, firstMessage: 'answered' })).toBeNull();
});

it('lets one pass what one does not want now', () => {
  expect(next({}, 'knowledge')).toBe('look');
  expect(next({}, 'knowledge', 'look', 'embed')).toBe('message');
});
