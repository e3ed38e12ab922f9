import * as z from 'zod';
import { LogEntry } from './protocol/log-entry.ts';
import { type TokenKey, signToken, verifyToken } from './tokens.ts';

/** How the Worker speaks to a room over HTTP; the same on both hosts. */

export const RoomCall = z.enum(['tell', 'claim', 'ping', 'presence', 'reindex', 'settle']);
export type RoomCall = z.infer<typeof RoomCall>;

/** Names the call that a request to a room is. */
export const callHeader = 'x-chatly-call';

/** A part of the log and the place before it, which is -1 where the log is empty. */
export const Tell = z.object({ prev: z.int().min(-1), entries: z.array(LogEntry) });
export type Tell = z.infer<typeof Tell>;

/** The body of `tell`: the newest parts of the log, in any order. */
export const Tells = z.array(Tell);

/** The same parts, in the log's order, each joined to those that it follows on or overlaps. */
export function joined(tells: Tell[]): Tell[] {
  const runs: Tell[] = [];
  for (const { prev, entries } of tells.toSorted((a, b) => a.prev - b.prev)) {
    const run = runs.at(-1);
    const end = run?.entries.at(-1)?.cursor ?? Number.NEGATIVE_INFINITY;
    if (run && prev <= end) run.entries.push(...entries.filter(({ cursor }) => cursor > end));
    else runs.push({ prev, entries: [...entries] });
  }
  return runs;
}

/** The body of `claim`: a ticket that is being used, until when it is to be remembered. */
export const Claim = z.object({ ticketId: z.string().max(64) });

/** The answer to `presence`: whether an operator is there. */
export const Present = z.object({ operators: z.boolean() });
export type Present = z.infer<typeof Present>;

/** The address of a tenant's room, the same on both hosts. */
export function roomPath(tenantId: string): string {
  return `/parties/main/${tenantId}`;
}

const callLifeMs = 60_000;

/** Signs a call to one room, so that a PartyKit deployment, which stands on the open internet, can trust it. */
export function signRoomCall(key: TokenKey, room: string): Promise<string> {
  return signToken(key, 'room-call', {
    subject: 'worker',
    tenantId: room,
    sessionId: 'worker',
    expiresAt: new Date(Date.now() + callLifeMs),
  });
}

/** Whether a request is a call that the Worker signed for this room. */
export async function isRoomCall(
  key: TokenKey,
  room: string,
  request: { headers: { get(name: string): string | null } },
): Promise<boolean> {
  const token = request.headers.get('authorization')?.replace(/^Bearer /, '') ?? '';
  try {
    return (await verifyToken(key, 'room-call', token))['tid'] === room;
  } catch {
    return false;
  }
}
