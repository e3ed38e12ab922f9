import { admit, refusal } from '../realtime/handshake.ts';
import { AppError } from '../shared/errors.ts';
import { callHeader, roomPath } from '../shared/room-calls.ts';
import { parseTenantId } from '../shared/tenant-id.ts';
import type { Services } from './services.ts';

const socketPath = /^\/(?:parties\/main|party)\/([^/]+)\/?$/;

/** The room that an upgrade request asks for; null for any other request. */
export function roomIn(request: Request): string | null {
  if (request.headers.get('upgrade')?.toLowerCase() !== 'websocket') return null;
  return socketPath.exec(new URL(request.url).pathname)?.[1] ?? null;
}

/** Judges the handshake and hands it to the tenant's room, where rooms run in this Worker. */
export async function openSocket({ config, bindings, keys }: Services, request: Request, room: string) {
  if (config.PARTYKIT_HOST !== undefined) return refusal(new AppError('not_found'));
  const tenantId = parseTenantId(room);
  if (tenantId === null) return refusal(new AppError('unauthorized'));
  const stub = bindings.MAIN.getByName(tenantId);
  const admitted = await admit(request, {
    key: keys.tickets,
    tenantId,
    claim(ticketId) {
      const init = { method: 'POST', headers: { [callHeader]: 'claim' }, body: JSON.stringify({ ticketId }) };
      return stub.fetch(`https://room${roomPath(tenantId)}`, init);
    },
  });
  return admitted instanceof Response ? admitted : stub.fetch(admitted).catch(refusal);
}
