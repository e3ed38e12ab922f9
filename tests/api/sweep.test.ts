import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { createApp } from '../../functions/app.ts';
import { parseEnv } from '../../functions/env.ts';
import { createServices } from '../../functions/services.ts';
import { operations } from '../../shared/api/index.ts';
import { newId } from '../../shared/ids.ts';
import { type Answer, request } from '../support/client.ts';
import { type Direct, openDirect } from '../support/database.ts';
import { newUnanswered } from '../support/bot.ts';
import {
  newCannedReply,
  newConversation,
  newInvitation,
  newMember,
  newNote,
  newSynonyms,
  signIn,
  newTenant,
  newVisitor,
  sendMessage,
  type OperatorFixture,
  type VisitorFixture,
} from '../support/people.ts';
import { type Row, type Stranger, type Target, strangers, table } from './sweep-table.ts';

const url = inject('stackUrl');

type Scene = {
  direct: Direct;
  /** The tenant that everybody else reaches for. */
  victim: Target & { visitor: VisitorFixture };
  /** A visitor of the foreign tenant beside the foreign visitor. */
  bystander: Target;
  tokens: Record<Stranger, string | undefined>;
};

let scene: Scene;

async function teamOf(owner: OperatorFixture) {
  const { userId: memberId } = await newMember(owner);
  await signIn(owner);
  const { data } = await (await owner.api.settings.sessions.$get()).json();
  const sessionId = data.find(({ current }) => !current)?.id ?? '';
  return { memberId, sessionId, ...(await newInvitation(owner)) };
}

async function targetOf(owner: OperatorFixture, visitor: VisitorFixture): Promise<Target> {
  const secret = `secret${randomUUID().replaceAll('-', '')}`;
  const { conversationId } = await newConversation(visitor, `My ${secret}`);
  const { id: messageId } = await sendMessage(owner, conversationId, `Noted: ${secret}`);
  const noteId = await newNote(owner, conversationId, `Between us: ${secret}`);
  const cannedReplyId = await newCannedReply(owner, secret, `Ready: ${secret}`);
  const synonymsId = await newSynonyms(owner, secret, 'parcel');
  const unansweredId = await newUnanswered(owner, `What is ${secret}?`);
  const json = {
    type: 'text' as const,
    title: `About ${secret}`,
    content: `All of ${secret}`,
    metadata: { secret },
  };
  const { data } = await (await owner.api['knowledge-base'].$post({ json })).json();
  await owner.api.widget.$put({ json: { aiSettings: { instructions: secret } } });
  const team = await teamOf(owner);
  return {
    owner,
    ...team,
    conversationId,
    messageId,
    entryId: data.id,
    noteId,
    cannedReplyId,
    synonymsId,
    unansweredId,
    visitorId: visitor.visitorId,
    secret,
  };
}

beforeAll(async () => {
  const direct = openDirect({ url: inject('databaseUrl'), authToken: inject('databaseToken') });
  const [owner, foreignOperator] = await Promise.all([newTenant(url), newTenant(url)]);
  const [visitor, otherVisitor, foreignVisitor, neighbour] = await Promise.all([
    newVisitor(owner, { name: 'Vera', email: 'vera@example.com' }),
    newVisitor(owner),
    newVisitor(foreignOperator),
    newVisitor(foreignOperator),
  ]);
  scene = {
    direct,
    victim: { ...(await targetOf(owner, visitor)), visitor },
    bystander: await targetOf(foreignOperator, neighbour),
    tokens: {
      anonymous: undefined,
      visitor: visitor.token,
      otherVisitor: otherVisitor.token,
      foreignOperator: foreignOperator.token,
      foreignVisitor: foreignVisitor.token,
    },
  };
  await newConversation(otherVisitor, 'Something else');
});

const methodOf = (route: string) => route.slice(0, route.indexOf(' '));

function call(route: string, row: Row, who: Stranger, at: Target): Promise<Answer> {
  const body = row.body?.(at);
  return request(url, methodOf(route), `/api${row.path(at)}`, {
    token: scene.tokens[who],
    ...(body === undefined ? {} : { body }),
  });
}

const nobodys = (at: Target): Target => ({
  ...at,
  conversationId: newId('cnv'),
  messageId: newId('msg'),
  entryId: newId('kbe'),
  noteId: newId('nte'),
  cannedReplyId: newId('rpl'),
  synonymsId: newId('syn'),
  unansweredId: newId('una'),
  visitorId: newId('vis'),
  memberId: newId('usr'),
  invitationId: newId('inv'),
  invitationToken: newId('inv'),
  sessionId: newId('ses'),
});

/** What must be equal in two refusals. */
const refusalOf = ({ status, json }: Answer) => ({ status, json: { ...Object(json), requestId: '' } });

describe('the table of routes', () => {
  it('names every mounted route and no other', () => {
    const bindings = {
      LIBSQL_URL: 'http://127.0.0.1:1',
      TOKEN_SECRET: newId('ses') + newId('ses'),
      ROOM_SECRET: newId('ses') + newId('ses'),
    };
    // Nothing is called: the platform's own bindings are not needed to mount routes.
    const services = createServices(parseEnv(bindings), Object.create(null));
    const mounted = createApp(services).routes.filter(({ method }) => method !== 'ALL');
    const names = [...new Set(mounted.map(({ method, path }) => `${method} ${path.replace(/^\/api/, '')}`))];
    expect(names.toSorted()).toEqual(Object.keys(table).toSorted());
    expect(operations.map(({ method, path }) => `${method.toUpperCase()} ${path}`).toSorted()).toEqual(
      names.toSorted(),
    );
  });
});

describe.each(Object.entries(table))('%s', (route, row) => {
  it.each(strangers.map((who, column) => [who, row.answers[column] ?? 0] as const))(
    '%s gets %i',
    async (who, status) => {
      const { direct, victim } = scene;
      const { tenantId } = victim.owner;
      const inTenant = who === 'visitor' || who === 'otherVisitor' || route.includes('public/:tenantId/');
      // Whoever may act in the tenant may add to it what is its own, and must not touch the visitor's.
      const only = inTenant ? { visitorId: victim.visitor.visitorId } : undefined;
      const before = await direct.dumpTenant(tenantId, only);
      const answer = await call(route, row, who, victim);
      const after = await direct.dumpTenant(tenantId, only);
      expect(answer.status, answer.text).toBe(status);
      if (who === 'visitor' && status < 400) return;
      expect(before).toContain(victim.secret);
      expect(after).toBe(before);
      const { owner: _, visitor: __, secret, ...ids } = victim;
      expect(answer.text).not.toContain(secret);
      for (const id of Object.values(ids)) {
        expect(answer.text).not.toContain(id);
      }
    },
  );

  if (row.names !== 'thing') return;
  it.each(strangers)('%s cannot tell what is not its own from what never was', async (who) => {
    const { victim, bystander } = scene;
    const reachable = who === 'visitor' ? [victim] : who === 'foreignOperator' ? [bystander] : [];
    const unreachable = [victim, bystander, nobodys(victim)].filter((at) => !reachable.includes(at));
    const answers = await Promise.all(unreachable.map((at) => call(route, row, who, at)));
    const [first, ...others] = answers.map(refusalOf);
    expect(first?.status).toBeGreaterThanOrEqual(400);
    for (const other of others) expect(other).toEqual(first);
  });
});

describe('an agent', () => {
  let agent: OperatorFixture;
  let at: Target;
  beforeAll(async () => {
    const owner = await newTenant(url);
    agent = await newMember(owner);
    const target = await targetOf(owner, await newVisitor(owner));
    // A note is its author's alone, whatever the role.
    at = { ...target, noteId: await newNote(agent, target.conversationId, 'Mine') };
  });

  const forOperators = operations.filter(({ access }) => access === 'owner' || access === 'operator');
  const named = forOperators.map(({ method, path, access }) => {
    const route = `${method.toUpperCase()} ${path}`;
    return [route, access === 'owner', table[route]] as const;
  });

  it('is refused some', () => {
    expect(named.filter(([, isOwners]) => isOwners).length).toBeGreaterThanOrEqual(6);
  });

  // Signing out comes last in the table of routes, and here too.
  const inOrder = Object.keys(table).flatMap((route) => named.filter(([name]) => name === route));
  it.each(inOrder)('%s, of owners alone: %s', async (route, isOwners, row) => {
    if (!row) throw new Error(`${route} is not in the table.`);
    // Whoever leaves is signed out: somebody else, for the routes that follow.
    const { token } = route === 'POST /team/leave' ? await newMember(at.owner) : agent;
    const before = await scene.direct.dumpTenant(at.owner.tenantId);
    const body = row.body?.(at);
    const answer = await request(url, methodOf(route), `/api${row.path(at)}`, {
      token,
      ...(body === undefined ? {} : { body }),
    });
    expect([answer.status === 403, answer.status === 401], answer.text).toEqual([isOwners, false]);
    if (isOwners) expect(await scene.direct.dumpTenant(at.owner.tenantId)).toBe(before);
  });
});
