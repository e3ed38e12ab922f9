import { el } from './dom.ts';

const nearPx = 40;

/** Holds the reader's place in a list that grows at both ends: it follows only who is at the end. */
export function scroller(list: HTMLElement, newerLabel: string, nearTop: () => void) {
  const newer = el('button', { type: 'button', class: 'pill newer', hidden: '' }, `${newerLabel} ↓`);
  const isAtEnd = () => list.scrollHeight - list.scrollTop - list.clientHeight < nearPx;
  const toEnd = () => {
    list.scrollTop = list.scrollHeight;
    newer.hidden = true;
  };

  newer.addEventListener('click', toEnd);
  list.addEventListener('scroll', () => {
    if (isAtEnd()) newer.hidden = true;
    if (list.scrollTop < nearPx) nearTop();
  });

  return {
    newer,
    toEnd,
    /** Runs a change of the list; `grew` says at which ends it has grown by a message. */
    around(change: () => { above: boolean; below: boolean; own: boolean }): void {
      const wasAtEnd = isAtEnd();
      const fromBottom = list.scrollHeight - list.scrollTop;
      const { above, below, own } = change();
      if (wasAtEnd || own) toEnd();
      else if (above) list.scrollTop = list.scrollHeight - fromBottom;
      else if (below) newer.hidden = false;
    },
  };
}
