import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useDesk } from '../desk-context.ts';
import { nameOf } from '../inbox/names.ts';
import { pathTo } from '../parse-route.ts';
import { go } from '../route.ts';
import { Icon } from '../ui/icon.tsx';
import { type Command, commands } from './commands.ts';
import { Keys } from './keys.tsx';
import { rankCommands } from './rank-commands.ts';

const most = 40;
const mostConversations = 8;

/** Everything by its name: commands, places, and the people one talks with. */
export function Palette({ onClose }: { onClose(): void }) {
  const desk = useDesk();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const known = useMemo(() => commands.peek().filter(({ id: name }) => name !== 'palette'), []);
  const found = useMemo(() => {
    const people = query.trim() === '' ? [] : rankCommands(query, conversations(desk.book.all()));
    return [...rankCommands(query, known), ...people.slice(0, mostConversations)].slice(0, most);
  }, [query, known]);

  useLayoutEffect(() => dialog.current?.showModal(), []);
  useEffect(() => {
    document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  function run(command: Command | undefined): void {
    if (!command) return;
    dialog.current?.close();
    // After the focus is back where it was: a command may move it.
    queueMicrotask(() => command.run());
  }

  function press(event: KeyboardEvent): void {
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key];
    if (to !== undefined && found.length > 0) {
      event.preventDefault();
      setAt((to + found.length) % found.length);
    } else if (event.key === 'Enter' && !event.isComposing) {
      event.preventDefault();
      run(found[at]);
    }
  }

  return (
    <dialog
      ref={dialog}
      class="dialog palette"
      aria-label="Find anything"
      onClose={onClose}
      onClick={({ target }) => {
        if (target === dialog.current) dialog.current?.close();
      }}
    >
      <input
        type="text"
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={found[at] ? `${id}-${at}` : undefined}
        aria-label="What are you looking for?"
        placeholder="What are you looking for?"
        autocomplete="off"
        value={query}
        onInput={({ currentTarget }) => {
          setQuery(currentTarget.value);
          setAt(0);
        }}
        onKeyDown={press}
      />
      <ul id={`${id}-list`} role="listbox" aria-label="Results">
        {found.map((command, index) => (
          <li
            key={command.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            onPointerMove={() => setAt(index)}
            onClick={() => run(command)}
          >
            <Icon name={command.icon ?? 'forward'} />
            <span class="palette-title" dir="auto">
              {command.title}
            </span>
            <span class="muted small">{command.group}</span>
            {command.keys && <Keys keys={command.keys} />}
          </li>
        ))}
      </ul>
      {found.length === 0 && <p class="palette-none muted">Nothing is called that.</p>}
    </dialog>
  );
}

function conversations(all: ReturnType<ReturnType<typeof useDesk>['book']['all']>): Command[] {
  return all.map((one) => ({
    id: one.id,
    title: `${nameOf(one)}: ${one.title}`,
    group: 'Conversation',
    icon: 'inbox',
    run: () => go(pathTo('inbox', 'all', one.id)),
  }));
}
