import { readableOn, textOn } from './contrast.ts';
import type { App, Host, PageEvent, WidgetConfig } from './host.ts';
import { chooseLanguage } from './language.ts';
import css from './loader.css';
import type { Details } from './session.ts';
import { drawing } from './svg.ts';

type Handler = (value?: unknown) => void;
type BootOptions = { tenant?: string };

const bubble = 'M21 11.5a8.5 8.5 0 0 1-12.3 7.6L3 21l1.9-5.7A8.5 8.5 0 1 1 21 11.5z';
const chevron = 'M6 9l6 6 6-6';

const script =
  document.currentScript ??
  document.querySelector<HTMLScriptElement>('script[data-tenant][src*="widget.js"]');
const base = script instanceof HTMLScriptElement ? new URL(script.src).origin : location.origin;

/** The surfaces on which the tenant's colour must be readable; the same as in view/panel.css. */
const surfaces = { light: '#ffffff', dark: '#1b1d21' };

const handlers = new Map<string, Set<Handler>>();
let booted: { tenant: string; remove(how: { forget: boolean }): void; app(): Promise<App> } | null = null;
let details: Details | null = null;

function emit(name: PageEvent, value?: unknown): void {
  for (const handler of handlers.get(name) ?? []) handler(value);
}

/** Draws the launcher. The rest comes with the first click, or at once where this browser has a conversation. */
function boot({ tenant = script?.getAttribute('data-tenant') ?? '' }: BootOptions = {}): void {
  if (booted || !tenant) return;
  const element = document.createElement('chatly-widget');
  const root = element.attachShadow({ mode: 'closed' });
  const drawn = draw(tenant, root);
  let loading: Promise<App> | undefined;
  let tries = 0;

  const app = () => (loading ??= load());
  async function load(): Promise<App> {
    const host = await drawn;
    try {
      // A browser may remember that an address failed; another try asks under another one.
      const { start } = await import(
        `${base}/widget/app.${languageOfPage()}.js?v=${buildVersion}${tries++ ? `&try=${tries}` : ''}`
      );
      const started: App = start(host);
      host.trouble.textContent = '';
      if (details) started.identify(details);
      return started;
    } catch (error) {
      loading = undefined;
      host.trouble.textContent = 'The chat could not be loaded. Check your connection, then try again.';
      throw error;
    }
  }

  booted = {
    tenant,
    app,
    remove(how) {
      element.remove();
      loading?.then((started) => started.stop(how), ignore);
      if (how.forget && !loading) forget(tenant);
    },
  };
  drawn
    .then(({ launcher }) => {
      launcher.addEventListener('click', () => app().then((started) => started.toggle(), ignore));
      document.documentElement.append(element);
      return kept(tenant).length > 0 ? app() : undefined;
    })
    .catch(ignore);
}

/** The page's language, else the browser's. */
function languageOfPage(): string {
  const page = document.documentElement.lang;
  return chooseLanguage(page ? [page] : navigator.languages, languages);
}

type Drawn = Host & { trouble: HTMLElement };

async function draw(tenantId: string, root: ShadowRoot): Promise<Drawn> {
  const answer = await fetch(`${base}/api/widget/public/${encodeURIComponent(tenantId)}`, {
    credentials: 'omit',
  });
  if (!answer.ok) throw new Error(`Chatly knows no widget ${tenantId}.`);
  const config: WidgetConfig = (await answer.json()).data;
  const sheet = new CSSStyleSheet();
  const { color } = config;
  const accents = `--accent-light:${readableOn(color, surfaces.light)};--accent-dark:${readableOn(color, surfaces.dark)}`;
  sheet.replaceSync(`${css}:host{--brand:${color};--on:${textOn(color)};${accents}}`);
  root.adoptedStyleSheets = [sheet];
  const launcher = document.createElement('button');
  launcher.className = `launcher ${config.position}`;
  for (const [name, value] of Object.entries({
    label: config.title,
    expanded: 'false',
    haspopup: 'dialog',
  })) {
    launcher.setAttribute(`aria-${name}`, value);
  }
  const badge = document.createElement('span');
  badge.className = 'badge';
  launcher.append(drawing(bubble, 'closed'), drawing(chevron, 'opened'), badge);
  const trouble = document.createElement('div');
  trouble.className = `trouble ${config.position}`;
  trouble.setAttribute('role', 'alert');
  root.append(trouble, launcher);
  return { base, tenantId, config, root, launcher, badge, emit, drawing, trouble };
}

/** The names under which this browser keeps a conversation with the tenant. */
function kept(tenant: string): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(`chatly:${tenant}`));
  } catch {
    return [];
  }
}

function forget(tenant: string): void {
  for (const key of kept(tenant)) localStorage.removeItem(key);
}

function ignore(): void {
  // Said already, where the visitor sees it.
}

/** The one name that a page gets. */
const api = {
  boot,
  /** Takes the widget off the page; `forget` also takes the conversation off this browser. */
  shutdown({ forget = false }: { forget?: boolean } = {}): void {
    booted?.remove({ forget });
    booted = null;
  },
  open: () => void booted?.app().then((started) => started.open(), ignore),
  close: () => void booted?.app().then((started) => started.close(), ignore),
  identify(who: Details): void {
    details = who;
    if (booted && kept(booted.tenant).length > 0)
      booted.app().then((started) => started.identify(who), ignore);
  },
  /** Calls a function at `open`, `close`, `message`, `unread`; returns how to end that. */
  on(name: PageEvent, handler: Handler): () => void {
    const all = handlers.get(name) ?? new Set();
    handlers.set(name, all.add(handler));
    return () => void all.delete(handler);
  },
};

declare global {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- Only an interface adds to Window.
  interface Window {
    Chatly?: typeof api;
  }
}

if (!window.Chatly) {
  window.Chatly = api;
  boot();
}
