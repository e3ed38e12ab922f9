import * as strings from '../widget/strings/en.ts';
import { el, rowsIn, say } from '../widget/view/dom.ts';
import { scroller } from '../widget/view/scroller.ts';
import type { Desk } from './desk.ts';
import { nameOf } from './names.ts';
import { reply } from './reply.ts';
import { threadRows } from './thread-rows.ts';

/** One conversation, with where to answer. */
export function threadView(desk: Desk, id: string) {
  const thread = desk.thread(id);
  const back = el('a', { href: '#', class: 'back' }, '← All');
  const title = el('h2', { dir: 'auto' });
  const presence = el('span', { class: 'muted' });
  const takeOver = el('button', { type: 'button' });
  const resolve = el('button', { type: 'button' });
  const earlier = el('button', { type: 'button', class: 'link', hidden: '' }, 'Earlier messages');
  const list = el('ol', { class: 'messages', 'aria-live': 'polite', 'aria-relevant': 'additions' });
  const body = el(
    'div',
    { class: 'body', tabindex: '0', role: 'group', 'aria-label': 'Messages' },
    earlier,
    list,
  );
  const { form, focus } = reply(thread);
  const place = scroller(body, strings.newer, () => undefined);
  const show = rowsIn(list);
  const element = el(
    'section',
    { class: 'thread', 'aria-label': 'Conversation' },
    el('header', {}, back, el('div', { class: 'who' }, title, presence), takeOver, resolve),
    body,
    el('div', { class: 'above' }, place.newer),
    form,
  );
  let ends = { first: '', last: '' };

  resolve.addEventListener('click', () => {
    const status = desk.inbox.get(id)?.status === 'resolved' ? 'open' : 'resolved';
    void desk.change(id, { status });
  });
  takeOver.addEventListener('click', () => {
    void desk.change(id, { handler: desk.inbox.get(id)?.handler === 'bot' ? 'human' : 'bot' });
  });
  earlier.addEventListener('click', () => void desk.load(id));
  const seeAgain = () => thread.marks.mark();
  document.addEventListener('visibilitychange', seeAgain);

  function draw(): void {
    const one = desk.inbox.get(id);
    say(title, one ? nameOf(one) : thread.isLoaded ? 'There is no such conversation.' : 'Loading…');
    say(presence, one ? (desk.online.has(one.visitor.id) ? 'Online' : 'Not on the page now') : '');
    takeOver.hidden = resolve.hidden = !one;
    say(takeOver, one?.handler === 'bot' ? 'Take over' : 'Hand to bot');
    say(resolve, one?.status === 'resolved' ? 'Reopen' : 'Resolve');
    earlier.hidden = (thread.line.all()[0]?.seq ?? 1) <= 1;
    place.around(() => {
      const rows = threadRows(thread);
      show(rows);
      const now = { first: rows[1]?.key ?? '', last: rows.at(-1)?.key ?? '' };
      const below = now.last !== ends.last;
      const own = below && thread.box.all().at(-1)?.clientId === now.last;
      const above = now.first !== ends.first;
      ends = now;
      return { above, below, own };
    });
  }

  return {
    element,
    draw,
    open(): void {
      thread.show(true);
      if (!thread.isLoaded) void desk.load(id);
      draw();
      place.toEnd();
      focus();
    },
    close(): void {
      document.removeEventListener('visibilitychange', seeAgain);
      thread.typing.stop();
      thread.show(false);
    },
  };
}
