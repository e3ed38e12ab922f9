import type { Entry } from '../../shared/api/knowledge-base.ts';
import { pathTo } from '../parse-route.ts';
import { nowMs } from '../ui/now.ts';
import { shortTime, wholeTime } from '../ui/times.ts';
import { EntryStatus } from './entry-status.tsx';
import { entryExcerpt, entryName } from './entry-text.ts';

/** One entry in the list. */
export function EntryRow({ entry, isOpen }: { entry: Entry; isOpen: boolean }) {
  return (
    <a class="entry-row" href={pathTo('knowledge', entry.id)} aria-current={isOpen ? 'true' : undefined}>
      <span class="entry-row-head">
        <strong dir="auto">{entryName(entry)}</strong>
        {entry.status !== 'ready' && <EntryStatus entry={entry} />}
        <time dateTime={entry.updatedAt} title={wholeTime(entry.updatedAt)}>
          {shortTime(entry.updatedAt, nowMs.value)}
        </time>
      </span>
      <span class="entry-row-text" dir="auto">
        {entryExcerpt(entry)}
      </span>
    </a>
  );
}
