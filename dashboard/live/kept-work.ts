import { pageShelf } from '../../client/shelf.ts';

/** Where drafts and what was not sent yet are kept over a reload. */
export const keptWork = pageShelf(() => localStorage);

/** What the names of all that is kept for an operator begin with. */
export function workOf(userId: string): string {
  return `chatly-dashboard:${userId}:`;
}

/** Takes what an operator wrote off this browser. */
export function forgetWork(userId: string): void {
  for (const key of keptWork.keys(workOf(userId))) keptWork.remove(key);
}
