import { useEffect } from 'preact/hooks';
import { useDesk } from '../desk-context.ts';
import { pathTo } from '../parse-route.ts';
import { route } from '../route.ts';
import { Failed } from '../ui/empty-state.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { SubNav } from '../ui/sub-nav.tsx';
import { configOf } from './config-store.ts';
import { IdentityPage } from './identity-page.tsx';
import { InstallPage } from './install-page.tsx';
import { LookPage } from './look-page.tsx';

const pages = { look: 'Look', install: 'Install', identity: 'Known visitors' };

type PageName = keyof typeof pages;

const names: readonly PageName[] = ['look', 'install', 'identity'];

/** How the widget looks, how it comes onto a page, and how visitors prove who they are. */
export function WidgetPlace() {
  const store = configOf(useDesk());
  useEffect(() => void store.load(), [store]);
  const here = names.find((name) => name === route.value.parts[0]) ?? 'look';
  const loaded = store.loaded.value;
  return (
    <div class={here === 'look' ? 'page widget-page with-preview' : 'page widget-page'}>
      <header>
        <h1>Widget</h1>
        <SubNav
          label="Widget settings"
          pages={names.map((name) => ({
            title: pages[name],
            href: pathTo('widget', name),
            isHere: name === here,
          }))}
        />
      </header>
      {loaded.state === 'loading' && <Skeleton lines={8} label="Loading the settings" />}
      {loaded.state === 'failed' && <Failed message={loaded.problem} retry={() => void store.load()} />}
      {loaded.state === 'ready' && here === 'look' && <LookPage store={store} config={loaded.config} />}
      {loaded.state === 'ready' && here === 'install' && <InstallPage store={store} config={loaded.config} />}
      {loaded.state === 'ready' && here === 'identity' && <IdentityPage />}
    </div>
  );
}
