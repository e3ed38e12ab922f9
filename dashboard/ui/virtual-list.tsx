import type { ComponentChildren, Key } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
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
  render(item: T): ComponentChildren;
  children?: ComponentChildren;
};

const spareRows = 6;
const nearRows = 10;

/** A list that draws only what is in view, however long it is. Rows have one height. */
export function VirtualList<T>(props: VirtualListProps<T>) {
  const { items, keyOf, rowHeight, label, activeKey, readOn, render, children } = props;
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
  useAnchor(box, items, keyOf, rowHeight);

  const { from, to } = visibleRange(viewport, { count: items.length, rowHeight, spare: spareRows });
  const isNearEnd = to >= items.length - nearRows;
  useEffect(() => {
    if (isNearEnd && viewport.height > 0) readOn();
  }, [isNearEnd, items.length, viewport.height]);

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

/** What comes in above a reader who has scrolled down must not move what is being read. */
function useAnchor<T>(
  box: { current: HTMLDivElement | null },
  items: readonly T[],
  keyOf: (item: T) => string,
  rowHeight: number,
): void {
  const anchor = useRef<string | null>(null);
  useLayoutEffect(() => {
    const list = box.current;
    if (!list || list.scrollTop < rowHeight) return;
    const at = items.findIndex((item) => keyOf(item) === anchor.current);
    const was = Math.floor(list.scrollTop / rowHeight);
    if (at > was) list.scrollTop += (at - was) * rowHeight;
  }, [items]);
  useEffect(() => {
    const list = box.current;
    if (!list) return undefined;
    const remember = () => {
      const first = items[Math.floor(list.scrollTop / rowHeight)];
      anchor.current = first === undefined ? null : keyOf(first);
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
