import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { ClientFrame } from '../../shared/protocol/client-frames.ts';
import { openDirect } from '../support/database.ts';
import { hosts } from '../support/hosts.ts';
import {
  type OperatorFixture,
  type VisitorFixture,
  newConversation,
  newTenant,
  newVisitor,
  sendMessage,
} from '../support/people.ts';
import { type TestSocket, joinedSocket, openSocket } from '../support/socket.ts';

/** The victim's things, whose ids a stranger may have got hold of. */
type Target = { conversationId: string; fromVisitor: string; fromOperator: string };
type Refused = 'not_found' | 4400;
type Entry = {
  frame: (target: Target) => ClientFrame;
  /** What each stranger gets; `null` where the frame asks nothing about anybody. */
  strangers: Record<'unjoined' | 'otherVisitor' | 'otherTenant' | 'otherTenantsVisitor', Refused | null>;
};

const everywhere = (refused: Refused | null): Entry['strangers'] => ({
  unjoined: refused === null ? null : 4400,
  otherVisitor: refused,
  otherTenant: refused,
  otherTenantsVisitor: refused,
});

/** Every type of frame that a client may send; one that is missing here fails the first test. */
const sweep: Record<string, Entry> = {
  'join-tenant': {
    frame: () => ({ type: 'join-tenant', since: 0 }),
    // Whoever is in the room has joined already; what a first join shows, the tests of the door say.
    strangers: { ...everywhere(4400), unjoined: null },
  },
  'message:new': {
    frame: ({ conversationId }) => ({
      type: 'message:new',
      clientId: randomUUID(),
      conversationId,
      content: 'From a stranger',
    }),
    strangers: everywhere('not_found'),
  },
  'message:update': {
    frame: ({ fromVisitor }) => ({ type: 'message:update', messageId: fromVisitor, status: 'seen' }),
    strangers: everywhere('not_found'),
  },
  typing: {
    frame: ({ conversationId }) => ({ type: 'typing', conversationId, typing: true }),
    strangers: everywhere('not_found'),
  },
  ping: { frame: () => ({ type: 'ping' }), strangers: everywhere(null) },
};

it('knows every frame of the protocol', () => {
  const types = ClientFrame.options.map(({ shape }) => shape.type.value);
  expect(Object.keys(sweep).toSorted()).toEqual(types.toSorted());
});

describe.each(hosts)('what strangers may do by frame, on $host', ({ url, database }) => {
  let victim: OperatorFixture;
  let visitor: VisitorFixture;
  let target: Target;
  let strangers: Record<keyof Entry['strangers'], () => Promise<TestSocket>>;

  beforeAll(async () => {
    victim = await newTenant(url());
    visitor = await newVisitor(victim);
    const { conversationId, messageId } = await newConversation(visitor, 'A secret');
    const answer = await sendMessage(victim, conversationId, 'An answer');
    target = { conversationId, fromVisitor: messageId, fromOperator: answer.id };
    const otherVisitor = await newVisitor(victim);
    const otherTenant = await newTenant(url());
    const otherTenantsVisitor = await newVisitor(otherTenant);
    strangers = {
      unjoined: () => openSocket(otherVisitor),
      otherVisitor: () => joinedSocket(otherVisitor, { since: 0 }),
      otherTenant: () => joinedSocket(otherTenant, { since: 0 }),
      otherTenantsVisitor: () => joinedSocket(otherTenantsVisitor, { since: 0 }),
    };
  });

  const cells = Object.entries(sweep).flatMap(([type, { strangers: expected }]) =>
    Object.entries(expected).map(([who, refused]) => ({ type, who, refused })),
  );

  it.each(cells)(
    '$type from $who: $refused, and the victim’s rows stay as they are',
    async ({ type, who, refused }) => {
      const direct = openDirect(database());
      const before = await direct.dumpTenant(victim.tenantId);
      const [asVictim, asVisitor] = [await joinedSocket(victim), await joinedSocket(visitor)];
      const socket = await strangers[who as keyof typeof strangers]();
      for (const messageId of [target.fromVisitor, target.fromOperator]) {
        if (socket.closeCode === null)
          socket.send(sweep[type]?.frame({ ...target, fromVisitor: messageId }) ?? '');
      }
      if (typeof refused === 'number') expect(await socket.closed()).toBe(refused);
      else if (refused !== null) {
        const codes = () => socket.frames.flatMap((frame) => (frame.type === 'error' ? [frame.code] : []));
        await socket.until(() => codes().length === 2, 'two refusals');
        expect(codes()).toEqual([refused, refused]);
      }
      await Promise.all([asVictim.settled(), asVisitor.settled()]);
      const shown = [asVictim, asVisitor].flatMap(({ frames }) => frames.map((frame) => frame.type));
      expect(shown.filter((shownType) => !['joined', 'presence', 'error'].includes(shownType))).toEqual([]);
      expect(JSON.stringify(socket.frames)).not.toMatch(/secret|An answer/);
      expect(await direct.dumpTenant(victim.tenantId)).toBe(before);
    },
  );
});
