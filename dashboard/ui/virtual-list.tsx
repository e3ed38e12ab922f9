import type { ComponentChildren, Key } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { shiftOf } from './shift-of.ts';
import { visibleRange } from './visible-range.ts';

type VirtualListProps<T> = {
  items: readonly T[];
  keyOf(item: T): string;
  rowHeight: number;
  label: string;
  /** The row that stays in view when it changes, and stays drawn wherever the list is scrolled. */
  activeKey: string | null;
  /** Called near the end; may be called often. */
  readOn(): void;
  /** Where the list goes on above its first row: called near that; may be called often. */
  readBack?: (() => void) | undefined;
  render(item: T): ComponentChildren;
  children?: ComponentChildren;
};

const spareRows = 6;
const nearRows = 10;
/** By how many rows is told where the reader was: one of them may itself have gone elsewhere. */
const anchorRows = 3;

/** A list that draws only what is in view, however long it is. Rows have one height. */
export function VirtualList<T>(props: VirtualListProps<T>) {
  const { items, keyOf, rowHeight, label, activeKey, readOn, readBack, render, children } = props;
  const box = useRef<HTMLDivElement>(null);
  const [viewport, setViewport] = useState({ scrollTop: 0, height: 0 });
  const activeAt = activeKey === null ? -1 : items.findIndex((item) => keyOf(item) === activeKey);

  function look(): void {
    const { scrollTop = 0, clientHeight: height = 0 } = box.current ?? {};
    setViewport({ scrollTop, height });
  }
  useEffect(() => {
    if (!box.current) return undefined;
    const observer = new ResizeObserver(look);
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  useLayoutEffect(() => {
    if (activeAt >= 0) reveal(box.current, activeAt * rowHeight, rowHeight);
  }, [activeKey, activeAt >= 0]);
  useAnchor(box, { items, keyOf, rowHeight, startsLater: readBack !== undefined, moved: look });

  const { from, to } = visibleRange(viewport, { count: items.length, rowHeight, spare: spareRows });
  const isNearEnd = to >= items.length - nearRows;
  const isNearStart = from <= nearRows;
  useEffect(() => {
    if (isNearEnd && viewport.height > 0) readOn();
  }, [isNearEnd, items, viewport.height]);
  useEffect(() => {
    if (isNearStart && viewport.height > 0) readBack?.();
  }, [isNearStart, items, viewport.height]);

  const drawn = Array.from({ length: Math.max(0, to - from) }, (_, n) => from + n);
  if (activeAt >= 0 && (activeAt < from || activeAt >= to)) drawn.push(activeAt);
  return (
    <div class="virtual" ref={box} onScroll={look}>
      <ul aria-label={label} style={{ height: `${items.length * rowHeight}px` }}>
        {drawn.map((at) => {
          const item = items[at];
          if (item === undefined) return null;
          const key: Key = keyOf(item);
          return (
            <li
              key={key}
              aria-setsize={items.length}
              aria-posinset={at + 1}
              style={{ transform: `translateY(${at * rowHeight}px)`, height: `${rowHeight}px` }}
            >
              {render(item)}
            </li>
          );
        })}
      </ul>
      {children}
    </div>
  );
}

type AnchorOptions<T> = {
  items: readonly T[];
  keyOf(item: T): string;
  rowHeight: number;
  startsLater: boolean;
  moved(): void;
};

/** What comes in or goes above a reader who has scrolled down must not move what is being read. */
function useAnchor<T>(
  box: { current: HTMLDivElement | null },
  { items, keyOf, rowHeight, startsLater, moved }: AnchorOptions<T>,
): void {
  const anchors = useRef<readonly string[]>([]);
  const firstAt = useRef(0);
  const startedLater = useRef(startsLater);
  useLayoutEffect(() => {
    const isAtTop = !startedLater.current && (box.current?.scrollTop ?? 0) < rowHeight;
    startedLater.current = startsLater;
    const shift = isAtTop ? 0 : shiftOf(anchors.current, firstAt.current, items.map(keyOf));
    if (!box.current || shift === 0) return;
    box.current.scrollTop += shift * rowHeight;
    moved();
  }, [items]);
  useEffect(() => {
    const list = box.current;
    if (!list) return undefined;
    const remember = () => {
      firstAt.current = Math.floor(list.scrollTop / rowHeight);
      anchors.current = items.slice(firstAt.current, firstAt.current + anchorRows).map(keyOf);
    };
    remember();
    list.addEventListener('scroll', remember, { passive: true });
    return () => list.removeEventListener('scroll', remember);
  }, [items]);
}

function reveal(box: HTMLDivElement | null, top: number, height: number): void {
  if (!box) return;
  if (top < box.scrollTop) box.scrollTop = top;
  else if (top + height > box.scrollTop + box.clientHeight) box.scrollTop = top + height - box.clientHeight;
}
