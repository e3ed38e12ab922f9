import type { ChatState } from '../chat-state.ts';
import type { Host } from '../host.ts';
import * as strings from '../strings/en.ts';
import { button, el } from './dom.ts';

const cross = 'M6 6l12 12M18 6L6 18';
const lines = 'M4 7h16M4 12h16M4 17h10';

/** The top of the panel: whom one talks to, whether somebody is there, and the ways out. */
export function head({ config, drawing }: Host, turn: () => void, close: () => void) {
  const presence = el('p.presence');
  const menu = button('.icon.menu', drawing(lines), turn, { 'aria-label': strings.chats });
  const cancel = button('.icon', drawing(cross), close, { 'aria-label': strings.close });
  const who = el('div.who', {}, el('h2', { dir: 'auto' }, config.title), presence);
  return {
    header: el('header', {}, logo(config), who, menu, cancel),
    render({ isStaffed, conversations, unreadElsewhere }: ChatState): void {
      presence.textContent = isStaffed === null ? '' : isStaffed ? strings.online : strings.away;
      presence.classList.toggle('is-online', isStaffed === true);
      menu.hidden = conversations.length === 0;
      menu.classList.toggle('unread', unreadElsewhere > 0);
    },
  };
}

/** The tenant's logo, or its initial where there is none or it does not load. */
function logo({ logoUrl, title }: Host['config']): HTMLElement {
  const letters = el('div.logo', { 'aria-hidden': 'true' }, Array.from(title)[0]);
  if (!logoUrl) return letters;
  const error = () => image.replaceWith(letters);
  const image = el('img.logo', { src: logoUrl, alt: '', referrerpolicy: 'no-referrer', error });
  return image;
}
