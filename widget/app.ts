import { batched } from './batched.ts';
import { Chat } from './chat.ts';
import type { App, Host } from './host.ts';
import { pageShelf } from './shelf.ts';
import { fill } from './fill.ts';
import * as strings from './strings/en.ts';
import { panel } from './view/panel.ts';
import css from './view/panel.css';

/** Brings the widget to life behind the launcher that the loader drew. */
export function start(host: Host): App {
  const { root, base, tenantId, emit } = host;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  const changed = batched(() => draw());
  const chat: Chat = new Chat({
    base,
    tenantId,
    shelf: pageShelf(() => localStorage),
    changed,
    arrived(message) {
      view.announce(message);
      emit('message', message);
    },
  });
  const view = panel({
    host,
    language: document.documentElement.lang || undefined,
    close: () => door.set(false),
    write: (text) => chat.write(text),
    typed: () => chat.typed(),
    retry: (clientId) => chat.retry(clientId),
    loadEarlier: () => void chat.loadEarlier().catch(changed),
    askForHuman: () => void chat.askForHuman().catch(changed),
  });
  const door = doorOf(host, view.section, (isOpen) => {
    if (isOpen) view.open();
    else view.close();
    chat.show(isOpen);
    changed();
  });
  const badge = badgeOf(host);
  const draw = () => {
    const state = chat.state();
    view.render(state);
    badge(door.isOpen() ? 0 : state.unread);
  };
  draw();
  return {
    open: () => door.set(true),
    close: () => door.set(false),
    toggle: () => door.set(!door.isOpen()),
    identify: (details) => void chat.identify(details),
    stop: (how) => chat.stop(how),
  };
}

/** Opens and closes: by the launcher, by Escape, by the page; the focus goes in and comes back. */
function doorOf({ launcher, emit }: Host, section: HTMLElement, turned: (isOpen: boolean) => void) {
  let isOpen = false;
  function set(now: boolean): void {
    if (now === isOpen) return;
    isOpen = now;
    launcher.setAttribute('aria-expanded', String(now));
    turned(now);
    if (!now) launcher.focus({ preventScroll: true });
    emit(now ? 'open' : 'close');
  }
  for (const place of [section, launcher]) {
    place.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') set(false);
    });
  }
  return { set, isOpen: () => isOpen };
}

/** Says on the launcher how much is unread. */
function badgeOf({ badge, launcher, config: { title }, emit }: Host) {
  let shown = 0;
  return (count: number): void => {
    if (count === shown) return;
    shown = count;
    badge.textContent = count > 0 ? String(Math.min(count, 99)) : '';
    launcher.setAttribute('aria-label', count > 0 ? `${title}, ${fill(strings.unread, { count })}` : title);
    emit('unread', count);
  };
}
