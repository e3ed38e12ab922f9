import { expect, it } from 'vitest';
import type { Entry } from '../../shared/api/knowledge-base.ts';
import { ImportQueue } from './import-queue.ts';

const entry = (id: string): Entry => ({
  id,
  type: 'text',
  title: id,
  question: null,
  answer: null,
  content: id,
  metadata: {},
  status: 'ready',
  error: null,
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
});

function newQueue() {
  const stored: string[] = [];
  const queue = new ImportQueue({ stored: ({ id }) => stored.push(id), messageOf: String });
  return { queue, stored, states: () => queue.items.value.map(({ state }) => state) };
}

/** A task that ends when it is told to. */
function heldTask(name: string) {
  const { promise, resolve, reject } = Promise.withResolvers<Entry>();
  let runs = 0;
  const run = () => {
    runs += 1;
    return promise;
  };
  return { task: { name, run }, runs: () => runs, finish: () => resolve(entry(name)), fail: reject };
}

it('works on three at once, and on the next as soon as one is done', async () => {
  const { queue, stored, states } = newQueue();
  const held = ['a', 'b', 'c', 'd'].map(heldTask);
  queue.add(held.map(({ task }) => task));
  expect(states()).toEqual(['working', 'working', 'working', 'waiting']);
  held[1]?.finish();
  await expect.poll(states).toEqual(['working', 'done', 'working', 'working']);
  for (const each of held) each.finish();
  await expect.poll(states).toEqual(['done', 'done', 'done', 'done']);
  expect(stored).toEqual(['b', 'a', 'c', 'd']);
  expect(queue.items.value.map(({ entryId }) => entryId)).toEqual(['a', 'b', 'c', 'd']);
});

it('keeps why something failed, tries it again, and leaves alone what cannot succeed', async () => {
  const { queue, states } = newQueue();
  let tries = 0;
  const run = () => {
    tries += 1;
    return tries === 1 ? Promise.reject(new Error('No network')) : Promise.resolve(entry('a'));
  };
  queue.add([
    { name: 'a', run },
    { name: 'b.pdf', problem: 'Cannot be read.' },
  ]);
  await expect.poll(states).toEqual(['failed', 'failed']);
  expect(queue.items.value.map(({ problem }) => problem)).toEqual(['Error: No network', 'Cannot be read.']);
  queue.retry();
  await expect.poll(states).toEqual(['done', 'failed']);
  expect(queue.counts.value).toEqual({ waiting: 0, working: 0, done: 1, failed: 1, all: 2 });
});

it('clears all but what is under way, and imports nothing of what it cleared', async () => {
  const { queue, stored, states } = newQueue();
  const held = ['a', 'b', 'c', 'd'].map(heldTask);
  queue.add(held.map(({ task }) => task));
  queue.clear();
  expect(states()).toEqual(['working', 'working', 'working']);
  for (const each of held) each.finish();
  await expect.poll(states).toEqual(['done', 'done', 'done']);
  expect([stored, held[3]?.runs()]).toEqual([['a', 'b', 'c'], 0]);
});
