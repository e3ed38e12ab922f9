import { useRef, useState } from 'preact/hooks';
import { pathTo } from '../parse-route.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { Pane } from '../ui/pane.tsx';
import { Progress } from '../ui/progress.tsx';
import { FileDrop } from './file-drop.tsx';
import { ImportItems } from './import-items.tsx';
import type { KnowledgeStore } from './knowledge-store.ts';
import { pageAddresses } from './page-addresses.ts';
import { readFileEntries } from './read-files.ts';

/** Brings pages and files into the knowledge base, and shows what became of each. */
export function ImportPage({ store }: { store: KnowledgeStore }) {
  const { imports } = store;
  const counts = imports.counts.value;
  const isUnderWay = counts.waiting + counts.working > 0;

  async function importFiles(files: readonly File[]): Promise<void> {
    for (const file of files) store.importDrafts(await readFileEntries(file));
  }
  return (
    <Pane title="Import" back={pathTo('knowledge')}>
      <PageAddresses add={(addresses) => store.importPages(addresses)} />
      <section class="stack" aria-labelledby="import-files">
        <h2 id="import-files">Files</h2>
        <FileDrop take={(files) => void importFiles(files)} />
        <p class="muted small">
          .md, .txt and .html make one entry each. A .csv makes one of every row; its first line names the
          columns “question” and “answer”, or “title” and “content”.
        </p>
      </section>
      {counts.all > 0 && (
        <section class="stack" aria-labelledby="import-items">
          <div class="import-head">
            <h2 id="import-items" aria-live="polite">
              {isUnderWay ? `${counts.done + counts.failed} of ${counts.all} done` : summary(counts)}
            </h2>
            {counts.failed > 0 &&
              !isUnderWay &&
              imports.items.value.some(({ state, canRetry }) => state === 'failed' && canRetry) && (
                <Button onClick={() => imports.retry()}>Try failed ones again</Button>
              )}
            <Button kind="quiet" onClick={() => imports.clear()}>
              {counts.waiting > 0 ? 'Stop' : 'Clear'}
            </Button>
          </div>
          {isUnderWay && <Progress label="Import" value={counts.done + counts.failed} max={counts.all} />}
          <ImportItems queue={imports} />
        </section>
      )}
    </Pane>
  );
}

function summary({ done, failed }: { done: number; failed: number }): string {
  const imported = `${done} imported`;
  return failed === 0 ? imported : `${imported}, ${failed} not`;
}

function PageAddresses({ add }: { add(addresses: string[]): void }) {
  const [text, setText] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const addresses = pageAddresses(text);

  function submit(event: Event): void {
    event.preventDefault();
    if (addresses.length === 0) return;
    add(addresses);
    setText('');
  }
  return (
    <form ref={form} class="stack" onSubmit={submit}>
      <TextField
        label="Pages"
        rows={3}
        dir="ltr"
        value={text}
        placeholder="https://example.com/help"
        hint="Addresses of public pages, one a line. Each becomes an entry with the page’s own text."
        onInput={({ currentTarget }) => setText(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit();
        }}
      />
      <div class="row-of">
        <Button type="submit" kind="primary" aria-disabled={addresses.length === 0}>
          {addresses.length > 1 ? `Fetch ${addresses.length} pages` : 'Fetch'}
        </Button>
      </div>
    </form>
  );
}
