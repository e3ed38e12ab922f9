import { neighbour } from '../inbox/neighbour.ts';
import { useCommands } from '../keyboard/commands.ts';
import { pathTo } from '../parse-route.ts';
import { go } from '../route.ts';
import type { KnowledgeStore } from './knowledge-store.ts';

/** What can be done with the knowledge by keys. */
export function useKnowledgeCommands({ list }: KnowledgeStore, openPart: string | undefined): void {
  const move = (step: 1 | -1) => {
    const ids = list.entries.value.map(({ id }) => id);
    const next = neighbour(ids, openPart ?? null, step);
    if (next !== null) go(pathTo('knowledge', next));
  };
  const group = 'This page';
  useCommands(
    () => [
      { id: 'next-entry', title: 'Next entry', group, keys: 'j', run: () => move(1) },
      { id: 'previous-entry', title: 'Previous entry', group, keys: 'k', run: () => move(-1) },
      {
        id: 'search-entries',
        title: 'Search knowledge',
        group,
        icon: 'search',
        keys: '[Shift]+/',
        run: () => document.getElementById('knowledge-search')?.focus(),
      },
      {
        id: 'new-entry',
        title: 'Write a text',
        group,
        icon: 'edit',
        keys: 'n',
        run: () => go(pathTo('knowledge', 'new-text')),
      },
      {
        id: 'import',
        title: 'Import pages or files',
        group,
        icon: 'upload',
        run: () => go(pathTo('knowledge', 'import')),
      },
      {
        id: 'ask',
        title: 'Test a question',
        group,
        icon: 'spark',
        keys: 't',
        run: () => go(pathTo('knowledge', 'ask')),
      },
    ],
    [list, openPart],
  );
}
