import { createHmac } from 'node:crypto';
import { PartySocket } from 'partysocket';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Host, hosts } from '../support/hosts.ts';
import {
  type OperatorFixture,
  type VisitorFixture,
  as,
  newConversation,
  newTenant,
  newVisitor,
} from '../support/people.ts';
import {
  type HandshakeAnswer,
  type OpenOptions,
  type Ticket,
  handshake,
  joinedSocket,
  knockAt,
  openSocket,
  ticketFor,
} from '../support/socket.ts';

const [shop, evil] = ['https://shop.example', 'https://evil.example'];
const inSeconds = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;

type Json = Record<string, unknown>;
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const claimsOf = (ticket: string): Json =>
  JSON.parse(Buffer.from(ticket.split('.')[1] ?? '', 'base64url').toString());

/** Signs whatever it is given, as no library would. */
function sign(header: Json, claims: unknown, secret: string): string {
  const digest = String(header['alg']).replace('HS', 'sha');
  const signed = `${encode(header)}.${encode(claims)}`;
  return `${signed}.${createHmac(digest, secret).update(signed).digest('base64url')}`;
}

function expectRefused(answer: HandshakeAnswer, what = 'the handshake'): void {
  expect(answer.status, what).toBe(401);
  expect(answer.contentType, what).toContain('application/json');
  const { message, code, requestId, ...more } = JSON.parse(answer.text);
  expect([code, typeof message, typeof requestId, more], what).toEqual([
    'unauthorized',
    'string',
    'string',
    {},
  ]);
}

describe.each(hosts)('the door of a room, on $host', (host: Host) => {
  let operator: OperatorFixture;
  let visitor: VisitorFixture;
  beforeAll(async () => {
    operator = await newTenant(host.url());
    visitor = await newVisitor(operator);
  });

  const knock = (ticket: Ticket, { origin, ...options }: OpenOptions = {}) =>
    handshake(knockAt(ticket, options), origin === undefined ? {} : { origin });

  describe('a ticket', () => {
    it('is good for 60 s and names the one room, at the one address that both hosts have', async () => {
      const before = Date.now();
      const { url, expiresAt } = await ticketFor(visitor);
      expect(new URL(url).pathname).toBe(`/parties/main/${operator.tenantId}`);
      expect(new URL(url).origin.replace(/^ws/, 'http')).toBe(host.roomsAt());
      expect(Date.parse(expiresAt) - before).toBeGreaterThan(59_000);
      expect(Date.parse(expiresAt) - Date.now()).toBeLessThanOrEqual(60_000);
    });

    it('opens one socket, however many try at once', async () => {
      for (const who of [operator, visitor]) {
        const ticket = await ticketFor(who);
        const answers = await Promise.all(Array.from({ length: 12 }, () => knock(ticket)));
        expect(answers.filter(({ status }) => status === 101)).toHaveLength(1);
        for (const answer of answers) if (answer.status !== 101) expectRefused(answer);
        expectRefused(await knock(ticket));
      }
    });

    it('is not used up by a knock that is refused', async () => {
      const ticket = await ticketFor(operator);
      expectRefused(await knock(ticket, { origin: evil }));
      expect((await knock(ticket)).status).toBe(101);
    });

    it('opens no other room', async () => {
      const ticket = await ticketFor(operator);
      const other = await newTenant(host.url());
      const at = (room: string) => ({ ...ticket, url: `${new URL('.', ticket.url).href}${room}` });
      for (const room of [other.tenantId, 'health', 'main', 'ten0', encodeURIComponent('../x'), '__proto__'])
        expectRefused(await knock(at(room)), room);
      expect((await knock(ticket)).status).toBe(101);
    });

    it('opens its room at the short address too', async () => {
      const ticket = await ticketFor(visitor);
      const short = { ...ticket, url: ticket.url.replace('/parties/main/', '/party/') };
      expect((await knock(short)).status).toBe(101);
    });

    it('is needed', async () => {
      const { url } = await ticketFor(operator);
      for (const address of [url, `${url}?ticket=`, `${url}?token=${operator.token}`]) {
        expectRefused(await handshake(address), address);
      }
    });

    it('is taken from the query alone', async () => {
      const { url, ticket } = await ticketFor(operator);
      const headers = {
        authorization: `Bearer ${ticket}`,
        cookie: `token=${operator.token}; ticket=${ticket}`,
      };
      expectRefused(await handshake(url, headers));
      expectRefused(await handshake(url, { ...headers, 'x-chatly-principal': '{"kind":"operator"}' }));
    });
  });

  describe('a ticket is refused that', () => {
    const header = { alg: 'HS256', typ: 'chatly-ticket+jwt' };
    const forge = (
      claims: Json,
      { secret = host.roomSecret(), head = header }: { secret?: string; head?: Json },
    ) => sign(head, claims, secret);
    const kinds: Record<string, (real: Json) => string> = {
      'is no token': () => 'ticket',
      'is unsigned': (real) => `${encode({ ...header, alg: 'none' })}.${encode(real)}.`,
      'was signed with another key': (real) =>
        forge(real, { secret: 'another secret that is long enough, too' }),
      'was signed with another algorithm': (real) => forge(real, { head: { ...header, alg: 'HS512' } }),
      'is of another type': (real) => forge(real, { head: { alg: 'HS256', typ: 'JWT' } }),
      'is for another audience': (real) => forge({ ...real, aud: 'operator' }, {}),
      'is for no audience': (real) => forge({ ...real, aud: undefined }, {}),
      'is of another issuer': (real) => forge({ ...real, iss: 'somebody' }, {}),
      'is over': (real) => forge({ ...real, iat: inSeconds(-61), exp: inSeconds(-1) }, {}),
      'never ends': (real) => forge({ ...real, exp: undefined }, {}),
      'names another tenant': (real) => forge({ ...real, tid: `ten${'0'.repeat(24)}` }, {}),
      'names no session': (real) => forge({ ...real, sid: undefined }, {}),
      'cannot be told from another': (real) => forge({ ...real, jti: undefined }, {}),
      'is for nobody there is': (real) => forge({ ...real, kind: 'admin' }, {}),
    };

    it.each(Object.entries(kinds))('%s', async (what, make) => {
      const { url, ticket } = await ticketFor(operator);
      expectRefused(await knock({ url, ticket: make(claimsOf(ticket)), expiresAt: '' }), what);
    });

    it('is something else of ours', async () => {
      const { url } = await ticketFor(operator);
      for (const ticket of [operator.token, visitor.token])
        expectRefused(await knock({ url, ticket, expiresAt: '' }));
    });

    it('while the claims that they were made from are good', async () => {
      const { url, ticket } = await ticketFor(operator);
      expect((await knock({ url, ticket: forge(claimsOf(ticket), {}), expiresAt: '' })).status).toBe(101);
    });
  });

  describe('a connection id of the client’s choice', () => {
    it('joins it to nobody: neither the operators, nor another visitor, nor another session', async () => {
      const stranger = await newVisitor(operator);
      const { sid } = claimsOf((await ticketFor(visitor)).ticket);
      const ids = [
        'operators',
        'visitors',
        `visitor:${visitor.visitorId}`,
        visitor.visitorId,
        `session:${sid}`,
      ];
      const asOperator = await joinedSocket(operator);
      const forged = await Promise.all(ids.map((id) => joinedSocket(stranger, { query: { _pk: id } })));
      const { conversationId } = await newConversation(visitor, 'In private');
      await asOperator.message('In private');
      asOperator.send({ type: 'typing', conversationId, typing: true });
      await asOperator.settled();
      for (const socket of forged) {
        await socket.settled();
        expect(socket.events).toEqual([]);
        expect(socket.frames.filter(({ type }) => type === 'typing')).toEqual([]);
        expect(JSON.stringify(socket.frames)).not.toContain('"visitors"');
        await socket.close();
      }
    });

    it('takes nothing from who has the same', async () => {
      const id = { query: { _pk: 'same' } };
      const [first, second] = [await joinedSocket(operator, id), await joinedSocket(visitor, id)];
      const { conversationId } = await newConversation(visitor, 'To both');
      await Promise.all([first.message('To both'), second.message('To both')]);
      await first.close();
      second.send({ type: 'message:new', clientId: 'still', content: 'Still here', conversationId });
      await second.message('Still here');
    });
  });

  describe('an origin', () => {
    let picky: OperatorFixture;
    let guest: VisitorFixture;
    beforeAll(async () => {
      picky = await newTenant(host.url());
      guest = await newVisitor(picky);
      await as(picky, 'PUT', '/widget', { allowedOrigins: [shop] });
    });
    const statusFrom = async (who: OperatorFixture | VisitorFixture, from: string, origin?: string) =>
      (await knock(await ticketFor(who, from), { origin })).status;

    it('of a visitor’s page must be one that its tenant allows, or Chatly’s own', async () => {
      expect(await statusFrom(guest, shop, shop)).toBe(101);
      expect(await statusFrom(guest, shop, host.url())).toBe(101);
      for (const origin of [
        evil,
        `${shop}.evil.example`,
        `${shop}:8443`,
        'http://shop.example',
        'null',
        undefined,
      ])
        expect(await statusFrom(guest, shop, origin), origin).toBe(401);
    });

    it('of a visitor’s page may be any while its tenant names none', async () => {
      for (const origin of [shop, evil, undefined])
        expect(await statusFrom(visitor, host.url(), origin), origin).toBe(101);
    });

    it('of an operator’s page must be the dashboard’s, which allows nothing to a tenant’s shop', async () => {
      expect(await statusFrom(picky, host.url(), host.url())).toBe(101);
      for (const origin of [shop, evil, 'null', `${host.url()}.evil.example`])
        expect(await statusFrom(picky, host.url(), origin), origin).toBe(401);
    });
  });

  it('lets in a stock PartySocket, and again after it was cut off, with a new ticket each time', async () => {
    const { conversationId } = await newConversation(visitor, 'First');
    const { url } = await ticketFor(operator);
    let tickets = 0;
    const socket = new PartySocket({
      host: new URL(url).host,
      party: 'main',
      room: operator.tenantId,
      query: async () => {
        tickets += 1;
        return { ticket: (await ticketFor(operator)).ticket };
      },
    });
    const got = (text: string) =>
      new Promise<void>((resolve) => {
        const listen = ({ data }: MessageEvent) => {
          if (!String(data).includes(text)) return;
          socket.removeEventListener('message', listen);
          resolve();
        };
        socket.addEventListener('message', listen);
      });
    const opened = () => new Promise((resolve) => socket.addEventListener('open', resolve, { once: true }));
    await opened();
    const joined = got('"joined"');
    socket.send('{"type":"join-tenant"}');
    await joined;
    const again = opened();
    socket.reconnect();
    await again;
    const live = got('Second');
    socket.send('{"type":"join-tenant"}');
    await got('"joined"');
    await as(visitor, 'POST', `/conversations/${conversationId}/messages`, { content: 'Second' });
    await live;
    expect(tickets).toBe(2);
    socket.close();
  });

  it('is no way to call a room, which only the Worker may', async () => {
    const address = `${host.roomsAt()}/parties/main/${operator.tenantId}`;
    const socket = await openSocket(operator);
    await socket.join();
    const body = JSON.stringify({ prev: 0, entries: [] });
    for (const call of ['tell', 'claim', 'ping']) {
      const headers = { 'x-chatly-call': call, authorization: `Bearer ${operator.token}` };
      for (const path of [address, address.replace('/parties/main/', '/party/')]) {
        const answer = await fetch(path, { method: 'POST', headers, body });
        expect([answer.status, Object(await answer.json()).code]).toEqual([404, 'not_found']);
      }
    }
    await socket.settled();
  });
});
