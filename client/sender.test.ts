import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { RequestError, type FailureCode } from './http.ts';
import { outbox } from './outbox.ts';
import { sender } from './sender.ts';
import { pageShelf } from './shelf.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function setUp(answers: (FailureCode | 'ok')[], isRepairable = false) {
  const box = outbox(
    pageShelf(() => {
      throw new Error('none');
    }),
    'out:',
  );
  const tried: string[] = [];
  const sending = sender({
    box,
    exclusively: (task) => task(),
    repair: () => isRepairable,
    changed: () => undefined,
    async deliver({ content }) {
      tried.push(content);
      const answer = answers.shift() ?? 'ok';
      if (answer !== 'ok') throw new RequestError(answer);
    },
  });
  return { box, tried, sending };
}

it('sends one after another, in order', async () => {
  const { box, tried, sending } = setUp([]);
  for (const text of ['one', 'two', 'three']) box.add(text);
  await sending.flush();
  expect(tried).toEqual(['one', 'two', 'three']);
  expect(box.all()).toEqual([]);
});

it('holds back what comes later while an earlier one cannot go out, and tries again by itself', async () => {
  const { box, tried, sending } = setUp(['offline', 'unavailable', 'rate_limited']);
  box.add('one');
  box.add('two');
  await sending.flush();
  expect([tried, sending.hasFailed()]).toEqual([['one'], true]);
  await vi.advanceTimersByTimeAsync(120_000);
  expect(tried).toEqual(['one', 'one', 'one', 'one', 'two']);
  expect([box.all(), sending.hasFailed()]).toEqual([[], false]);
});

it('sets aside what is refused for good and goes on', async () => {
  const { box, tried, sending } = setUp(['invalid_request']);
  box.add('bad');
  box.add('good');
  await sending.flush();
  expect(tried).toEqual(['bad', 'good']);
  expect(box.all().map(({ content, failed }) => [content, failed])).toEqual([['bad', 'invalid_request']]);
});

it('delivers once more what a repair may have helped, and not for ever', async () => {
  const helped = setUp(['unauthorized'], true);
  helped.box.add('one');
  await helped.sending.flush();
  expect([helped.tried, helped.box.all()]).toEqual([['one', 'one'], []]);
  const lost = setUp(['unauthorized', 'unauthorized'], true);
  lost.box.add('one');
  await lost.sending.flush();
  expect(lost.box.all()[0]?.failed).toBe('unauthorized');
});

it('does not send twice what is asked for twice at once', async () => {
  const { box, tried, sending } = setUp([]);
  box.add('one');
  await Promise.all([sending.flush(), sending.flush()]);
  expect(tried).toEqual(['one']);
});
