import { describe, expect, it } from 'vitest';
import { toldTogether } from './told-together.ts';

/** A receiver whose calls end when they are let. */
function slowReceiver() {
  const calls: { to: string; news: number[]; end: () => void }[] = [];
  const clock = { ms: 0 };
  const tell = toldTogether<string, number>(
    (to, news) => new Promise((resolve) => calls.push({ to, news, end: resolve })),
    () => clock.ms,
  );
  return { calls, clock, tell };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('news told together', () => {
  it('goes at once where nothing is under way', () => {
    const { calls, tell } = slowReceiver();
    void tell('a', 1);
    void tell('b', 2);
    expect(calls.map(({ to, news }) => [to, news])).toEqual([
      ['a', [1]],
      ['b', [2]],
    ]);
  });

  it('brings in the next call all that came during one, in order, and ends with the last', async () => {
    const { calls, tell } = slowReceiver();
    const first = tell('a', 1);
    await Promise.all([tell('a', 2), tell('a', 3)]);
    expect(calls).toHaveLength(1);
    calls[0]?.end();
    await turn();
    expect(calls[1]?.news).toEqual([2, 3]);
    calls[1]?.end();
    await first;
    void tell('a', 4);
    expect(calls[2]?.news).toEqual([4]);
  });

  it('leaves nothing to a caller that ended in the middle of a call', async () => {
    const { calls, clock, tell } = slowReceiver();
    void tell('a', 1);
    await tell('a', 2);
    clock.ms = 1_999;
    await tell('a', 3);
    clock.ms = 2_000;
    void tell('a', 4);
    expect(calls.map(({ news }) => news)).toEqual([[1], [2, 3, 4]]);
  });

  it('tells everything once, however late the first call ends', async () => {
    const { calls, clock, tell } = slowReceiver();
    void tell('a', 1);
    await tell('a', 2);
    clock.ms = 5_000;
    void tell('a', 3);
    calls[0]?.end();
    calls[1]?.end();
    await turn();
    await turn();
    void tell('a', 4);
    expect(calls.map(({ news }) => news)).toEqual([[1], [2, 3], [4]]);
  });
});
