/** A page of a list as it was fetched: the times at its two ends, and the cursors to what lies beyond them. */
export type ListPage = {
  newest: string;
  oldest: string;
  newerCursor: string | null;
  olderCursor: string | null;
};

/** The pages that are held just now, newest first, without a gap between them. */
export type ListWindow = readonly ListPage[];

/** How many pages are held at once; what is fetched beyond that lets go of the other end. */
export const mostPages = 8;

/** Puts a page of older ones behind the others; one without any was the end. */
export function withOlder(window: ListWindow, page: ListPage | null): ListWindow {
  if (page) return [...window, page].slice(-mostPages);
  const last = window.at(-1);
  return last ? [...window.slice(0, -1), { ...last, olderCursor: null }] : window;
}

/** Puts a page of newer ones before the others; one without any was the beginning. */
export function withNewer(window: ListWindow, page: ListPage | null): ListWindow {
  if (page) return [page, ...window].slice(0, mostPages);
  const first = window[0];
  return first ? [{ ...first, newerCursor: null }, ...window.slice(1)] : window;
}

/** Between which times the list is without gaps; null where it goes to the very end, and stays live there. */
export type Bounds = { ceiling: string | null; floor: string | null };

export function boundsOf(window: ListWindow): Bounds {
  const [first, last] = [window[0], window.at(-1)];
  return {
    ceiling: first && first.newerCursor !== null ? first.newest : null,
    floor: last && last.olderCursor !== null ? last.oldest : null,
  };
}
