import type { TenantId } from '../shared/ids.ts';
import { limits } from '../shared/limits.ts';
import { Present, type RoomCall, callHeader, roomPath, signRoomCall } from '../shared/room-calls.ts';
import type { News } from '../shared/store/log.ts';
import { tokenKey } from '../shared/tokens.ts';
import type { Bindings, Config } from './env.ts';
import { toldTogether } from './told-together.ts';

const probeRoom = 'health';

/** Speaks to tenants' rooms: Durable Objects of this Worker, or a PartyKit deployment over HTTPS. */
export function roomClient(config: Config, { MAIN }: Bindings) {
  const host = config.PARTYKIT_HOST;
  const key = tokenKey(config.ROOM_SECRET);

  async function call(room: string, what: RoomCall, body: string, signal?: AbortSignal): Promise<Response> {
    const headers = { [callHeader]: what };
    const path = roomPath(room);
    const within = signal ? { signal } : {};
    if (!host)
      return MAIN.getByName(room).fetch(`https://room${path}`, { method: 'POST', body, headers, ...within });
    const authorization = `Bearer ${await signRoomCall(key, room)}`;
    return fetch(`${httpOrigin(host)}${path}`, {
      method: 'POST',
      body,
      headers: { ...headers, authorization },
      ...within,
    });
  }

  async function tellAll(tenantId: TenantId, news: News[]): Promise<void> {
    try {
      const runs = news.map(({ prev, entries }) => `{"prev":${prev},"entries":${entries}}`);
      const answer = await call(tenantId, 'tell', `[${runs.join()}]`);
      if (!answer.ok) throw new Error(`The room answered ${answer.status}.`);
    } catch (error) {
      console.warn(JSON.stringify({ event: 'poke_lost', tenantId, reason: String(error) }));
    }
  }

  const ask = (what: 'reindex' | 'settle') => async (tenantId: TenantId) => {
    try {
      const answer = await call(tenantId, what, '');
      if (!answer.ok) throw new Error(`The room answered ${answer.status}.`);
    } catch (error) {
      console.warn(JSON.stringify({ event: `${what}_lost`, tenantId, reason: String(error) }));
    }
  };

  /** Whether an operator is there; of a room that does not say so in time, it is taken for granted. */
  async function hasOperator(tenantId: TenantId): Promise<boolean> {
    try {
      const answer = await call(tenantId, 'presence', '', AbortSignal.timeout(limits.room.presenceWithinMs));
      return Present.parse(await answer.json()).operators;
    } catch (error) {
      console.warn(JSON.stringify({ event: 'presence_unknown', tenantId, reason: String(error) }));
      return true;
    }
  }

  return {
    hasOperator,
    /** Tells a room what was committed. A failure loses nothing: the room finds it in the log. */
    tell: toldTogether(tellAll),
    /** Has a room embed what changed in the knowledge. A failure delays it until something else wakes the room. */
    reindex: toldTogether<TenantId, null>(ask('reindex')),
    /** Has a room look for answers that its bot owes. */
    settle: ask('settle'),
    /** Whether rooms can be reached. */
    async isUp(): Promise<boolean> {
      try {
        return (await call(probeRoom, 'ping', '')).ok;
      } catch {
        return false;
      }
    },
    /** Where a client opens its socket, given the origin under which it reached this Worker. */
    socketUrl(tenantId: TenantId, ownOrigin: string): string {
      const base = host ? httpOrigin(host) : ownOrigin;
      return `${base.replace(/^http/, 'ws')}${roomPath(tenantId)}`;
    },
  };
}

function httpOrigin(host: string): string {
  return /^(localhost|127\.0\.0\.1)(:|$)/.test(host) ? `http://${host}` : `https://${host}`;
}
