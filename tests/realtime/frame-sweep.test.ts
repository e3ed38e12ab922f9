import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../shared/ids.ts';
import { ClientFrame } from '../../shared/protocol/client-frames.ts';
import type { ServerFrame } from '../../shared/protocol/server-frames.ts';
import { type Direct, openDirect } from '../support/database.ts';
import { type Host, hosts } from '../support/hosts.ts';
import { newConversation, newTenant, newVisitor, sendMessage } from '../support/people.ts';
import { type Person, type TestSocket, handshake, openSocket, ticketFor } from '../support/socket.ts';

/** Whose things a frame reaches for. */
type Target = { conversationId: string; messageId: string };

const principals = ['visitor', 'operator', 'otherVisitor', 'foreignVisitor', 'foreignOperator'] as const;
type Principal = (typeof principals)[number];
type Row = {
  frame: (at: Target) => ClientFrame;
  /** Sent on a socket that has not joined. */
  isFirst?: true;
  /** Whether it names a thing that is somebody's: then what is not one's own must be as if it never was. */
  names?: 'thing';
  /** What each is answered: a frame's type, an error's code, or nothing at all; strangers come last. */
  answers: Readonly<Record<Principal, string>>;
};

const forStrangers = (answer: string) => ({
  otherVisitor: answer,
  foreignVisitor: answer,
  foreignOperator: answer,
});
const forAll = (answer: string) => ({ visitor: answer, operator: answer, ...forStrangers(answer) });

/** Each frame there is: what becomes of it, whoever sends it. A frame that is missing here fails the suite. */
const table: Record<string, Row> = {
  'join-tenant': {
    frame: () => ({ type: 'join-tenant', since: 0 }),
    isFirst: true,
    answers: forAll('joined'),
  },
  'message:new': {
    frame: ({ conversationId }) => ({
      type: 'message:new',
      clientId: randomUUID(),
      content: 'Let me in',
      conversationId,
    }),
    names: 'thing',
    answers: { visitor: 'ack', operator: 'ack', ...forStrangers('not_found') },
  },
  'message:update': {
    frame: ({ messageId }) => ({ type: 'message:update', messageId, status: 'seen' }),
    names: 'thing',
    answers: { visitor: 'ack', operator: 'forbidden', ...forStrangers('not_found') },
  },
  typing: {
    frame: ({ conversationId }) => ({ type: 'typing', conversationId, typing: true }),
    names: 'thing',
    answers: { visitor: 'nothing', operator: 'nothing', ...forStrangers('not_found') },
  },
  ping: { frame: () => ({ type: 'ping' }), answers: forAll('pong') },
};

type Scene = {
  direct: Direct;
  secret: string;
  tenantId: string;
  victim: Target & { visitorId: string };
  /** Of the foreign tenant, and not the foreign visitor's. */
  bystander: Target;
  people: Record<Principal, Person>;
};

async function targetOf(
  operator: Parameters<typeof sendMessage>[0],
  visitor: Parameters<typeof newConversation>[0],
  text: string,
) {
  const { conversationId } = await newConversation(visitor, text);
  const { id: messageId } = await sendMessage(operator, conversationId, `Noted: ${text}`);
  return { conversationId, messageId };
}

async function sceneOn(host: Host): Promise<Scene> {
  const secret = `secret${randomUUID().replaceAll('-', '')}`;
  const [operator, foreignOperator] = [await newTenant(host.url()), await newTenant(host.url())];
  const visitor = await newVisitor(operator, { name: `Vera ${secret}` });
  const otherVisitor = await newVisitor(operator);
  const foreignVisitor = await newVisitor(foreignOperator);
  await newConversation(otherVisitor);
  const victim = await targetOf(operator, visitor, `My ${secret}`);
  return {
    direct: openDirect(host.database()),
    secret,
    tenantId: operator.tenantId,
    victim: { ...victim, visitorId: visitor.visitorId },
    bystander: await targetOf(foreignOperator, await newVisitor(foreignOperator), 'Another matter'),
    people: { visitor, operator, otherVisitor, foreignVisitor, foreignOperator },
  };
}

it('the table names every frame of the protocol and no other', () => {
  const types = ClientFrame.options.map((option) => option.shape.type.value);
  expect(types.toSorted()).toEqual(Object.keys(table).toSorted());
});

/** Sends the frame and all that has come since by the time it is answered. */
async function answersTo(socket: TestSocket, { frame, isFirst }: Row, at: Target): Promise<ServerFrame[]> {
  const from = socket.frames.length;
  socket.send(frame(at));
  if (isFirst) await socket.next('joined');
  await socket.settled();
  const isOwn = (got: ServerFrame) => !(got.type === 'error' && got.messageId?.startsWith('none-'));
  return socket.frames.slice(from).filter(isOwn);
}

function isAnswer({ type }: ServerFrame): boolean {
  return ['joined', 'ack', 'pong', 'error'].includes(type);
}

function nameOf(frames: ServerFrame[]): string {
  const answer = frames.find(isAnswer);
  return answer?.type === 'error' ? answer.code : (answer?.type ?? 'nothing');
}

describe.each(hosts)('on $host', (host) => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await sceneOn(host);
  });

  it('nobody opens a socket without a ticket, and so sends no frame at all', async () => {
    const { url } = await ticketFor(scene.people.operator);
    expect((await handshake(url)).status).toBe(401);
  });

  describe.each(Object.entries(table))('%s', (_, row) => {
    const strangers = principals.slice(2);

    it.each(strangers)('from %s changes nothing, shows nothing, and reaches nobody', async (who) => {
      const { direct, people, secret, tenantId, victim } = scene;
      const inTenant = who === 'otherVisitor' ? { visitorId: victim.visitorId } : undefined;
      const [mine, desk] = [await openSocket(people.visitor), await openSocket(people.operator)];
      await Promise.all([mine.join(), desk.join()]);
      const socket = await openSocket(people[who]);
      if (!row.isFirst) await socket.join(0);
      const before = await direct.dumpTenant(tenantId, inTenant);
      const answers = await answersTo(socket, row, victim);
      expect(await direct.dumpTenant(tenantId, inTenant)).toBe(before);
      expect(before).toContain(secret);
      expect(nameOf(answers), JSON.stringify(answers)).toBe(row.answers[who]);
      const seen = JSON.stringify(socket.frames);
      for (const hidden of [secret, victim.conversationId, victim.visitorId])
        expect(seen).not.toContain(hidden);
      await Promise.all([mine.settled(), desk.settled()]);
      for (const { events, frames } of [mine, desk])
        expect([events, frames.filter(({ type }) => type === 'typing')]).toEqual([[], []]);
      await Promise.all([mine, desk, socket].map((each) => each.close()));
    });

    it.each(['visitor', 'operator'] as const)('from the %s does its work', async (who) => {
      const { people, victim } = scene;
      const socket = await openSocket(people[who]);
      if (!row.isFirst) await socket.join();
      expect(nameOf(await answersTo(socket, row, victim))).toBe(row.answers[who]);
      await socket.close();
    });

    if (!row.names) return;
    it.each(strangers)('tells %s no difference between what is another’s and what never was', async (who) => {
      const { people, victim, bystander } = scene;
      const nobodys = { conversationId: newId('cnv'), messageId: newId('msg') };
      const socket = await openSocket(people[who]);
      await socket.join();
      const told: unknown[] = [];
      for (const at of who === 'foreignOperator' ? [victim, nobodys] : [victim, bystander, nobodys]) {
        const answers = (await answersTo(socket, row, at)).filter(isAnswer);
        told.push(answers.map((answer) => JSON.stringify(answer, ['type', 'code', 'message'])));
      }
      expect(told[0]).toHaveLength(1);
      for (const each of told) expect(each).toEqual(told[0]);
      await socket.close();
    });
  });
});
