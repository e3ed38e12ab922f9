import { describe, expect, it } from 'vitest';
import { type Tell, joined } from './room-calls.ts';

const part = (prev: number, ...cursors: number[]): Tell => ({
  prev,
  entries: cursors.map((cursor) => ({
    cursor,
    visitorId: null,
    endedSession: null,
    owes: false,
    frame: null,
  })),
});

describe('parts of the log, joined', () => {
  it.each([
    ['one alone', [part(4, 5)], [part(4, 5)]],
    ['those that follow, in whatever order they came', [part(6, 7), part(4, 5, 6)], [part(4, 5, 6, 7)]],
    ['those that overlap, each place once', [part(4, 5, 6), part(5, 6, 7), part(4, 5)], [part(4, 5, 6, 7)]],
    ['a gap keeps them apart', [part(4, 5), part(6, 7)], [part(4, 5), part(6, 7)]],
    ['nothing new', [part(-1)], [part(-1)]],
    ['none', [], []],
  ])('%s', (_, tells, runs) => {
    expect(joined(tells)).toEqual(runs);
  });
});
