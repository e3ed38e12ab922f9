import type { App, PageEvent, WidgetConfig } from './host.ts';
import { chooseLanguage } from './language.ts';
import { drawLauncher } from './launcher.ts';
import type { Details } from './session.ts';
import { drawing } from './svg.ts';

type Handler = (value?: unknown) => void;
type BootOptions = { tenant?: string };
type Booted = { tenantId: string; remove(how: { forget: boolean }): void; app(): Promise<App> };

const script =
  document.currentScript ??
  document.querySelector<HTMLScriptElement>('script[data-tenant][src*="widget.js"]');
const base = new URL(script?.getAttribute('src') ?? '', document.baseURI).origin;

const handlers = new Map<string, Set<Handler>>();
let booted: Booted | undefined;
let details: Details | undefined;

function emit(name: PageEvent, value?: unknown): void {
  for (const handler of handlers.get(name) ?? []) handler(value);
}

/** Draws the launcher. The rest comes with the first click, or at once where this browser has a conversation. */
function boot({ tenant = script?.getAttribute('data-tenant') ?? '' }: BootOptions = {}): void {
  if (booted || !tenant) return;
  const element = document.createElement('chatly-widget');
  const root = element.attachShadow({ mode: 'closed' });
  const drawn = configOf(tenant).then((config) => ({ config, ...drawLauncher(root, config) }));
  let loading: Promise<App> | undefined;
  let tries = '';

  const app = () => (loading ??= load());
  const mine: Booted = { tenantId: tenant, app, remove };
  booted = mine;
  async function load(): Promise<App> {
    const { trouble, ...host } = await drawn;
    try {
      const { start } = await import(`${base}/widget/app.${languageOfPage()}.js?v=${buildVersion}${tries}`);
      trouble.textContent = '';
      const started: App = start({ base, tenantId: tenant, root, emit, drawing, ...host });
      if (details) started.identify(details);
      return started;
    } catch (error) {
      // A browser may remember that an address failed; another try asks under another one.
      tries += '&';
      loading = undefined;
      trouble.textContent = 'The chat could not be loaded. Try again.';
      throw error;
    }
  }

  function remove(how: { forget: boolean }): void {
    element.remove();
    if (loading) loading.then((started) => started.stop(how), ignore);
    else if (how.forget) for (const key of kept(tenant)) localStorage.removeItem(key);
  }

  drawn
    .then(({ launcher }) => {
      // The page may have thought better of it meanwhile.
      if (booted !== mine) return undefined;
      launcher.addEventListener('click', () => withApp('toggle'));
      document.documentElement.append(element);
      return kept(tenant).length > 0 ? app() : undefined;
    })
    .catch(ignore);
}

/** Errors: rejects where nobody answers; where there is no such widget, nothing is there to be drawn. */
async function configOf(tenant: string): Promise<WidgetConfig> {
  const answer = await fetch(`${base}/api/widget/public/${encodeURIComponent(tenant)}`, {
    credentials: 'omit',
  });
  return (await answer.json()).data;
}

/** The page's language, else the browser's. */
function languageOfPage(): string {
  const page = document.documentElement.lang;
  return chooseLanguage(page ? [page] : navigator.languages, languages);
}

/** The names under which this browser keeps a conversation with the tenant. */
function kept(tenant: string): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(`chatly:${tenant}`));
  } catch {
    return [];
  }
}

function ignore(): void {
  // Said already, where the visitor sees it.
}

function withApp(act: 'open' | 'close' | 'toggle'): void {
  booted?.app().then((started) => started[act](), ignore);
}

type Call = [name: 'boot' | 'shutdown' | 'open' | 'close' | 'identify' | 'on', ...args: unknown[]];

/** The one name that a page gets. */
const api = {
  /** Calls as an array takes them, so that a page need not know whether this script has come yet. */
  push(...calls: Call[]): void {
    for (const [name, ...args] of calls) Reflect.apply(api[name], api, args);
  },
  boot,
  /** Takes the widget off the page; `forget` also takes the conversation off this browser. */
  shutdown({ forget = false }: { forget?: boolean } = {}): void {
    booted?.remove({ forget });
    booted = undefined;
    // Whoever comes next is somebody else.
    details = undefined;
  },
  open: () => withApp('open'),
  close: () => withApp('close'),
  identify(who: Details): void {
    details = who;
    if (booted && kept(booted.tenantId).length > 0)
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
    Chatly?: typeof api | Call[];
  }
}

const early = window.Chatly ?? [];
if (Array.isArray(early)) {
  window.Chatly = api;
  boot();
  api.push(...early);
}
