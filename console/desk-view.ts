import type { User } from '../shared/api/auth.ts';
import { batched } from '../widget/batched.ts';
import { el, rowsIn, say } from '../widget/view/dom.ts';
import { api, messageOf, read } from './api.ts';
import { Desk } from './desk.ts';
import { embedDialog } from './embed.ts';
import { inboxRow } from './inbox-row.ts';
import { threadView } from './thread-view.ts';

const connection = {
  live: 'Connected',
  connecting: 'Connecting…',
  waiting: 'Connection lost. Trying again; what you write is kept.',
  refused: 'Not connected.',
};

/** The operator's page: conversations, the one that is open, and the state of the connection in words. */
export function deskView(user: User, signedOut: (note: string) => void) {
  const state = el('span', { class: 'state', role: 'status' });
  const problem = el('p', { class: 'problem banner', role: 'alert', hidden: '' });
  const embed = el('button', { type: 'button' }, 'Embed code');
  const leave = el('button', { type: 'button' }, 'Sign out');
  const list = el('ul', { class: 'list' });
  const empty = el('div', { class: 'empty' });
  const more = el('button', { type: 'button', class: 'link', hidden: '' }, 'Earlier conversations');
  const inbox = el('nav', { 'aria-label': 'Conversations' }, empty, list, more);
  const place = el('div', { class: 'place' });
  const bar = el('header', {}, el('strong', {}, user.companyName), state, embed, leave);
  const element = el('div', { class: 'desk' }, bar, problem, el('main', {}, inbox, place));
  const show = rowsIn(list);
  let opened = '';
  let thread: ReturnType<typeof threadView> | null = null;

  const changed = batched(() => draw());
  const desk = new Desk({
    user,
    changed,
    failed: (message) => say(problem, message),
    signedOut: () => signedOut('Your session has ended. Sign in again; what you wrote is kept.'),
  });

  function draw(): void {
    say(state, connectionOf(desk));
    state.dataset['status'] = desk.status;
    if (desk.status === 'live') say(problem, '');
    show(
      desk.inbox.all().map((one) =>
        inboxRow(one, {
          isTyping: desk.thread(one.id).typist.who() !== null,
          isOnline: desk.online.has(one.visitor.id),
          isOpen: opened === one.id,
        }),
      ),
    );
    more.hidden = desk.nextCursor === null;
    empty.hidden = desk.inbox.all().length > 0;
    const next = desk.isLoaded
      ? 'No conversations yet. Put the embed code on a page, or open a page with your widget.'
      : 'Loading…';
    if (empty.textContent !== next) empty.textContent = next;
    const unread = desk.inbox.unread();
    document.title = unread > 0 ? `(${unread}) Chatly console` : 'Chatly console';
    thread?.draw();
  }

  function openHash(): void {
    const id = location.hash.slice(1);
    if (thread && id === opened) return;
    thread?.close();
    opened = id;
    element.classList.toggle('has-open', id !== '');
    thread = id === '' ? null : threadView(desk, id);
    place.replaceChildren(thread?.element ?? el('p', { class: 'empty' }, 'Choose a conversation.'));
    thread?.open();
    changed();
  }

  embed.addEventListener(
    'click',
    () => void embedDialog().catch((error: unknown) => say(problem, messageOf(error))),
  );
  more.addEventListener('click', () => void desk.more());
  state.addEventListener('click', () => desk.reconnect());
  leave.addEventListener('click', async () => {
    const trouble = await signOut(desk);
    if (trouble === null) signedOut('');
    else say(problem, trouble);
  });
  addEventListener('hashchange', openHash);
  openHash();
  return {
    element,
    close(): void {
      removeEventListener('hashchange', openHash);
      thread?.close();
      desk.close({ forget: false });
    },
  };
}

function connectionOf({ status }: Desk): string {
  const isOffline = status === 'waiting' && !navigator.onLine;
  return isOffline ? 'You are offline. What you write is kept and sent later.' : connection[status];
}

/** Ends the session; null, or why it goes on. */
async function signOut(desk: Desk): Promise<string | null> {
  const count = desk.unsent();
  if (count > 0 && !confirm(`${count} of your messages are not sent yet. Sign out and lose them?`)) return '';
  try {
    await read(api.auth.logout.$post());
    desk.close({ forget: true });
    return null;
  } catch (error) {
    return messageOf(error);
  }
}
