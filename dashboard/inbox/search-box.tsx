import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../ui/icon.tsx';
import { searched } from './inbox-state.ts';

const pauseMs = 250;

/** Searches all messages, a moment after the last key. Escape clears it, then leaves it. */
export function SearchBox() {
  const [text, setText] = useState(searched.value);
  useEffect(() => {
    const timer = setTimeout(() => {
      searched.value = text.trim();
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  useEffect(() => searched.subscribe((now) => setText((was) => (was.trim() === now ? was : now))), []);

  function press(event: KeyboardEvent & { currentTarget: HTMLInputElement }): void {
    if (event.key !== 'Escape') return;
    if (text === '') event.currentTarget.blur();
    setText('');
  }
  return (
    <div class="search-box">
      <Icon name="search" />
      <input
        type="search"
        id="inbox-search"
        aria-label="Search messages"
        placeholder="Search messages"
        value={text}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
        onKeyDown={press}
      />
    </div>
  );
}
