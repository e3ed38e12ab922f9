import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { RequestError } from './http.ts';
import { linkTo, type LinkStatus } from './realtime.ts';

class FakeSocket extends EventTarget {
  static readonly OPEN = 1;
  static all: FakeSocket[] = [];
  readyState = 1;
  sent: string[] = [];
  readonly url: string;

  constructor(url: string) {
    super();
    this.url = url;
    FakeSocket.all.push(this);
  }
  send(text: string) {
    this.sent.push(text);
  }
  close() {
    this.readyState = 3;
  }
  join() {
    this.dispatchEvent(new Event('open'));
    this.get({ type: 'joined', tenantId: 't', principal: { kind: 'visitor', id: 'v' }, cursor: 7 });
  }
  get(frame: unknown) {
    this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(frame) }));
  }
  end(code: number) {
    this.readyState = 3;
    this.dispatchEvent(Object.assign(new Event('close'), { code }));
  }
}

const newest = () => FakeSocket.all.at(-1) ?? expect.fail('There is no socket.');

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('WebSocket', FakeSocket);
  FakeSocket.all = [];
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function setUp(
  ticket: () => Promise<{ url: string; ticket: string }> = async () => ({ url: 'ws://x', ticket: 't&' }),
) {
  const statuses: LinkStatus[] = [];
  const frames: string[] = [];
  let tickets = 0;
  const link = linkTo({
    ticket: () => {
      tickets += 1;
      return ticket();
    },
    since: () => 4,
    onFrame: ({ type }) => void frames.push(type),
    onStatus: (status) => void statuses.push(status),
  });
  await link.connect();
  return { link, statuses, frames, tickets: () => tickets };
}

it('joins with a ticket from where it was, and is live once it has joined', async () => {
  const { link, statuses } = await setUp();
  expect(newest().url).toBe('ws://x?ticket=t%26');
  expect(link.send({ type: 'ping' })).toBe(false);
  newest().join();
  expect(newest().sent).toEqual(['{"type":"join-tenant","since":4}']);
  expect(statuses).toEqual(['connecting', 'live']);
  expect(link.send({ type: 'ping' })).toBe(true);
});

it('takes a batch as the events it holds', async () => {
  const { frames } = await setUp();
  newest().join();
  newest().get({ type: 'batch', events: [{ type: 'message:new' }, { type: 'message:update' }] });
  expect(frames).toEqual(['joined', 'message:new', 'message:update']);
});

it.each([1001, 1006, 4408])('comes back by itself after %i, with a new ticket', async (code) => {
  const { tickets } = await setUp();
  newest().join();
  newest().end(code);
  await vi.advanceTimersByTimeAsync(1_000);
  expect([FakeSocket.all.length, tickets()]).toEqual([2, 2]);
});

it.each([4400, 4413, 4429])('does not come back unchanged after %i', async (code) => {
  const { statuses } = await setUp();
  newest().join();
  newest().end(code);
  await vi.advanceTimersByTimeAsync(600_000);
  expect([FakeSocket.all.length, statuses.at(-1)]).toEqual([1, 'refused']);
});

it('gives a 4401 one new ticket, then says so', async () => {
  const { statuses, tickets } = await setUp();
  newest().join();
  newest().end(4401);
  await vi.advanceTimersByTimeAsync(0);
  newest().end(4401);
  await vi.advanceTimersByTimeAsync(600_000);
  expect([tickets(), statuses.at(-1)]).toEqual([2, 'refused']);
});

it('stops where the ticket is refused, and goes on where only the network is gone', async () => {
  const refused = await setUp(() => Promise.reject(new RequestError('unauthorized')));
  await vi.advanceTimersByTimeAsync(600_000);
  expect([refused.tickets(), refused.statuses.at(-1)]).toEqual([1, 'refused']);
  const lost = await setUp(() => Promise.reject(new RequestError('offline')));
  await vi.advanceTimersByTimeAsync(600_000);
  expect(lost.tickets()).toBeGreaterThan(15);
  expect(lost.tickets()).toBeLessThan(120);
});

it('gives up a socket that no longer answers', async () => {
  const { link } = await setUp();
  newest().join();
  link.wake();
  newest().get({ type: 'pong' });
  await vi.advanceTimersByTimeAsync(20_000);
  expect(FakeSocket.all).toHaveLength(1);
  link.wake();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(FakeSocket.all).toHaveLength(2);
});

it('hears nothing of a socket it has let go', async () => {
  const { link, frames } = await setUp();
  const old = newest();
  old.join();
  await link.connect();
  old.get({ type: 'pong' });
  old.end(1006);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(frames).toEqual(['joined']);
  expect(FakeSocket.all).toHaveLength(2);
});

it('waits for a join only so long', async () => {
  const { statuses } = await setUp();
  await vi.advanceTimersByTimeAsync(15_000);
  expect(statuses).toContain('waiting');
});
