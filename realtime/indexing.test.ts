import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ModelError } from '../shared/answers/model.ts';
import { AppError } from '../shared/errors.ts';
import { limits } from '../shared/limits.ts';
import { MemoryIndex } from '../tests/support/memory-index.ts';
import { MemoryRoom, turn, visitorOf } from '../tests/support/memory-room.ts';

const { embedding: limit, room } = limits;

let memory: MemoryRoom;
let index: MemoryIndex;
beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  memory = new MemoryRoom();
  index = new MemoryIndex(() => memory.clock.nowMs);
  memory.embedWith(index.ports());
});

async function settled(): Promise<void> {
  for (let at = 0; at < 100; at += 1) await turn();
}

/** The room has nothing left that would wake it. */
async function expectRest(): Promise<void> {
  await memory.clock.advance(2 * room.quietMs);
  expect(memory.clock.alarmAtMs).toBeNull();
  expect(memory.clock.timers.size).toBe(0);
}

describe('what lacks a vector', () => {
  it('is embedded when the room is told, in batches, and then there is rest', async () => {
    for (let at = 0; at < limit.batchTexts + 3; at += 1) index.add(`text ${at}`);
    memory.room.seeTo('reindex');
    await settled();
    expect(index.calls.map(({ texts }) => texts.length)).toEqual([limit.batchTexts, 3]);
    expect(index.waiting.size).toBe(0);
    await expectRest();
  });

  it('is found by a room that wakes for another reason', async () => {
    index.add('text');
    await memory.join(visitorOf('v1'));
    await settled();
    expect(index.embedded).toEqual(['text']);
  });

  it('that comes while others are being embedded is embedded after them', async () => {
    index.held = [];
    index.add('first');
    memory.room.seeTo('reindex');
    await settled();
    index.add('second');
    memory.room.seeTo('reindex');
    const { held } = index;
    index.held = null;
    held[0]?.();
    await settled();
    expect(index.embedded).toEqual(['first', 'second']);
  });

  it('is gone on with after a death in the middle of it, by the alarm that was set before', async () => {
    index.held = [];
    index.add('text');
    memory.room.seeTo('reindex');
    await settled();
    memory.hibernate();
    index.held = null;
    await memory.clock.advance(room.tailEveryMs);
    await settled();
    expect(index.embedded).toEqual(['text']);
  });

  it('is gone on with though one call takes longer than several alarms', async () => {
    index.held = [];
    index.add('text');
    memory.room.seeTo('reindex');
    await memory.clock.advance(4 * room.quietMs);
    expect(memory.clock.alarmAtMs).not.toBeNull();
    expect(index.calls).toHaveLength(1);
    memory.hibernate();
    index.held = null;
    await memory.clock.advance(room.tailEveryMs);
    await settled();
    expect(index.embedded).toEqual(['text']);
  });

  it('is left to the next alarm where it is very much', async () => {
    const many = limit.batchTexts * limit.batchesAtOnce;
    for (let at = 0; at < many + 1; at += 1) index.add(`text ${at}`);
    memory.room.seeTo('reindex');
    await settled();
    expect(index.embedded).toHaveLength(many);
    await memory.clock.advance(room.tailEveryMs);
    await settled();
    expect(index.waiting.size).toBe(0);
    await expectRest();
  });
});

describe('a model that is out', () => {
  beforeEach(() => {
    index.failure = new ModelError('busy', { status: 503 });
    index.add('text');
    memory.room.seeTo('reindex');
  });

  it('is asked again ever later, at most every hour, and entries say so in the end', async () => {
    await memory.clock.advance(20 * limit.maxBackoffMs);
    const waits = index.timesMs.slice(1).map((atMs, at) => atMs - (index.timesMs[at] ?? 0));
    expect(waits.slice(0, 3)).toEqual([1, 2, 4].map((times) => times * limit.backoffMs));
    expect(waits.at(-1)).toBe(limit.maxBackoffMs);
    expect(index.said).toHaveLength(index.calls.length - limit.failuresUntilSaid + 1);
    expect(index.said[0]).toEqual({
      error: 'Found by its words only, for now. The model server is busy. (HTTP 503) It will be tried again.',
      only: null,
    });
  });

  it('is not asked more often by a room that leaves memory, nor for another reason', async () => {
    await memory.clock.advance(limit.backoffMs * 40);
    const { length } = index.calls;
    const dueMs = index.setback?.retryAtMs ?? 0;
    memory.hibernate();
    await memory.join(visitorOf('v1'));
    await memory.clock.advance(dueMs - memory.clock.nowMs - 1);
    expect(index.calls).toHaveLength(length);
    await memory.clock.advance(room.tailEveryMs);
    expect(index.calls).toHaveLength(length + 1);
  });

  it('has not been out for long where it embedded some of it meanwhile', async () => {
    await memory.clock.advance(limit.backoffMs * 8);
    expect(index.setback?.failures).toBe(limit.failuresUntilSaid);
    for (let at = 0; at < 2 * limit.batchTexts; at += 1) index.add(`text ${at}`);
    index.failAfter(1);
    memory.room.seeTo('reindex');
    await settled();
    expect(index.embedded).toHaveLength(limit.batchTexts);
    expect(index.setback?.failures).toBe(1);
  });

  it('is asked at once about what is new, and forgotten to have been out once it answers', async () => {
    await memory.clock.advance(limit.backoffMs * 8);
    index.failure = null;
    index.add('new');
    memory.room.seeTo('reindex');
    await settled();
    expect(index.embedded).toEqual(['text', 'new']);
    expect(index.setback).toBeNull();
    await expectRest();
  });
});

describe('a model that refuses', () => {
  it('a text embeds the others, and asks about that one again in an hour', async () => {
    for (let at = 0; at < 10; at += 1) index.add(`text ${at}`);
    index.refused.add('text 6');
    memory.room.seeTo('reindex');
    await settled();
    expect(index.embedded.toSorted()).toEqual([0, 1, 2, 3, 4, 5, 7, 8, 9].map((at) => `text ${at}`));
    expect(index.said).toEqual([{ error: expect.stringContaining('refused'), only: ['entry of text 6'] }]);
    index.refused.clear();
    await memory.clock.advance(limit.maxBackoffMs + 1);
    await settled();
    expect(index.waiting.size).toBe(0);
    await expectRest();
  });

  it.each([400, 401, 404])('all is asked again later, as one that is out: %s', async (status) => {
    for (const each of ['a', 'b', 'c']) index.add(each);
    index.failure = new ModelError('refused', { status });
    memory.room.seeTo('reindex');
    await settled();
    expect(index.setback).toMatchObject({ failures: 1 });
    expect(index.said).toEqual([]);
  });
});

it('a database that is out is asked again later, and no entry blames a model for it', async () => {
  index.storeFailure = new AppError('unavailable');
  index.add('text');
  memory.room.seeTo('reindex');
  await memory.clock.advance(limit.backoffMs * 2 ** limit.failuresUntilSaid);
  expect(index.reads).toBeGreaterThan(limit.failuresUntilSaid);
  expect(index.said).toEqual([]);
  index.storeFailure = null;
  await memory.clock.advance(limit.maxBackoffMs);
  await settled();
  expect(index.embedded).toEqual(['text']);
});

it('without an embedding model nothing is read', async () => {
  memory.embedWith(null);
  memory.room.seeTo('reindex');
  await memory.join(visitorOf('v1'));
  await settled();
  expect(index.reads).toBe(0);
  await expectRest();
});
