import { request as httpRequest } from 'node:http';
import { isDeepStrictEqual } from 'node:util';
import { eventsIn } from '../../shared/protocol/events-in.ts';
import { type Event, type LogEvent, ServerFrame } from '../../shared/protocol/server-frames.ts';
import type { ClientFrame } from '../../shared/protocol/client-frames.ts';
import { request } from './client.ts';
import type { OperatorFixture, VisitorFixture } from './people.ts';

export type Person = OperatorFixture | VisitorFixture;
export type Ticket = { url: string; ticket: string; expiresAt: string };
type Of<T extends ServerFrame['type']> = Extract<ServerFrame, { type: T }>;

const waitMs = 15_000;

export type OpenOptions = {
  origin?: string | undefined;
  /** Another way to the same room, such as through a proxy. */
  host?: string | undefined;
  /** Headers that a browser would not send. */
  headers?: Record<string, string>;
  /** More of a query than the ticket. */
  query?: Record<string, string>;
};

/** A ticket, through the public API. */
export async function ticketFor(who: Pick<Person, 'url' | 'token'>, origin?: string): Promise<Ticket> {
  const answer = await request(who.url, 'POST', '/api/realtime/ticket', {
    token: who.token,
    origin,
    body: {},
  });
  if (answer.status !== 201) throw new Error(`No ticket: ${answer.status} ${answer.text}`);
  const { data } = answer.json as { data: Ticket };
  return data;
}

function socketUrl({ url, ticket }: Ticket, { host, query = {} }: OpenOptions): string {
  const address = new URL(url);
  if (host !== undefined) address.host = host;
  for (const [name, value] of Object.entries({ ...query, ticket })) address.searchParams.set(name, value);
  return address.href;
}

/** Opens a socket with a fresh ticket; it has not joined. */
export async function openSocket(who: Person, options: OpenOptions = {}): Promise<TestSocket> {
  const socket = new TestSocket(socketUrl(await ticketFor(who, options.origin), options), options);
  await socket.opened;
  return socket;
}

/** Opens a socket and joins. */
export async function joinedSocket(
  who: Person,
  options: OpenOptions & { since?: number } = {},
): Promise<TestSocket> {
  const socket = await openSocket(who, options);
  await socket.join(options.since);
  return socket;
}

/** A client of the room that keeps all it gets. Every frame is held to the schemas of the contract. */
export class TestSocket {
  readonly frames: ServerFrame[] = [];
  /** All that was in the log. */
  readonly logged: LogEvent[] = [];
  /** What of it has a place in a conversation, so no more than its visitor may see. */
  readonly events: Event[] = [];
  readonly opened: Promise<void>;
  closeCode: number | null = null;
  readonly #socket: WebSocket;
  readonly #watchers = new Set<() => void>();
  #broken: Error | null = null;

  constructor(url: string, { origin, headers = {} }: OpenOptions = {}) {
    const all = { ...headers, ...(origin === undefined ? {} : { origin }) };
    // Node's own WebSocket takes headers, which the types of browsers do not know.
    this.#socket = Reflect.construct(WebSocket, [url, { headers: all }]);
    this.#socket.addEventListener('message', ({ data }) => this.#received(String(data)));
    this.#socket.addEventListener('close', ({ code }) => this.#closed(code));
    this.opened = new Promise((resolve, reject) => {
      this.#socket.addEventListener('open', () => resolve());
      this.#socket.addEventListener('error', () => reject(new Error(`The socket did not open.`)));
    });
    this.opened.catch(() => {});
  }

  #received(text: string): void {
    const json: unknown = JSON.parse(text);
    const parsed = ServerFrame.safeParse(json);
    if (!parsed.success)
      this.#broken = new Error(`Not a frame of the contract: ${text}\n${parsed.error.message}`);
    else if (!isDeepStrictEqual(parsed.data, json))
      this.#broken = new Error(`Says more than its schema: ${text}`);
    else if (Buffer.byteLength(text) > 65_536) this.#broken = new Error(`A frame of ${text.length} units.`);
    else {
      this.frames.push(parsed.data);
      this.logged.push(...eventsIn(parsed.data));
      this.events.push(...eventsIn(parsed.data).filter((event) => 'seq' in event));
    }
    for (const watch of this.#watchers) watch();
  }

  #closed(code: number): void {
    this.closeCode = code;
    for (const watch of this.#watchers) watch();
  }

  /** Sends a frame, or a text or bytes that are none. */
  send(value: ClientFrame | string | Uint8Array<ArrayBuffer>): void {
    this.#socket.send(
      typeof value === 'string' || value instanceof Uint8Array ? value : JSON.stringify(value),
    );
  }

  async join(since?: number): Promise<Of<'joined'>> {
    this.send({ type: 'join-tenant', ...(since === undefined ? {} : { since }) });
    return this.next('joined');
  }

  /** Resolves once `condition` holds; it is asked anew whenever something arrives. */
  async until(condition: () => boolean, what = 'what was waited for'): Promise<void> {
    const deadline = Promise.withResolvers<never>();
    const timer = setTimeout(
      () => deadline.reject(new Error(`Not within ${waitMs} ms: ${what}. ${this}`)),
      waitMs,
    );
    const settled = Promise.withResolvers<void>();
    const watch = () => {
      if (this.#broken) settled.reject(this.#broken);
      else if (condition()) settled.resolve();
      else if (this.closeCode !== null)
        settled.reject(new Error(`Closed with ${this.closeCode} before ${what}. ${this}`));
    };
    this.#watchers.add(watch);
    watch();
    try {
      await Promise.race([settled.promise, deadline.promise]);
    } finally {
      this.#watchers.delete(watch);
      clearTimeout(timer);
    }
  }

  /** The first frame of a type that fits, whether it has come already or is still to come; events may come in batches. */
  async next<T extends Exclude<ServerFrame['type'], LogEvent['type']>>(
    type: T,
    fits: (frame: Of<T>) => boolean = () => true,
  ): Promise<Of<T>> {
    const find = () =>
      this.frames.find((frame): frame is Of<T> => frame.type === type && fits(frame as Of<T>));
    await this.until(() => find() !== undefined, `a frame ${type}`);
    return find() as Of<T>;
  }

  /** The first event of a type in the log, alone or in a batch, that fits. */
  async nextLogged<T extends LogEvent['type']>(
    type: T,
    fits: (event: Extract<LogEvent, { type: T }>) => boolean = () => true,
  ): Promise<Extract<LogEvent, { type: T }>> {
    type Wanted = Extract<LogEvent, { type: T }>;
    const find = () =>
      this.logged.find((event): event is Wanted => event.type === type && fits(event as Wanted));
    await this.until(() => find() !== undefined, `an event ${type}`);
    return find() as Wanted;
  }

  /** The event of a message with this content. */
  async message(content: string): Promise<Extract<Event, { type: 'message:new' }>> {
    const find = () => this.messages().find(({ message }) => message.content === content);
    await this.until(() => find() !== undefined, `the message ${content.slice(0, 80)}`);
    return find() as Extract<Event, { type: 'message:new' }>;
  }

  /** Resolves when all that was sent before has been answered: frames of one socket are answered in their order. */
  async settled(): Promise<void> {
    const clientId = crypto.randomUUID();
    this.send({ type: 'message:update', messageId: `none-${clientId}`, status: 'seen' });
    await this.next('error', ({ messageId }) => messageId === `none-${clientId}`);
  }

  messages() {
    return this.events.filter((event) => event.type === 'message:new');
  }

  /** The code with which it was closed, or is closed at last. */
  async closed(): Promise<number> {
    await this.until(() => this.closeCode !== null, 'being closed');
    return this.closeCode ?? 0;
  }

  async close(): Promise<void> {
    this.#socket.close();
    await this.closed();
  }

  toString(): string {
    return `Got: ${this.frames
      .map((frame) => JSON.stringify(frame))
      .join('\n')
      .slice(0, 2_000)}`;
  }
}

export type HandshakeAnswer = {
  status: number;
  text: string;
  contentType: string | undefined;
  /** What of the WebSocket's extensions was taken. */
  extensions?: string | undefined;
};

/** A WebSocket handshake by hand, for the answers that a WebSocket does not show. An accepted one is cut at once. */
export function handshake(url: string, headers: Record<string, string> = {}): Promise<HandshakeAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<HandshakeAnswer>();
  const outgoing = httpRequest(url.replace(/^ws/, 'http'), { headers: { ...upgradeHeaders(), ...headers } });
  outgoing.on('upgrade', (response, socket) => {
    socket.destroy();
    const extensions = response.headers['sec-websocket-extensions'];
    resolve({ status: response.statusCode ?? 0, text: '', contentType: undefined, extensions });
  });
  outgoing.on('response', (response) => {
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk));
    response.on('end', () => {
      const text = Buffer.concat(chunks).toString();
      resolve({ status: response.statusCode ?? 0, text, contentType: response.headers['content-type'] });
    });
  });
  outgoing.on('error', reject);
  outgoing.end();
  return promise;
}

/** Opens a socket that never says a word, and resolves with the code of the close frame that it gets. */
export function closeCodeOfMute(url: string): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const outgoing = httpRequest(url.replace(/^ws/, 'http'), { headers: upgradeHeaders() });
  outgoing.on('upgrade', (_, socket) => {
    socket.once('data', (data: Buffer) => {
      socket.destroy();
      const isClose = data[0] === 0x88 && data.length >= 4;
      if (isClose) resolve(data.readUInt16BE(2));
      else reject(new Error(`Not a close frame: ${data.toString('latin1')}`));
    });
  });
  outgoing.on('response', ({ statusCode }) => reject(new Error(`Not opened: ${statusCode}`)));
  outgoing.on('error', reject);
  outgoing.end();
  return promise;
}

function upgradeHeaders(): Record<string, string> {
  return {
    upgrade: 'websocket',
    connection: 'Upgrade',
    'sec-websocket-version': '13',
    'sec-websocket-key': Buffer.from(crypto.randomUUID().slice(0, 16)).toString('base64'),
  };
}

/** The address of a socket with a ticket, to be knocked at by hand. */
export function knockAt(ticket: Ticket, options: OpenOptions = {}): string {
  return socketUrl(ticket, options);
}
