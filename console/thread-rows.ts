import { group } from '../widget/grouping.ts';
import type { Draft } from '../widget/outbox.ts';
import type { Message } from '../widget/protocol.ts';
import { textOf } from '../widget/view/bubbles.ts';
import { el, type Row } from '../widget/view/dom.ts';
import { timesIn } from '../widget/view/times.ts';
import type { Thread } from './thread.ts';

const times = timesIn('en');
const statuses = { sent: '✓ Sent', delivered: '✓✓ Delivered', seen: '✓✓ Seen' };
const notSent = 'Not sent.';

type Shown = {
  key: string;
  author: string;
  name: string;
  isOwn: boolean;
  content: string;
  createdAt: string;
  state: string;
};

/** What stands in a thread, from top to bottom: what is stored, then what is on its way. */
export function threadRows(thread: Thread): Row[] {
  const stored = new Set(thread.line.all().map(({ clientId }) => clientId));
  const drafts = thread.box.all().filter(({ clientId }) => !stored.has(clientId));
  const shown = [
    ...thread.line.all().map(ofMessage),
    ...drafts.map((draft) => ofDraft(draft, thread.hasFailed)),
  ];
  const newestOwn = shown.findLast(({ isOwn }) => isOwn);
  const rows = group(shown).flatMap(({ item, startsDay, startsGroup }): Row[] => {
    const showsState = item === newestOwn || item.state === notSent;
    const row = {
      key: item.key,
      signature: JSON.stringify([item, startsGroup, showsState]),
      make: () => rowOf(item, { startsGroup, showsState, retry: () => thread.retry(item.key) }),
    };
    const day = times.day(item.createdAt);
    return startsDay
      ? [{ key: `day:${day}`, signature: day, make: () => el('li', { class: 'day' }, day) }, row]
      : [row];
  });
  const typing = {
    key: 'typing',
    signature: '',
    make: () => el('li', { class: 'day' }, 'The visitor is writing…'),
  };
  return thread.typist.who() ? [...rows, typing] : rows;
}

function ofMessage({ id, clientId, sender, senderName, content, createdAt, status }: Message): Shown {
  const isOwn = sender !== 'visitor';
  const name = senderName ?? (sender === 'visitor' ? 'Visitor' : sender);
  const key = sender === 'operator' ? (clientId ?? id) : id;
  return {
    key,
    author: `${sender}:${name}`,
    name,
    isOwn,
    content,
    createdAt,
    state: isOwn ? statuses[status] : '',
  };
}

function ofDraft({ clientId, content, createdAt, failed }: Draft, hasFailed: boolean): Shown {
  const state = failed ? notSent : hasFailed ? 'Waiting to be sent' : 'Sending…';
  return { key: clientId, author: 'draft', name: 'You', isOwn: true, content, createdAt, state };
}

type RowOptions = { startsGroup: boolean; showsState: boolean; retry(): void };

function rowOf(
  { isOwn, name, content, createdAt, state }: Shown,
  { startsGroup, showsState, retry }: RowOptions,
) {
  const time = el('time', { datetime: createdAt }, times.clock(createdAt));
  const again = el('button', { type: 'button', class: 'link' }, 'Try again');
  again.addEventListener('click', retry);
  return el(
    'li',
    { class: isOwn ? 'row own' : 'row' },
    ...(startsGroup ? [el('div', { class: 'name' }, el('bdi', {}, name), ' ', time)] : []),
    el('div', { class: 'bubble', dir: 'auto' }, ...textOf(content)),
    ...(showsState && state
      ? [el('div', { class: 'status' }, state, ' ', ...(state === notSent ? [again] : []))]
      : []),
  );
}
