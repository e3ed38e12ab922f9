import type { Principal } from '../../shared/principal.ts';
import type { News } from '../../shared/store/log.ts';
import type { Services } from '../services.ts';

type Caller = { executionCtx: { waitUntil(work: Promise<unknown>): void }; var: { principal: Principal } };

/** Tells the caller's room what was committed, after the answer: acknowledged means committed, not delivered. */
export function announcer({ rooms }: Services) {
  return (c: Caller, { news }: { news: News }): void =>
    c.executionCtx.waitUntil(rooms.tell(c.var.principal.tenantId, news));
}

/** Tells the caller's room that the knowledge has changed, where it is embedded at all; after the answer. */
export function reindexer({ rooms, embedding }: Services) {
  return (c: Caller): void => {
    if (embedding) c.executionCtx.waitUntil(rooms.reindex(c.var.principal.tenantId, null));
  };
}
