import type { Chat } from '../chat.ts';
import type { ChatState } from '../chat-state.ts';
import * as strings from '../strings/en.ts';
import { chime } from './chime.ts';
import { button, el, rowsIn } from './dom.ts';
import { dayOf } from './times.ts';

/** The visitor's conversations, newest first, and the way to a new one. */
export function chats(chat: Pick<Chat, 'choose' | 'keep'>, chosen: () => void) {
  const list = el('ul.messages');
  const show = rowsIn(list);
  let isOn = false;
  const sound = button('.link', '', () => {
    if (!isOn) chime();
    chat.keep({ sound: !isOn });
  });
  const choose = (id?: string) => {
    chat.choose(id);
    chosen();
  };
  return {
    list: el(
      'div.body',
      { hidden: '' },
      button('.pill', strings.begin, () => choose()),
      list,
      sound,
    ),
    render({ conversations, sound: now }: ChatState): void {
      isOn = now;
      sound.textContent = strings.sound + (isOn ? ' ✓' : '');
      show(
        conversations.map(({ id, title, lastMessage, unreadCount, updatedAt }) => ({
          key: id,
          signature: title + lastMessage?.id + unreadCount,
          make: () => {
            const row = button(`.chat${unreadCount > 0 ? '.unread' : ''}`, title, () => choose(id), {
              dir: 'auto',
            });
            row.append(el('small', {}, lastMessage?.content, el('br'), dayOf(updatedAt)));
            return el('li', {}, row);
          },
        })),
      );
    },
  };
}
