import type { ChatState, Notice } from '../chat-state.ts';
import type { Host } from '../host.ts';
import type { Message } from '../../client/protocol.ts';
import * as strings from '../strings/en.ts';
import { chats } from './chats.ts';
import { button, el, say } from './dom.ts';
import { head } from './head.ts';
import { talk, type Talk } from './talk.ts';

const notices: Record<Notice, string> = {
  offline: strings.offline,
  reconnecting: strings.reconnecting,
  expired: strings.expired,
  forbidden: strings.refused,
  refused: strings.refused,
};
/** Where the panel fills the screen; the same as in panel.css. */
const small = matchMedia('(width < 480px), (height < 480px)');
const night = matchMedia('(prefers-color-scheme: dark)');
const touch = matchMedia('(pointer: coarse)');

/** The open widget. It shows a state and passes on what the visitor does. */
export function panel(host: Host, chat: Talk) {
  const { title, position, theme } = host.config;
  const said = el('span');
  const again = button('.link', strings.retry, chat.again);
  const notice = el('div.notice', { role: 'status' }, said, ' ', again);
  const heard = el('div.hidden', { 'aria-live': 'polite' });
  const { thread, focus, toEnd, render } = talk(host, chat);
  const others = chats(chat, () => turn(false));
  const top = head(
    host,
    () => turn(!thread.hidden),
    () => dialog.close(),
  );
  const dialog = el(
    `dialog.panel.${position}`,
    { 'aria-label': title, dir: strings.dir, tabindex: '-1' },
    top.header,
    notice,
    others.list,
    thread,
    heard,
  );

  /** Shows the visitor's conversations, or the one that is chosen. */
  function turn(toList: boolean): void {
    others.list.hidden = !toList;
    thread.hidden = toList;
    if (toList) chat.refresh();
    else {
      toEnd();
      focus();
    }
  }

  host.root.append(dialog);
  return {
    dialog,
    render(state: ChatState): void {
      dialog.classList.toggle('dark', theme === 'auto' ? night.matches : theme === 'dark');
      const { notice: trouble, isLoading } = state;
      say(said, trouble ? notices[trouble] : isLoading ? '…' : '');
      again.hidden = trouble !== 'reconnecting' && trouble !== 'refused';
      notice.hidden = said.hidden;
      top.render(state);
      others.render(state);
      render(state);
    },
    announce({ senderName, content }: Message): void {
      heard.textContent = `${senderName ?? title}: ${content}`;
    },
    open(): void {
      if (small.matches) dialog.showModal();
      else dialog.open = true;
      toEnd();
      // On a phone the keyboard comes up only when it is asked for.
      if (touch.matches) dialog.focus();
      else focus();
    },
  };
}
