import { describe, expect, it } from 'vitest';
import { message } from './fixtures.ts';
import {
  emptyWindow,
  mostMessages,
  newestPage,
  withEarlier,
  withEvent,
  withLater,
  withNew,
} from './message-window.ts';

const run = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => message(from + n));
const seqs = ({ messages }: { messages: readonly { seq: number }[] }) => messages.map(({ seq }) => seq);
const logged = { cursor: 1, seq: 1, conversationId: 'cnv1' };

describe('a window of messages', () => {
  it('knows whether there are earlier ones by the first seq', () => {
    expect(newestPage(run(1, 3))).toMatchObject({ hasEarlier: false, hasLater: false });
    expect(newestPage(run(5, 8))).toMatchObject({ hasEarlier: true, hasLater: false });
    expect(newestPage([])).toEqual(emptyWindow);
  });

  it('puts pages in order, each message once', () => {
    const window = withEarlier(newestPage(run(5, 8)), run(1, 5));
    expect(seqs(window)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(window.hasEarlier).toBe(false);
  });

  it('lets go of the far end when it has too many, and says so', () => {
    const long = newestPage(run(101, 100 + mostMessages));
    const up = withEarlier(long, run(51, 100));
    expect(up.messages).toHaveLength(mostMessages);
    expect([seqs(up)[0], up.hasEarlier, up.hasLater]).toEqual([51, true, true]);
    const down = withLater(up, run(51 + mostMessages, 100 + mostMessages), { isLast: true });
    expect([seqs(down).at(-1), down.hasEarlier, down.hasLater]).toEqual([100 + mostMessages, true, false]);
  });

  it('takes in what is new only where it follows on what is there', () => {
    expect(seqs(withNew(newestPage(run(1, 2)), message(3)))).toEqual([1, 2, 3]);
    const inTheMiddle = { ...newestPage(run(1, 2)), hasLater: true };
    expect(seqs(withNew(inTheMiddle, message(9)))).toEqual([1, 2]);
  });

  it('keeps a place in the order for what comes late', () => {
    expect(seqs(withNew(newestPage([message(1), message(4)]), message(3)))).toEqual([1, 3, 4]);
  });

  it('covers with a receipt all earlier messages of that side, and never goes back', () => {
    const window = newestPage([
      message(1, { status: 'seen' }),
      message(2, { sender: 'operator' }),
      message(3),
      message(4),
    ]);
    const receipt = {
      type: 'message:update',
      messageId: 'msg3',
      status: 'delivered',
      upToSeq: 3,
      ...logged,
    } as const;
    const after = withEvent(window, receipt);
    expect(after.messages.map(({ status }) => status)).toEqual(['seen', 'sent', 'delivered', 'sent']);
    const again = withNew(after, message(3, { status: 'sent' }));
    expect(again.messages[2]?.status).toBe('delivered');
    expect(withEvent(after, receipt)).toBe(after);
    expect(withEvent(after, { ...receipt, messageId: 'elsewhere' })).toBe(after);
  });
});
