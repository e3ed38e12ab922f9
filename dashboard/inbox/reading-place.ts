import { type Signal, useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

type Options = {
  lastKey: string;
  /** Whether what stands last was just written here. */
  isOwnLast: boolean;
  hasLater: boolean;
  nearStart(): void;
  nearEnd(): void;
};

type ReadingPlace = {
  /** Whether something came that a reader further up has not seen. */
  hasNewer: Signal<boolean>;
  scrolled(): void;
  toEnd(): void;
};

const atEndPx = 40;
const nearPx = 300;

/**
 * Holds a reader's place in a list that grows at both ends. Whoever is at the end follows it; for everybody else the
 * row at the top of the view stays where it is, whatever is put before or taken from behind it.
 */
export function useReadingPlace(box: { current: HTMLElement | null }, options: Options): ReadingPlace {
  const { lastKey, isOwnLast, hasLater } = options;
  const hasNewer = useSignal(false);
  const isAtEnd = useRef(true);
  const anchor = useRef<{ key: string; top: number } | null>(null);
  const shownLast = useRef(lastKey);

  function toEnd(): void {
    const list = box.current;
    if (!list) return;
    list.scrollTop = list.scrollHeight;
    isAtEnd.current = true;
    hasNewer.value = false;
  }

  function scrolled(): void {
    const list = box.current;
    if (!list) return;
    const fromEnd = list.scrollHeight - list.scrollTop - list.clientHeight;
    isAtEnd.current = fromEnd < atEndPx && !hasLater;
    if (isAtEnd.current) hasNewer.value = false;
    anchor.current = anchorIn(list);
    readOn(list);
  }

  function readOn(list: HTMLElement): void {
    const fromEnd = list.scrollHeight - list.scrollTop - list.clientHeight;
    if (list.scrollTop < nearPx) options.nearStart();
    if (fromEnd < nearPx && hasLater) options.nearEnd();
  }

  useLayoutEffect(() => {
    const list = box.current;
    if (!list) return;
    const isNew = lastKey !== shownLast.current;
    shownLast.current = lastKey;
    if (isAtEnd.current || (isNew && isOwnLast)) return toEnd();
    restore(list, anchor.current);
    readOn(list);
    if (isNew && !hasLater) hasNewer.value = true;
  });

  useEffect(() => {
    const list = box.current;
    if (!list) return undefined;
    const observer = new ResizeObserver(() => {
      if (isAtEnd.current) toEnd();
    });
    observer.observe(list);
    // A page of messages may not fill a tall window.
    scrolled();
    return () => observer.disconnect();
  }, []);

  return { hasNewer, scrolled, toEnd };
}

/** The first message of which something is in view, and where it stands; marks of days move as pages come. */
function anchorIn(list: HTMLElement): { key: string; top: number } | null {
  const edge = list.getBoundingClientRect().top;
  for (const row of list.querySelectorAll<HTMLElement>('[data-key]')) {
    const { top, bottom } = row.getBoundingClientRect();
    if (bottom > edge) return { key: row.dataset['key'] ?? '', top: top - edge };
  }
  return null;
}

function restore(list: HTMLElement, anchor: { key: string; top: number } | null): void {
  if (!anchor) return;
  const row = list.querySelector<HTMLElement>(`[data-key="${CSS.escape(anchor.key)}"]`);
  if (!row) return;
  const moved = row.getBoundingClientRect().top - list.getBoundingClientRect().top - anchor.top;
  if (Math.abs(moved) >= 1) list.scrollTop += moved;
}
