import { beforeEach, describe, expect, it } from 'vitest';
import type { Event } from '../../shared/protocol/index.ts';
import { ConversationBook } from './conversation-book.ts';
import { at, message, summary } from './fixtures.ts';

let book: ConversationBook;
beforeEach(() => {
  book = new ConversationBook();
  book.put([summary('cnv1', { lastSeq: 4 })]);
});

const news = (
  seq: number,
  more: Parameters<typeof message>[1] = {},
): Extract<Event, { type: 'message:new' }> => ({
  type: 'message:new',
  cursor: seq,
  seq,
  conversationId: 'cnv1',
  message: message(seq, more),
});
const receipt = (seq: number, messageId: string, status: 'delivered' | 'seen' = 'seen'): Event => ({
  type: 'message:update',
  cursor: seq,
  seq,
  conversationId: 'cnv1',
  messageId,
  status,
  upToSeq: seq - 1,
});

describe('the conversations that a page knows', () => {
  it('counts what visitors write, and nothing twice', () => {
    book.take(news(5));
    book.take(news(5));
    book.take(news(3));
    expect(book.get('cnv1')).toMatchObject({ unreadCount: 1, lastSeq: 5, updatedAt: at(5) });
    book.take(news(6, { sender: 'operator' }));
    expect(book.get('cnv1')).toMatchObject({ unreadCount: 1, lastMessage: { id: 'msg6' } });
  });

  it('learns a new conversation from its first message, and asks for one that it cannot know', () => {
    const { lastMessage: _, unreadCount: __, ...conversation } = summary('cnv2');
    const opened: Event = {
      type: 'message:new',
      cursor: 9,
      seq: 1,
      conversationId: 'cnv2',
      message: message(1, { conversationId: 'cnv2' }),
      conversation,
    };
    expect(book.take({ ...opened, conversation: undefined })).toBe('fetch');
    expect(book.take(opened)).toBe('known');
    expect(book.get('cnv2')).toMatchObject({ unreadCount: 1, lastMessage: { id: 'msg1' } });
  });

  it('is read when the visitor’s last message is seen, not when ours is', () => {
    book.take(news(5));
    book.take(receipt(6, 'msg5', 'delivered'));
    expect(book.get('cnv1')).toMatchObject({ unreadCount: 1, lastMessage: { status: 'delivered' } });
    book.take(receipt(7, 'msg5'));
    expect(book.get('cnv1')).toMatchObject({ unreadCount: 0, lastMessage: { status: 'seen' } });
    book.take(news(8));
    book.take(news(9, { sender: 'operator' }));
    expect(book.take(receipt(10, 'msg9'))).toBe('known');
    expect(book.get('cnv1')?.unreadCount).toBe(1);
  });

  it('asks where only the server knows who has seen what', () => {
    book.take(news(5));
    book.take(news(6, { sender: 'bot' }));
    expect(book.take(receipt(7, 'msg5'))).toBe('fetch');
  });

  it('knows since when the visitor waits, and whose conversation it is', () => {
    book.take(news(5));
    book.take(news(6));
    expect(book.get('cnv1')?.waitingSince).toBe(at(5));
    const { lastMessage: _, unreadCount: __, ...mine } = summary('cnv1', { assigneeId: 'usr1' });
    book.take({ ...news(7, { sender: 'operator' }), conversation: mine });
    expect(book.get('cnv1')).toMatchObject({ waitingSince: null, assigneeId: 'usr1', lastSeq: 7 });
    book.put([summary('cnv1', { lastSeq: 8, status: 'resolved', waitingSince: at(1) })]);
    book.take(news(9));
    expect(book.get('cnv1')?.waitingSince).toBe(at(9));
  });

  it('does not go back to what was fetched before the newest event', () => {
    book.take(news(5));
    book.put([summary('cnv1', { lastSeq: 4, unreadCount: 0 })]);
    expect(book.get('cnv1')?.unreadCount).toBe(1);
    book.put([summary('cnv1', { lastSeq: 6, unreadCount: 0 })]);
    expect(book.get('cnv1')?.unreadCount).toBe(0);
  });

  it('shows what its operator did until the server has spoken, without missing what happens meanwhile', () => {
    const refused = book.assume('cnv1', { status: 'resolved' });
    expect(book.get('cnv1')?.status).toBe('resolved');
    refused();
    expect(book.get('cnv1')?.status).toBe('open');
    const confirmed = book.assume('cnv1', { status: 'resolved' });
    book.take(news(5));
    confirmed({ status: 'resolved' });
    expect(book.get('cnv1')).toMatchObject({ status: 'resolved', unreadCount: 1, lastSeq: 5 });
  });

  it('forgets what it has not heard of for the longest, but not what is needed or just being changed', () => {
    book.put(['cnv2', 'cnv3', 'cnv4', 'cnv5'].map((id) => summary(id)));
    book.assume('cnv2', { status: 'resolved' });
    book.take(news(5));
    book.prune(3, ({ id }) => id === 'cnv3');
    expect(book.all().map(({ id }) => id)).toEqual(['cnv2', 'cnv3', 'cnv1']);
    book.prune(1, () => false);
    expect(book.all().map(({ id }) => id)).toEqual(['cnv2']);
  });
});
