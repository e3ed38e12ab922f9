import * as strings from '../strings/en.ts';
import { button } from './dom.ts';

const nearPx = 40;

/** Holds the reader's place in a list that grows at both ends: it follows only who is at the end. */
export function scroller(list: HTMLElement, nearTop: () => void) {
  let isAtEnd = true;
  const toEnd = () => {
    list.scrollTop = list.scrollHeight;
    newer.hidden = true;
    isAtEnd = true;
  };
  const newer = button('.pill.newer', `${strings.newer} ↓`, toEnd, { hidden: '' });

  list.addEventListener('scroll', () => {
    isAtEnd = list.scrollHeight - list.scrollTop - list.clientHeight < nearPx;
    if (isAtEnd) newer.hidden = true;
    if (list.scrollTop < nearPx) nearTop();
  });
  // A keyboard that comes up and a composer that grows leave less room.
  new ResizeObserver(() => {
    if (isAtEnd) toEnd();
  }).observe(list);

  return {
    newer,
    toEnd,
    /** Runs a change of the list; `grew` says at which ends it has grown by a message. */
    around(change: () => { above: boolean; below: boolean; own: boolean }): void {
      const fromBottom = list.scrollHeight - list.scrollTop;
      const { above, below, own } = change();
      if (isAtEnd || own) toEnd();
      else if (above) list.scrollTop = list.scrollHeight - fromBottom;
      else if (below) newer.hidden = false;
    },
  };
}
