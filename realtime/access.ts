import type { Principal } from '../shared/principal.ts';
import type { LogEntry } from '../shared/protocol/log-entry.ts';

/** Who may see and send what, as tags: sockets are found by them and never scanned. */

export const everyOperator = 'operators';
export const everyVisitor = 'visitors';

export function visitorTag(visitorId: string): string {
  return `visitor:${visitorId}`;
}

export function sessionTag(sessionId: string): string {
  return `session:${sessionId}`;
}

/** The tags of a principal's socket, fixed at the handshake by what its ticket proves. */
export function tagsOf(principal: Principal): string[] {
  const own =
    principal.kind === 'operator' ? [everyOperator] : [everyVisitor, visitorTag(principal.visitorId)];
  return [...own, sessionTag(principal.sessionId)];
}

/** Who gets an event: operators all of their tenant, a visitor those of its own conversations. */
export function audienceOf({ frame, visitorId }: Pick<LogEntry, 'frame' | 'visitorId'>): string[] {
  if (frame === null) return [];
  return visitorId === null ? [everyOperator] : [everyOperator, visitorTag(visitorId)];
}

/** Who sees that somebody types in a conversation of this visitor; null where the sender has no business there. */
export function typingAudience(sender: Principal, visitorId: string | null): string | null {
  if (visitorId === null) return null;
  if (sender.kind === 'operator') return visitorTag(visitorId);
  return sender.visitorId === visitorId ? everyOperator : null;
}

/** Whether a principal may open a conversation of its own by writing. */
export function mayOpen(principal: Principal): boolean {
  return principal.kind === 'visitor';
}

/** How a principal names itself to its own client. */
export function publicPrincipal(principal: Principal): { kind: 'operator' | 'visitor'; id: string } {
  return { kind: principal.kind, id: principal.kind === 'operator' ? principal.userId : principal.visitorId };
}
