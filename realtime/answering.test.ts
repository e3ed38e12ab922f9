import { beforeEach, describe, expect, it, vi } from 'vitest';
import { limits } from '../shared/limits.ts';
import { MemoryRoom, turn } from '../tests/support/memory-room.ts';

const { answer, room: limit } = limits;
/** Longer than all that a room does of itself after the last traffic. */
const longMs = 2 * limit.quietMs;

let memory: MemoryRoom;
beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  memory = new MemoryRoom();
});

const waits = (timesMs: number[]) => timesMs.slice(1).map((atMs, at) => atMs - (timesMs[at] ?? 0));
const handedOff = () => memory.bot.handedOff.map(({ messageId }) => messageId);
const paid = () => memory.bot.paid.map(({ messageId }) => messageId);

/** The room has nothing left that would wake it. */
async function expectRest(): Promise<void> {
  await memory.clock.advance(longMs);
  expect(memory.clock.alarmAtMs).toBeNull();
}

describe('a debt that cannot be paid', () => {
  beforeEach(() => {
    memory.bot.poisoned.add('bad');
    memory.bot.owe('bad');
  });

  it('is tried again a few times, each time later, then handed to a person, and the visitor told why', async () => {
    memory.tellOfDebt();
    await memory.clock.advance(answer.maxRetryMs * answer.tries);
    const timesMs = memory.bot.attemptsAt('bad');
    expect(timesMs).toHaveLength(answer.tries);
    for (const [at, waitMs] of waits(timesMs).entries()) {
      const mostMs = answer.retryMs * 2 ** at;
      expect(waitMs).toBeGreaterThanOrEqual(mostMs / 2);
      expect(waitMs).toBeLessThanOrEqual(mostMs + 1);
    }
    expect(memory.bot.handedOff).toEqual([
      { messageId: 'bad', text: expect.stringContaining('I cannot answer just now.') },
    ]);
    await expectRest();
    expect(memory.bot.attemptsAt('bad')).toHaveLength(answer.tries);
  });

  it('keeps no other from being paid at once', async () => {
    for (let at = 0; at < 3 * answer.atOnce; at += 1) memory.bot.owe(`good ${at}`);
    memory.tellOfDebt();
    for (let at = 0; at < 50; at += 1) await turn();
    expect(paid()).toHaveLength(3 * answer.atOnce);
    memory.bot.owe('later');
    memory.tellOfDebt();
    await turn();
    expect(paid()).toContain('later');
    expect(memory.bot.attemptsAt('bad')).toHaveLength(1);
  });

  it('keeps no other from being seen, however many there are', async () => {
    for (let at = 0; at < answer.debts + answer.atOnce; at += 1) {
      memory.bot.poisoned.add(`bad ${at}`);
      memory.bot.owe(`bad ${at}`);
    }
    memory.bot.owe('good');
    memory.tellOfDebt();
    for (let at = 0; at < 200; at += 1) await turn();
    expect(paid()).toEqual(['good']);
    await expectRest();
    expect(handedOff()).toHaveLength(answer.debts + answer.atOnce + 1);
  });

  it('and not be handed over either is left at last, and the room may rest', async () => {
    memory.bot.handingOff = 'internal';
    memory.tellOfDebt();
    await expectRest();
    expect(memory.bot.attemptsAt('bad')).toHaveLength(answer.tries);
    memory.bot.handingOff = null;
    memory.bot.owe('good');
    memory.tellOfDebt();
    await turn();
    expect([paid(), handedOff()]).toEqual([['good'], []]);
    memory.hibernate();
    memory.tellOfDebt();
    await expectRest();
    expect(handedOff()).toEqual(['bad']);
  });

  it('but can be meanwhile is paid', async () => {
    memory.tellOfDebt();
    await turn();
    memory.bot.poisoned.clear();
    await memory.clock.advance(answer.retryMs + 1);
    expect([paid(), handedOff()]).toEqual([['bad'], []]);
    await expectRest();
  });

  it('and is owed no more meanwhile is forgotten', async () => {
    memory.tellOfDebt();
    await turn();
    memory.bot.owed.clear();
    await expectRest();
    expect(memory.bot.attemptsAt('bad')).toHaveLength(1);
  });

  it('is tried anew by a room that has left memory: only the count is lost', async () => {
    memory.tellOfDebt();
    await turn();
    await memory.clock.advance(answer.retryMs + 1);
    memory.hibernate();
    await expectRest();
    expect(memory.bot.attemptsAt('bad')).toHaveLength(2 + answer.tries);
    expect(handedOff()).toEqual(['bad']);
  });
});

it('an alarm that the host has lost is set again with the next traffic', async () => {
  memory.tellOfDebt();
  memory.clock.alarmAtMs = null;
  await memory.clock.advance(2 * limit.tailEveryMs);
  memory.tellOfDebt();
  expect(memory.clock.alarmAtMs).toBe(memory.clock.nowMs + limit.tailEveryMs);
});

describe('debts that cannot be read', () => {
  it('by themselves are handed to a person at once', async () => {
    memory.bot.unreadable.set('odd', { conversationId: 'cnv:odd', messageId: 'odd', visitorId: 'v0' });
    memory.bot.owe('good');
    memory.tellOfDebt();
    for (let at = 0; at < 5; at += 1) await turn();
    expect([paid(), handedOff()]).toEqual([['good'], ['odd']]);
  });

  it('while the database is away wait for it, ever longer, and lose no try by that', async () => {
    memory.bot.owe('good');
    memory.bot.reading = 'unavailable';
    memory.tellOfDebt();
    await memory.clock.advance(10 * answer.maxUnreachableMs);
    expect(memory.bot.reads).toBeGreaterThan(10);
    expect(memory.bot.reads).toBeLessThan(30);
    memory.bot.reading = null;
    await memory.clock.advance(answer.maxUnreachableMs);
    expect([paid(), handedOff()]).toEqual([['good'], []]);
    await expectRest();
  });

  it('whatever is tried are left at last, until there is news', async () => {
    memory.bot.owe('good');
    memory.bot.reading = 'internal';
    memory.tellOfDebt();
    await expectRest();
    expect(memory.bot.reads).toBe(answer.tries);
    memory.bot.reading = null;
    memory.tellOfDebt();
    await turn();
    expect(paid()).toEqual(['good']);
  });
});
