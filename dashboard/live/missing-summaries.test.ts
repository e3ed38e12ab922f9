import { expect, it } from 'vitest';
import { MissingSummaries } from './missing-summaries.ts';

/** Summaries whose calls wait until they are let go. */
function fetched() {
  const calls: string[] = [];
  const waiting: (() => void)[] = [];
  const call = (what: string) => {
    calls.push(what);
    return new Promise<void>((resolve) => {
      waiting.push(resolve);
    });
  };
  const missing = new MissingSummaries({
    fetchOne: call,
    fetchList: () => call('list'),
    failed: (error) => calls.push(String(error)),
  });
  return { missing, calls, answer: () => waiting.splice(0).forEach((resolve) => resolve()) };
}

it('fetches one at once, and what comes meanwhile after it, each but once', async () => {
  const { missing, calls, answer } = fetched();
  const done = missing.add('cnv1');
  for (const id of ['cnv2', 'cnv3', 'cnv2']) void missing.add(id);
  expect(calls).toEqual(['cnv1']);
  answer();
  await expect.poll(() => calls).toEqual(['cnv1', 'cnv2', 'cnv3']);
  answer();
  await done;
  void missing.add('cnv1');
  expect(calls).toEqual(['cnv1', 'cnv2', 'cnv3', 'cnv1']);
});

it('fetches the list instead of ten thousand', async () => {
  const { missing, calls, answer } = fetched();
  const done = missing.add('cnv0');
  for (let n = 1; n <= 10_000; n += 1) void missing.add(`cnv${n}`);
  answer();
  await expect.poll(() => calls).toEqual(['cnv0', 'list']);
  answer();
  await done;
  expect(calls).toHaveLength(2);
});
