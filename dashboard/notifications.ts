import { signal } from '@preact/signals';
import type { Message } from '../shared/protocol/index.ts';
import { pathTo } from './parse-route.ts';
import { go } from './route.ts';

const key = 'chatly-notifications';
const shownChars = 160;

/** Whether this browser can show notifications, and whether its operator wants them. */
export const notifications = signal<'on' | 'off' | 'blocked' | 'unable'>(current());

/** Asks the browser, if need be, and remembers what was decided. */
export async function turnNotifications(wanted: 'on' | 'off'): Promise<void> {
  keep(wanted === 'on');
  if (wanted === 'on' && notifications.value !== 'unable') await Notification.requestPermission();
  notifications.value = current();
}

/** Shows a visitor's message outside of the page, while nobody looks at the page. */
export function notifyOf({ conversationId, senderName, content }: Message): void {
  if (notifications.value !== 'on' || !document.hidden) return;
  const shown = new Notification(senderName ?? 'A visitor', {
    body: content.slice(0, shownChars),
    // A conversation's newer message takes the place of the one before.
    tag: conversationId,
  });
  shown.addEventListener('click', () => {
    window.focus();
    go(pathTo('inbox', 'all', conversationId));
    shown.close();
  });
}

function current(): 'on' | 'off' | 'blocked' | 'unable' {
  if (typeof Notification === 'undefined') return 'unable';
  if (Notification.permission === 'denied') return 'blocked';
  return Notification.permission === 'granted' && isWanted() ? 'on' : 'off';
}

function isWanted(): boolean {
  try {
    return localStorage.getItem(key) === 'on';
  } catch {
    return false;
  }
}

function keep(isOn: boolean): void {
  try {
    if (isOn) localStorage.setItem(key, 'on');
    else localStorage.removeItem(key);
  } catch {
    // Where nothing can be kept it stays off.
  }
}
