import { useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { type Command, useCommands } from '../keyboard/commands.ts';
import { actionsFor, assign, perform } from '../live/conversation-actions.ts';
import type { Desk } from '../live/desk.ts';
import { type FilterName, filterNames, filters } from '../live/inbox-filter.ts';
import { pathTo } from '../parse-route.ts';
import { go, route } from '../route.ts';
import type { Kind } from '../live/thread.ts';
import { compose, suggest } from './composer-kinds.tsx';
import { neighbour } from './neighbour.ts';
import { areDetailsShown, highlighted, keeping } from './inbox-state.ts';

/** All that the inbox does, by keys. */
export function useInboxCommands(desk: Desk, filter: FilterName, openId: string | undefined): void {
  const lastAt = useRef(-1);
  useSignalEffect(() => {
    const current = route.value.parts[1] ?? highlighted.value;
    const at = desk.list.value.rows.value.findIndex(({ id }) => id === current);
    if (at >= 0) lastAt.current = at;
  });
  useCommands(
    () => [...moving(desk, filter, openId, lastAt), ...acting(desk, filter, openId), ...showing()],
    [desk, filter, openId],
  );
}

type Place = { current: number };

function moving(desk: Desk, filter: FilterName, openId: string | undefined, lastAt: Place): Command[] {
  const move = (step: 1 | -1) => {
    const ids = desk.list.value.rows.value.map(({ id }) => id);
    const next = neighbour(ids, openId ?? highlighted.value, step, lastAt.current);
    if (next === null) return;
    highlighted.value = next;
    if (openId !== undefined) go(pathTo('inbox', filter, next));
    focusRow(next);
  };
  const group = 'Inbox';
  return [
    { id: 'next', title: 'Next conversation', group, keys: 'j', run: () => move(1) },
    { id: 'previous', title: 'Previous conversation', group, keys: 'k', run: () => move(-1) },
    {
      id: 'open',
      title: 'Open the conversation',
      group,
      keys: 'Enter',
      run: () => highlighted.value && go(pathTo('inbox', filter, highlighted.value)),
    },
    {
      id: 'close',
      title: 'Back to the list',
      group,
      keys: 'Escape',
      run: () => {
        go(pathTo('inbox', filter));
        if (openId !== undefined) focusRow(openId);
      },
    },
    { id: 'search', title: 'Search messages', group, keys: '[Shift]+/', run: () => focusOn('inbox-search') },
  ];
}

function acting(desk: Desk, filter: FilterName, openId: string | undefined): Command[] {
  const current = () => openId ?? highlighted.value;
  const act = (kind: 'status' | 'handler') => {
    const one = desk.book.get(current() ?? '');
    if (one) void perform(desk, one.id, actionsFor(one)[kind]);
  };
  const take = () => {
    const one = desk.book.get(current() ?? '');
    if (one) void assign(desk, one.id, one.assigneeId === desk.user.id ? null : desk.user);
  };
  const write = (kind: Kind) => {
    const id = current();
    if (id === null) return;
    compose(id, kind);
    if (openId === undefined) go(pathTo('inbox', filter, id));
  };
  const group = 'Conversation';
  return [
    { id: 'reply', title: 'Reply', group, keys: 'r', run: () => write('reply') },
    {
      id: 'note',
      title: 'Note something for the team',
      group,
      icon: 'note',
      keys: 'n',
      run: () => write('note'),
    },
    {
      id: 'suggest',
      title: 'Suggest a reply',
      group,
      icon: 'spark',
      keys: '$mod+j',
      run: () => openId !== undefined && suggest(desk.thread(openId)),
    },
    {
      id: 'keep',
      title: 'Add the last reply to the knowledge',
      group,
      icon: 'knowledge',
      run: () => {
        const thread = openId === undefined ? null : desk.thread(openId);
        keeping.value = thread?.window.value.messages.findLast(({ sender }) => sender === 'operator') ?? null;
      },
    },
    { id: 'resolve', title: 'Resolve, or reopen', group, icon: 'check', keys: 'e', run: () => act('status') },
    {
      id: 'take-over',
      title: 'Take over, or hand to the bot',
      group,
      icon: 'bot',
      keys: 'a',
      run: () => act('handler'),
    },
    { id: 'assign', title: 'Make it mine, or nobody’s', group, icon: 'person', keys: 'm', run: take },
    {
      id: 'details',
      title: 'About the visitor',
      group,
      icon: 'details',
      keys: 'i',
      run: () => (areDetailsShown.value = !areDetailsShown.value),
    },
  ];
}

function showing(): Command[] {
  return filterNames.map((name) => ({
    id: `show-${name}`,
    title: `Show: ${filters[name].title}`,
    group: 'Inbox',
    icon: 'inbox',
    run: () => go(pathTo('inbox', name)),
  }));
}

/** At once where the row is drawn, so that the next key already goes to it; else as soon as it is. */
function focusRow(id: string): void {
  const row = () => document.querySelector<HTMLElement>(`[data-conversation="${CSS.escape(id)}"]`);
  const focus = () => row()?.focus({ preventScroll: true });
  if (row()) focus();
  else requestAnimationFrame(focus);
}

function focusOn(id: string): void {
  document.getElementById(id)?.focus();
}
