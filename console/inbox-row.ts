import type { ConversationSummary } from '../shared/api/conversations.ts';
import * as strings from '../widget/strings/en.ts';
import { el, type Row } from '../widget/view/dom.ts';
import { timesIn } from '../widget/view/times.ts';
import { nameOf } from './names.ts';

const times = timesIn('en');

type Live = { isTyping: boolean; isOnline: boolean; isOpen: boolean };

/** One conversation in the list. */
export function inboxRow(one: ConversationSummary, live: Live): Row {
  return { key: one.id, signature: JSON.stringify([one, live]), make: () => el('li', {}, linkTo(one, live)) };
}

function linkTo(one: ConversationSummary, { isTyping, isOnline, isOpen }: Live): HTMLElement {
  const { id, lastMessage, unreadCount, status, handler, updatedAt } = one;
  const tags = [...(status === 'resolved' ? ['resolved'] : []), ...(handler === 'bot' ? ['bot'] : [])];
  const when = lastMessage?.createdAt ?? updatedAt;
  const prefix = lastMessage?.sender === 'operator' ? 'You: ' : '';
  return el(
    'a',
    { href: `#${id}`, ...(isOpen ? { 'aria-current': 'true' } : {}) },
    el(
      'span',
      { class: 'top' },
      el('span', { class: isOnline ? 'visitor online' : 'visitor', dir: 'auto' }, nameOf(one)),
      ...(unreadCount > 0
        ? [el('span', { class: 'count', title: `${unreadCount} unread` }, String(unreadCount))]
        : []),
      ...tags.map((tag) => el('span', { class: 'tag' }, tag)),
      el('time', { datetime: when }, shortTime(when)),
    ),
    el(
      'span',
      { class: 'last', dir: 'auto' },
      isTyping ? 'is writing…' : prefix + (lastMessage?.content ?? ''),
    ),
  );
}

function shortTime(iso: string): string {
  const day = times.day(iso);
  return day === strings.today ? times.clock(iso) : day;
}
