import type * as Party from 'partykit/server';
import * as z from 'zod';
import {
  LibsqlBindings,
  ModelBindings,
  checkBindings,
  embeddingOf,
  modelOf,
  secret,
} from '../shared/config.ts';
import { AppError } from '../shared/errors.ts';
import {
  Claim,
  type Present,
  RoomCall,
  Tells,
  callHeader,
  isRoomCall,
  joined,
} from '../shared/room-calls.ts';
import { tokenKey } from '../shared/tokens.ts';
import { tagsOf } from './access.ts';
import { admit, provedPrincipal, refusal } from './handshake.ts';
import { type HostConnection, type HostRoom, knownPeer, roomPorts } from './room-ports.ts';
import { ChatRoom } from './room.ts';

const Env = z.object({ ...LibsqlBindings, ...ModelBindings, ROOM_SECRET: secret('ROOM_SECRET') });

function parseRoomEnv(bindings: unknown): z.infer<typeof Env> {
  const checked = checkBindings(Env, bindings);
  if (checked.ok) return checked.value;
  throw new Error(`The room cannot start:\n${checked.problems.join('\n')}`);
}

type Handshake = { request: Parameters<typeof provedPrincipal>[0] };
type RoomRequest = { headers: { get(name: string): string | null }; json(): Promise<unknown> };

/**
 * The room in PartyKit's terms. The Durable Object runs this very class. Both hosts send what is thrown to the
 * client, so nothing is.
 */
export default class ChatParty implements Party.Server {
  readonly options = { hibernate: true };
  readonly #room: ChatRoom;

  constructor(host: HostRoom & { readonly env: unknown }) {
    const env = parseRoomEnv(host.env);
    const database = { url: env.LIBSQL_URL, authToken: env.LIBSQL_AUTH_TOKEN };
    this.#room = new ChatRoom(
      roomPorts(host, { database, model: modelOf(env), embedding: embeddingOf(env) }),
    );
  }

  /** Judges a handshake before the room hears of it. */
  static async onBeforeConnect(request: Party.Request, lobby: Party.Lobby): Promise<Request | Response> {
    try {
      return await admit(request, {
        key: tokenKey(parseRoomEnv(lobby.env).ROOM_SECRET),
        tenantId: lobby.id,
        async claim(ticketId) {
          const main = lobby.parties['main'];
          if (!main) throw new AppError('unavailable');
          const init = {
            method: 'POST',
            headers: { [callHeader]: 'claim' },
            body: JSON.stringify({ ticketId }),
          };
          return main.get(lobby.id).fetch('/', init);
        },
      });
    } catch (error) {
      return refusal(error);
    }
  }

  /** Lets through what the Worker signed, and nothing else: PartyKit stands on the open internet. */
  static async onBeforeRequest(
    request: Party.Request,
    lobby: Party.Lobby,
  ): Promise<Party.Request | Response> {
    try {
      const key = tokenKey(parseRoomEnv(lobby.env).ROOM_SECRET);
      return (await isRoomCall(key, lobby.id, request)) ? request : refusal(new AppError('not_found'));
    } catch (error) {
      return refusal(error);
    }
  }

  /** PartyKit's own pages are none of ours. */
  static onFetch(): Response {
    return refusal(new AppError('not_found'));
  }

  getConnectionTags(_: unknown, { request }: Handshake): string[] {
    return tagsOf(provedPrincipal(request));
  }

  onConnect(connection: HostConnection, { request }: Handshake): void {
    connection.setState({ principal: provedPrincipal(request), cursor: null, roomCursor: 0 });
    const peer = knownPeer(connection);
    if (peer) this.#room.connected(peer);
  }

  async onMessage(message: unknown, connection: HostConnection): Promise<void> {
    const peer = knownPeer(connection);
    if (peer) await this.#room.received(peer, message);
  }

  onClose(connection: HostConnection): void {
    const peer = knownPeer(connection);
    if (peer) this.#room.disconnected(peer);
    // Without an answer to its close frame the client would wait 10 s and see 1006.
    peer?.close(1000, '');
  }

  onError(connection: HostConnection): void {
    const peer = knownPeer(connection);
    if (peer) this.#room.disconnected(peer);
  }

  /** A call of the Worker (or of the handshake, for `claim`). */
  async onRequest(request: RoomRequest): Promise<Response> {
    try {
      return await this.#answer(request);
    } catch (error) {
      return refusal(error);
    }
  }

  async #answer(request: RoomRequest): Promise<Response> {
    const call = RoomCall.safeParse(request.headers.get(callHeader));
    if (!call.success) throw new AppError('not_found');
    if (call.data === 'ping') return new Response(null, { status: 204 });
    if (call.data === 'presence')
      return Response.json({ operators: this.#room.hasOperator() } satisfies Present);
    if (call.data === 'reindex' || call.data === 'settle') {
      this.#room.seeTo(call.data);
      return new Response(null, { status: 204 });
    }
    const body = await request.json();
    if (call.data === 'claim') {
      const isFirst = await this.#room.claim(Claim.parse(body).ticketId);
      return new Response(null, { status: isFirst ? 204 : 409 });
    }
    for (const news of joined(Tells.parse(body))) this.#room.told(news);
    return new Response(null, { status: 204 });
  }

  async onAlarm(): Promise<void> {
    await this.#room.woke();
  }
}
