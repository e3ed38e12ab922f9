import { batched } from '../client/batched.ts';
import { chatOf, type Chat } from './chat.ts';
import { fill } from './fill.ts';
import type { App, Host } from './host.ts';
import { pageShelf } from '../client/shelf.ts';
import * as strings from './strings/en.ts';
import { chime } from './view/chime.ts';
import { el } from './view/dom.ts';
import { panel } from './view/panel.ts';
import forms from './view/forms.css';
import frame from './view/panel.css';
import thread from './view/thread.css';

/** Brings the widget to life behind the launcher that the loader drew. */
export function start(host: Host): App {
  const { root, base, tenantId, launcher, emit } = host;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(frame + forms + thread);
  root.adoptedStyleSheets.push(sheet);
  const draw = batched(() => {
    const state = chat.state();
    view.render(state);
    unread(dialog.open ? 0 : state.unread + state.unreadElsewhere);
  });
  const chat: Chat = chatOf({
    base,
    tenantId,
    shelf: pageShelf(() => localStorage),
    changed: draw,
    arrived(message) {
      view.announce(message);
      if (chat.state().sound && (document.hidden || !dialog.open)) chime();
      emit('message', message);
    },
  });
  const view = panel(host, chat);
  const { dialog } = view;
  const unread = unreadOn(host);

  function turned(): void {
    launcher.setAttribute('aria-expanded', String(dialog.open));
    chat.show(dialog.open);
    draw();
    emit(dialog.open ? 'open' : 'close');
  }
  function open(): void {
    if (dialog.open) return;
    view.open();
    turned();
  }
  const close = () => dialog.close();
  dialog.addEventListener('close', () => {
    turned();
    launcher.focus({ preventScroll: true });
  });
  for (const place of [dialog, launcher] as HTMLElement[]) {
    place.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') close();
    });
  }
  draw();
  return {
    open,
    close,
    toggle: () => (dialog.open ? close() : open()),
    identify: (details) => chat.identify(details),
    stop(how) {
      chat.stop(how);
      unread(0);
    },
  };
}

/** Says on the launcher and in the page's title how much is unread. */
function unreadOn({ launcher, config: { title }, emit }: Host) {
  const badge = el('span.badge');
  launcher.append(badge);
  let shown = 0;
  let mark = '';
  return (count: number): void => {
    if (count === shown) return;
    shown = count;
    badge.textContent = count > 0 ? String(count) : '';
    launcher.setAttribute('aria-label', count > 0 ? `${title}, ${fill(strings.unread, { count })}` : title);
    // What the page itself writes there is left alone, a count of its own too.
    const own = document.title.startsWith(mark) ? document.title.slice(mark.length) : document.title;
    mark = count > 0 ? `(${count}) ` : '';
    document.title = mark + own;
    emit('unread', count);
  };
}
