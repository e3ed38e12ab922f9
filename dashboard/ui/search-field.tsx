import { useLayoutEffect, useState } from 'preact/hooks';
import { Icon } from './icon.tsx';

const pauseMs = 250;

type SearchFieldProps = { id: string; label: string; value: string; onSearch(text: string): void };

/** Searches a moment after the last key. Escape clears it, then leaves it. */
export function SearchField({ id, label, value, onSearch }: SearchFieldProps) {
  const [text, setText] = useState(value);
  // Not after paint: a key may come before it, and would be taken for what is to be put right.
  useLayoutEffect(() => setText((was) => (was.trim() === value ? was : value)), [value]);
  useLayoutEffect(() => {
    if (text.trim() === value) return undefined;
    const timer = setTimeout(() => onSearch(text.trim()), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);

  function press(event: KeyboardEvent & { currentTarget: HTMLInputElement }): void {
    if (event.key !== 'Escape') return;
    if (text === '') event.currentTarget.blur();
    setText('');
  }
  return (
    <div class="search-field">
      <Icon name="search" />
      <input
        type="search"
        id={id}
        aria-label={label}
        placeholder={label}
        value={text}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
        onKeyDown={press}
      />
    </div>
  );
}
