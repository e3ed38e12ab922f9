import { pathTo } from '../parse-route.ts';
import { Progress } from '../ui/progress.tsx';
import type { KnowledgeStore } from './knowledge-store.ts';

/** How far an import is, while one goes on or has left something to look at. */
export function ImportProgress({ store }: { store: KnowledgeStore }) {
  const { all, done, failed, waiting, working } = store.imports.counts.value;
  if (all === 0 || (waiting + working === 0 && failed === 0)) return null;
  const isUnderWay = waiting + working > 0;
  return (
    <a class="import-progress" href={pathTo('knowledge', 'import')}>
      <span>{isUnderWay ? `Importing ${done + failed} of ${all}` : `${failed} of ${all} not imported`}</span>
      {isUnderWay && <Progress label="Import" value={done + failed} max={all} />}
    </a>
  );
}
