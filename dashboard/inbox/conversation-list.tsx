import { limits } from '../../shared/limits.ts';
import { useDesk } from '../desk-context.ts';
import { type FilterName, filterNames, filters } from '../live/inbox-filter.ts';
import { mostFound } from '../live/inbox-list.ts';
import { pathTo } from '../parse-route.ts';
import { EmptyState, Failed } from '../ui/empty-state.tsx';
import { Icon } from '../ui/icon.tsx';
import { Menu, MenuItem } from '../ui/menu.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { VirtualList } from '../ui/virtual-list.tsx';
import { ConversationRow } from './conversation-row.tsx';
import { highlighted, searched } from './inbox-state.ts';
import { SearchBox } from './search-box.tsx';

const rowHeight = 88;

type ListProps = { filter: FilterName; openId: string | undefined };

/** The conversations under a filter or a search. */
export function ConversationList({ filter, openId }: ListProps) {
  return (
    <section class="list-pane" aria-label="Conversations">
      <header>
        <Menu
          class="filter"
          label="What is shown"
          hasWords
          button={
            <>
              <span class="unseen">Shown:</span>
              <strong>{filters[filter].title}</strong>
              <Count filter={filter} />
              <Icon name="down" />
            </>
          }
        >
          {filterNames.map((name) => (
            <MenuItem
              key={name}
              icon={name === filter ? 'check' : 'inbox'}
              href={pathTo('inbox', name)}
              note={<Count filter={name} />}
            >
              {filters[name].title}
            </MenuItem>
          ))}
        </Menu>
        <SearchBox />
      </header>
      <Rows filter={filter} openId={openId} />
    </section>
  );
}

/** How many a filter holds, as far as that is counted. */
function Count({ filter }: { filter: FilterName }) {
  const counts = useDesk().counts.value.value;
  if (counts === null || filter === 'all') return null;
  const count = counts[filter];
  return <span class="figure">{count >= limits.page.maxCount ? `${limits.page.maxCount - 1}+` : count}</span>;
}

function Rows({ filter, openId }: ListProps) {
  const desk = useDesk();
  const list = desk.list.value;
  const rows = list.rows.value;
  const state = list.state.value;
  if (state === 'failed') return <Failed message={list.problem.value} retry={() => void desk.refresh()} />;
  if (rows.length === 0 && state === 'loading') return <Skeleton lines={9} label="Loading conversations" />;
  if (rows.length === 0) return <Nothing filter={filter} />;
  return (
    <VirtualList
      items={rows}
      keyOf={({ id }) => id}
      rowHeight={rowHeight}
      label={searched.value === '' ? `${filters[filter].title} conversations` : 'Found conversations'}
      activeKey={openId ?? highlighted.value}
      readOn={() => void list.readOn('older')}
      readBack={list.hasNewer ? () => void list.readOn('newer') : undefined}
      render={(one) => <ConversationRow one={one} filter={filter} isOpen={one.id === openId} />}
    >
      {list.isReadingOn.value && <Skeleton lines={2} label="Loading more conversations" />}
      {list.isCut && (
        <p class="list-end muted small">The newest {mostFound} are shown. Add a word to find others.</p>
      )}
    </VirtualList>
  );
}

function Nothing({ filter }: { filter: FilterName }) {
  const desk = useDesk();
  if (searched.value !== '') {
    return (
      <EmptyState icon="search" title="Nothing found">
        <p>No message holds all of these words.</p>
        <button type="button" class="button plain" onClick={() => (searched.value = '')}>
          Clear the search
        </button>
      </EmptyState>
    );
  }
  const isNew = desk.book.all().length === 0 && (filter === 'open' || filter === 'all');
  return isNew ? (
    <EmptyState icon="inbox" title="No conversations yet">
      <p>They appear here the moment a visitor writes.</p>
      {desk.isOwner.value && (
        <a class="button primary" href={pathTo('start')}>
          Put the chat on your page
        </a>
      )}
    </EmptyState>
  ) : (
    <EmptyState icon="check" title={filters[filter].empty} />
  );
}
