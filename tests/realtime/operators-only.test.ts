import { describe, expect, it } from 'vitest';
import { hosts } from '../support/hosts.ts';
import { newConversation, newNote, newTenant, newVisitor, sendMessage } from '../support/people.ts';
import { joinedSocket } from '../support/socket.ts';

describe.each(hosts)('what only operators see, on $host', ({ url }) => {
  it('a note comes live to every operator and to no visitor, who finds no gap', async () => {
    const operator = await newTenant(url());
    const visitor = await newVisitor(operator);
    const { conversationId } = await newConversation(visitor);
    const [asOperator, asVisitor] = await Promise.all([joinedSocket(operator), joinedSocket(visitor)]);
    const id = await newNote(operator, conversationId, 'Between us');
    expect(await asOperator.nextLogged('note:new')).toMatchObject({
      conversationId,
      note: { id, afterSeq: 1 },
    });
    await operator.api.conversations.notes[':id'].$delete({ param: { id } });
    expect(await asOperator.nextLogged('note:delete')).toMatchObject({ conversationId, noteId: id });
    await sendMessage(operator, conversationId, 'To you');
    expect(await asVisitor.message('To you')).toMatchObject({ seq: 2 });
    expect(asVisitor.logged).toHaveLength(1);
    // A visitor who comes back from before the note reads on past it.
    const later = await joinedSocket(visitor, { since: 0 });
    await later.message('To you');
    expect(later.logged.map(({ type }) => type)).toEqual(['message:new', 'message:new']);
  });

  it('where a visitor is, which it says with its message or by itself, comes live to operators', async () => {
    const operator = await newTenant(url());
    const visitor = await newVisitor(operator);
    const [asOperator, asVisitor] = await Promise.all([joinedSocket(operator), joinedSocket(visitor)]);
    const page = { url: 'https://shop.example/cart', title: 'Cart' };
    asVisitor.send({ type: 'message:new', clientId: 'a', content: 'Hello', page });
    const { visitor: seen } = await asOperator.nextLogged('visitor:update');
    expect(seen).toMatchObject({ id: visitor.visitorId, context: { page: { ...page, referrer: null } } });
    await visitor.api.visitors.me.$patch({ json: { email: 'vera@example.com' } });
    await asOperator.nextLogged('visitor:update', (event) => event.visitor.email === 'vera@example.com');
    await asVisitor.settled();
    expect(asVisitor.logged.filter(({ type }) => type !== 'message:new')).toEqual([]);
  });
});
