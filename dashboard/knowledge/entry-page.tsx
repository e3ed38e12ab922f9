import { useEffect, useRef, useState } from 'preact/hooks';
import type { Entry } from '../../shared/api/knowledge-base.ts';
import { codeOf } from '../../client/http.ts';
import { messageOf } from '../api.ts';
import { useDesk } from '../desk-context.ts';
import { pathTo } from '../parse-route.ts';
import { EmptyState, Failed } from '../ui/empty-state.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { EntryForm } from './entry-form.tsx';
import type { KnowledgeStore } from './knowledge-store.ts';

type Loaded =
  | { state: 'loading' }
  | { state: 'missing' }
  | { state: 'failed'; problem: string }
  | { state: 'ready'; entry: Entry };

const askAgainMs = 2_000;

/** One entry, fetched as it is now; while it is being indexed it is asked about again. */
export function EntryPage({ store, id }: { store: KnowledgeStore; id: string }) {
  const desk = useDesk();
  const [loaded, setLoaded] = useState<Loaded>({ state: 'loading' });
  const saves = useRef(0);

  async function load(): Promise<void> {
    const before = saves.current;
    try {
      const entry = await store.fetch(id);
      // What was saved meanwhile may not be in it yet.
      if (before === saves.current) setLoaded({ state: 'ready', entry });
    } catch (error) {
      desk.failed(error, { isSaid: true });
      setLoaded((was) => {
        if (was.state === 'ready') return was;
        return codeOf(error) === 'not_found'
          ? { state: 'missing' }
          : { state: 'failed', problem: messageOf(error) };
      });
    }
  }
  function saved(entry: Entry): void {
    saves.current += 1;
    setLoaded({ state: 'ready', entry });
  }
  useEffect(() => void load(), [id]);
  const isIndexing = loaded.state === 'ready' && loaded.entry.status === 'indexing';
  useEffect(() => {
    if (!isIndexing) return undefined;
    const timer = setInterval(() => void load(), askAgainMs);
    return () => clearInterval(timer);
  }, [isIndexing]);

  if (loaded.state === 'loading') return <Skeleton lines={8} label="Loading the entry" />;
  if (loaded.state === 'failed') return <Failed message={loaded.problem} retry={() => void load()} />;
  if (loaded.state === 'ready') {
    return <EntryForm store={store} entry={loaded.entry} saved={saved} />;
  }
  return (
    <EmptyState icon="knowledge" title="There is no such entry">
      <p>It may have been deleted.</p>
      <a class="button plain" href={pathTo('knowledge')}>
        All entries
      </a>
    </EmptyState>
  );
}
