import type { ChatState, Notice } from '../chat-state.ts';
import type { Host } from '../host.ts';
import type { Message } from '../protocol.ts';
import * as strings from '../strings/en.ts';
import { composer } from './composer.ts';
import { el, rowsIn, say } from './dom.ts';
import { rowsOf } from './rows.ts';
import { scroller } from './scroller.ts';
import { timesIn } from './times.ts';

export type PanelPorts = {
  host: Host;
  language: string | undefined;
  write(text: string): void;
  typed(): void;
  retry(clientId: string): void;
  close(): void;
  loadEarlier(): void;
  askForHuman(): void;
};

const notices: Record<Notice, string> = {
  offline: strings.offline,
  reconnecting: strings.reconnecting,
  expired: strings.expired,
  forbidden: strings.forbidden,
  refused: strings.refused,
};
const cross = 'M6 6l12 12M18 6L6 18';

/** The open widget: header, messages, composer. It shows a state and passes on what the visitor does. */
export function panel(ports: PanelPorts) {
  const { host, language } = ports;
  const { config, root } = host;
  const { header, presence } = head(ports);
  const notice = el('div', { class: 'notice', role: 'status', hidden: '' });
  const earlier = el('button', { type: 'button', class: 'link earlier', hidden: '' }, strings.earlier);
  const welcome = el('p', { class: 'bubble welcome', dir: 'auto' }, config.welcomeText);
  const list = el('ol', { class: 'messages' });
  const body = el(
    'div',
    { class: 'body', tabindex: '0', role: 'group', 'aria-label': config.title },
    earlier,
    welcome,
    list,
  );
  const human = el('button', { type: 'button', class: 'pill human', hidden: '' }, strings.human);
  const heard = el('div', { class: 'hidden', 'aria-live': 'polite' });
  const { form, focus } = composer(ports);
  const place = scroller(body, strings.newer, () => {
    if (!earlier.hidden) ports.loadEarlier();
  });
  const section = el(
    'section',
    {
      class: `panel ${config.position}`,
      role: 'dialog',
      'aria-label': config.title,
      dir: strings.dir,
      tabindex: '-1',
      hidden: '',
    },
    header,
    notice,
    body,
    el('div', { class: 'above' }, place.newer),
    human,
    form,
    heard,
  );
  const show = rowsIn(list);
  const context = { times: timesIn(language), title: config.title, retry: ports.retry };
  let ends = { first: '', last: '' };

  earlier.addEventListener('click', ports.loadEarlier);
  human.addEventListener('click', ports.askForHuman);
  root.append(section);

  function render(state: ChatState): void {
    say(notice, state.notice ? notices[state.notice] : state.isLoading ? strings.loading : '');
    say(presence, state.isStaffed === null ? '' : state.isStaffed ? strings.online : strings.away);
    presence.classList.toggle('is-online', state.isStaffed === true);
    earlier.hidden = !state.hasEarlier;
    welcome.hidden = state.hasEarlier;
    human.hidden = state.handler !== 'bot';
    place.around(() => {
      const rows = rowsOf(state, context);
      show(rows);
      const now = { first: rows[1]?.key ?? '', last: rows.at(-1)?.key ?? '' };
      const grew = { above: now.first !== ends.first, below: now.last !== ends.last };
      const own = grew.below && state.drafts.at(-1)?.clientId === now.last;
      ends = now;
      return { ...grew, own };
    });
  }

  return {
    section,
    render,
    announce(message: Message): void {
      heard.textContent = `${message.senderName ?? config.title}: ${message.content}`;
    },
    open(): void {
      section.hidden = false;
      place.toEnd();
      // On a phone the keyboard comes up only when it is asked for.
      if (matchMedia('(pointer: coarse)').matches) section.focus({ preventScroll: true });
      else focus();
    },
    close: () => {
      section.hidden = true;
    },
  };
}

function head({ host: { config, drawing }, close }: PanelPorts) {
  const presence = el('p', { class: 'presence', hidden: '' });
  const button = el(
    'button',
    { type: 'button', class: 'close', 'aria-label': strings.close },
    drawing(cross),
  );
  button.addEventListener('click', close);
  const name = el('div', { class: 'who' }, el('h2', { dir: 'auto' }, config.title), presence);
  return { presence, header: el('header', {}, logo(config), name, button) };
}

/** The tenant's logo, or its initials where there is none or it does not load. */
function logo({ logoUrl, title }: Host['config']): HTMLElement {
  const words = title.trim().split(/\s+/).slice(0, 2);
  const initials = words.map((word) => Array.from(word)[0] ?? '').join('');
  const letters = el('div', { class: 'logo', 'aria-hidden': 'true' }, initials.toUpperCase());
  if (!logoUrl) return letters;
  const image = el('img', { class: 'logo', src: logoUrl, alt: '', referrerpolicy: 'no-referrer' });
  image.addEventListener('error', () => image.replaceWith(letters));
  return image;
}
