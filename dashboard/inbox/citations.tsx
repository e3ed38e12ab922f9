import { useState } from 'preact/hooks';
import type { Citation } from '../../shared/protocol/index.ts';
import { pathTo } from '../parse-route.ts';

/** The sources of a bot's answer, as numbers that open the quote. */
export function Citations({ citations }: { citations: readonly Citation[] }) {
  const [openAt, setOpenAt] = useState<number | null>(null);
  const open = openAt === null ? undefined : citations[openAt];
  return (
    <div class="citations">
      <span class="muted small">Sources</span>
      {citations.map(({ entryId, title }, at) => (
        <button
          key={`${entryId}-${at}`}
          type="button"
          class="chip"
          aria-label={`Source ${at + 1}: ${title}`}
          title={title}
          aria-expanded={openAt === at}
          onClick={() => setOpenAt(openAt === at ? null : at)}
        >
          {at + 1}
        </button>
      ))}
      {open && (
        <figure class="quote">
          <blockquote dir="auto">{open.quote}</blockquote>
          <figcaption class="small">
            <a href={pathTo('knowledge', open.entryId)} dir="auto">
              {open.title}
            </a>
          </figcaption>
        </figure>
      )}
    </div>
  );
}
