import { useState } from 'preact/hooks';
import { pathTo } from '../parse-route.ts';
import { Button } from '../ui/button.tsx';
import { Tag } from '../ui/tag.tsx';
import type { ImportItem, ImportQueue } from './import-queue.ts';

const tags = {
  waiting: { tone: 'plain', text: 'Waiting' },
  working: { tone: 'accent', text: 'Importing…' },
  done: { tone: 'positive', text: 'Imported' },
  failed: { tone: 'danger', text: 'Not imported' },
} as const;

const shownAtFirst = 100;

/** What became of each thing that is imported: those that failed first, for there is something to do. */
export function ImportItems({ queue }: { queue: ImportQueue }) {
  const [most, setMost] = useState(shownAtFirst);
  const items = queue.items.value.toSorted((one, other) => rank(one) - rank(other));
  return (
    <>
      <ul class="import-items">
        {items.slice(0, most).map((item) => (
          <li key={item.id}>
            <div class="import-item">
              {item.entryId ? (
                <a href={pathTo('knowledge', item.entryId)} dir="auto">
                  {item.name}
                </a>
              ) : (
                <span dir="auto">{item.name}</span>
              )}
              <Tag tone={tags[item.state].tone}>{tags[item.state].text}</Tag>
              {item.state === 'failed' && item.canRetry && (
                <Button kind="quiet" onClick={() => queue.retry(item.id)}>
                  Try again
                </Button>
              )}
            </div>
            {item.problem && <p class="problem small">{item.problem}</p>}
          </li>
        ))}
      </ul>
      {items.length > most && (
        <Button onClick={() => setMost(most + shownAtFirst)}>
          Show more of {items.length.toLocaleString()}
        </Button>
      )}
    </>
  );
}

function rank({ state }: ImportItem): number {
  return ['failed', 'working', 'waiting', 'done'].indexOf(state);
}
