import { useEffect } from 'preact/hooks';
import { pathTo } from '../parse-route.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState, Failed } from '../ui/empty-state.tsx';
import { Icon } from '../ui/icon.tsx';
import { Menu, MenuItem } from '../ui/menu.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { SubNav } from '../ui/sub-nav.tsx';
import { VirtualList } from '../ui/virtual-list.tsx';
import { EntryRow } from './entry-row.tsx';
import { ImportProgress } from './import-progress.tsx';
import type { KnowledgeStore } from './knowledge-store.ts';

const rowHeight = 76;
const refreshEveryMs = 3_000;

type PaneProps = { store: KnowledgeStore; openPart: string | undefined };

const isPage = (part: string | undefined) => part === 'unanswered' || part === 'synonyms';

/** All entries, or those that a search finds, and the ways to more of them. */
export function EntryListPane({ store, openPart }: PaneProps) {
  const { list } = store;
  useEffect(() => void list.load(), [list]);
  const isIndexing = list.entries.value.some(({ status }) => status === 'indexing');
  useEffect(() => {
    if (!isIndexing) return undefined;
    const timer = setInterval(() => void list.refresh(), refreshEveryMs);
    return () => clearInterval(timer);
  }, [list, isIndexing]);
  return (
    <section class="entry-list" aria-labelledby="knowledge-title">
      <header>
        <h1 id="knowledge-title">Knowledge</h1>
        <a
          class="button plain"
          href={pathTo('knowledge', 'ask')}
          aria-current={openPart === 'ask' ? 'page' : undefined}
        >
          Test
        </a>
        <Menu class="add" label="Add knowledge" button={<Icon name="plus" />}>
          <MenuItem icon="edit" href={pathTo('knowledge', 'new-text')}>
            Write a text
          </MenuItem>
          <MenuItem icon="help" href={pathTo('knowledge', 'new-qa')}>
            Question and answer
          </MenuItem>
          <MenuItem icon="upload" href={pathTo('knowledge', 'import')}>
            Import pages or files
          </MenuItem>
        </Menu>
      </header>
      <SubNav
        label="Knowledge pages"
        pages={[
          { title: 'Entries', href: pathTo('knowledge'), isHere: !isPage(openPart) },
          {
            title: 'Unanswered',
            href: pathTo('knowledge', 'unanswered'),
            isHere: openPart === 'unanswered',
            count: store.unanswered.open.value,
          },
          { title: 'Synonyms', href: pathTo('knowledge', 'synonyms'), isHere: openPart === 'synonyms' },
        ]}
      />
      <div class="entry-search">
        <SearchField
          id="knowledge-search"
          label="Search knowledge"
          value={list.q.value}
          onSearch={(q) => void list.load(q)}
        />
      </div>
      <ImportProgress store={store} />
      <Rows store={store} openPart={openPart} />
    </section>
  );
}

function Rows({ store, openPart }: PaneProps) {
  const { list } = store;
  const entries = list.entries.value;
  if (list.state.value === 'failed')
    return <Failed message={list.problem.value} retry={() => void list.load()} />;
  if (list.state.value === 'loading') return <Skeleton lines={8} label="Loading entries" />;
  if (entries.length === 0) return <Nothing store={store} />;
  return (
    <VirtualList
      items={entries}
      keyOf={({ id }) => id}
      rowHeight={rowHeight}
      label={list.q.value === '' ? 'Entries' : 'Found entries'}
      activeKey={openPart ?? null}
      readOn={() => void list.readOn()}
      render={(entry) => <EntryRow entry={entry} isOpen={entry.id === openPart} />}
    >
      {list.isReadingOn.value && <Skeleton lines={2} label="Loading more entries" />}
    </VirtualList>
  );
}

function Nothing({ store: { list } }: { store: KnowledgeStore }) {
  if (list.q.value !== '') {
    return (
      <EmptyState icon="search" title="Nothing found">
        <p>No entry holds all of these words.</p>
        <Button onClick={() => void list.load('')}>Clear the search</Button>
      </EmptyState>
    );
  }
  return (
    <EmptyState icon="knowledge" title="Nothing known yet">
      <p>The bot answers from what you put here. Begin with your help pages.</p>
      <a class="button primary" href={pathTo('knowledge', 'import')}>
        Import pages or files
      </a>
    </EmptyState>
  );
}
