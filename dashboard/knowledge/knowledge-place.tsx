import { useEffect } from 'preact/hooks';
import { useDesk } from '../desk-context.ts';
import { pathTo } from '../parse-route.ts';
import { go, route } from '../route.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Split } from '../ui/split.tsx';
import { AskPage } from './ask-page.tsx';
import { EntryListPane } from './entry-list-pane.tsx';
import { EntryPage } from './entry-page.tsx';
import { ImportPage } from './import-page.tsx';
import { useKnowledgeCommands } from './knowledge-commands.ts';
import { knowledgeOf } from './knowledge-store.ts';
import { NewEntryPage } from './new-entry-page.tsx';
import { SynonymsPage } from './synonyms-page.tsx';
import { UnansweredPage } from './unanswered-page.tsx';

/** What the bot answers from: the entries, each of them, what brings new ones, and a trial of what it knows. */
export function KnowledgePlace() {
  const desk = useDesk();
  const store = knowledgeOf(desk);
  const [part] = route.value.parts;
  useKnowledgeCommands(store, part);
  const news = desk.unansweredVersion.value;
  useEffect(() => void store.unanswered.load(), [store, news]);
  return (
    <Split list={<EntryListPane store={store} openPart={part} />} showsContent={part !== undefined}>
      <Content part={part} />
    </Split>
  );
}

function Content({ part }: { part: string | undefined }) {
  const store = knowledgeOf(useDesk());
  if (part === undefined) return <Overview />;
  if (part === 'import') return <ImportPage store={store} />;
  if (part === 'ask') return <AskPage />;
  if (part === 'unanswered') return <UnansweredPage store={store} />;
  if (part === 'synonyms') return <SynonymsPage store={store} />;
  if (part === 'new-text' || part === 'new-qa') {
    return <NewEntryPage key={part} store={store} type={part === 'new-qa' ? 'qa' : 'text'} />;
  }
  return <EntryPage key={part} store={store} id={part} />;
}

function Overview() {
  return (
    <EmptyState icon="knowledge" title="What your bot answers from">
      <p>Choose an entry, bring in pages and files, or try what the bot would answer.</p>
      <div class="row-of">
        <button type="button" class="button primary" onClick={() => go(pathTo('knowledge', 'import'))}>
          Import
        </button>
        <button type="button" class="button plain" onClick={() => go(pathTo('knowledge', 'ask'))}>
          Test a question
        </button>
      </div>
    </EmptyState>
  );
}
