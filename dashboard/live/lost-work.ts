import type { Shelf } from '../../client/shelf.ts';
import { unsentIn } from './outgoing.ts';

type Work = { shelf: Shelf; prefix: string; isPageUnsaved: boolean };

/** What of an operator's work signing out would take off this browser for good, in words; empty where that is nothing. */
export function lostWork({ shelf, prefix, isPageUnsaved }: Work): string {
  const unsent = unsentIn(shelf, `${prefix}out:`).length;
  const begun = shelf.keys(`${prefix}draft:`).length;
  return [
    ...(unsent > 0
      ? [unsent === 1 ? 'One message is not sent yet.' : `${unsent} messages are not sent yet.`]
      : []),
    ...(begun > 0 ? [begun === 1 ? 'One draft is not finished.' : `${begun} drafts are not finished.`] : []),
    ...(isPageUnsaved ? ['What you changed on this page is not saved.'] : []),
  ].join(' ');
}
