import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openDirect } from '../support/database.ts';
import { hosts } from '../support/hosts.ts';
import { as, newConversation, newMember, newTenant, newVisitor } from '../support/people.ts';
import { joinedSocket } from '../support/socket.ts';

/** More than a room reads of the log at once. */
const assigned = 450;

/** Conversations as they are, straight in the database: what is tested is how they are handed back. */
const assign = `WITH RECURSIVE numbered (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbered WHERE n < ?3)
  INSERT INTO conversations (tenant_id, id, visitor_id, title, handler, assignee_id, created_at, updated_at)
  SELECT tenant_id, 'cnv' || ?4 || n, visitor_id, 'Question ' || n, 'human', ?2, created_at, updated_at
  FROM numbered, conversations WHERE tenant_id = ?1 AND title = 'Hello'`;

describe.each(hosts)('what was a member’s, on $host', ({ url, database }) => {
  it('is handed back live to everybody who may see it, each once and in order, however much it is', async () => {
    const owner = await newTenant(url());
    const [ada, visitor, other] = [await newMember(owner), await newVisitor(owner), await newVisitor(owner)];
    await newConversation(visitor);
    const args = [owner.tenantId, ada.userId, assigned, randomUUID()];
    await openDirect(database()).rows(assign, ...args);
    const sockets = await Promise.all([owner, visitor, other, ada].map((who) => joinedSocket(who)));
    const [asOwner, asVisitor, asOther, asAda] = sockets;
    await as(owner, 'DELETE', `/team/members/${ada.userId}`);
    await asOwner?.nextLogged('team:update');
    const told = asOwner?.events.filter(({ type }) => type === 'conversation:update') ?? [];
    expect(new Set(told.map(({ conversationId }) => conversationId)).size).toBe(assigned);
    expect(told).toHaveLength(assigned);
    expect(told.every((event) => event.seq === 1 && 'conversation' in event)).toBe(true);
    expect(asOwner?.logged.at(-1)?.type).toBe('team:update');
    const cursors = asOwner?.logged.map(({ cursor }) => cursor) ?? [];
    expect(cursors).toEqual(cursors.toSorted((a, b) => a - b));
    await asVisitor?.until(() => asVisitor.events.length === assigned, 'what is the visitor’s');
    expect(asOther?.events).toEqual([]);
    expect(await asAda?.closed()).toBe(4401);
  });
});
