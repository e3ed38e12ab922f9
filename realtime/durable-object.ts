import { type Connection, type ConnectionContext, Server, type WSMessage } from 'partyserver';
import ChatParty from './party.ts';

/** The room as a Durable Object of the Worker: partyserver's words put into PartyKit's. */
export class RoomObject extends Server {
  static override options = { hibernate: true };

  readonly #party = new ChatParty({
    id: this.ctx.id.name ?? '',
    env: this.env,
    storage: this.ctx.storage,
    getConnections: (tag) => this.getConnections(tag),
  });

  constructor(...args: ConstructorParameters<typeof Server>) {
    super(...args);
    // A client's heartbeat is answered by the platform: it neither wakes the room nor keeps it awake.
    this.ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair('{"type":"ping"}', '{"type":"pong"}'));
  }

  override getConnectionTags(connection: Connection, context: ConnectionContext): string[] {
    return this.#party.getConnectionTags(connection, context);
  }

  override onConnect(connection: Connection, context: ConnectionContext): void {
    this.#party.onConnect(connection, context);
  }

  override async onMessage(connection: Connection, message: WSMessage): Promise<void> {
    await this.#party.onMessage(message, connection);
  }

  override onClose(connection: Connection): void {
    this.#party.onClose(connection);
  }

  override onError(connection: Connection): void {
    this.#party.onError(connection);
  }

  override onRequest(request: Request): Promise<Response> {
    return this.#party.onRequest(request);
  }

  override async onAlarm(): Promise<void> {
    await this.#party.onAlarm();
  }
}
