import { describe, expect, it } from 'vitest';
import { hosts } from '../support/hosts.ts';
import { newConversation, newMember, newTenant, newVisitor, sendMessage } from '../support/people.ts';
import { joinedSocket, openSocket } from '../support/socket.ts';

describe.each(hosts)('every frame of the contract, on $host', ({ url }) => {
  it('joined tells tenant, principal and place', async () => {
    const operator = await newTenant(url());
    const visitor = await newVisitor(operator);
    await newConversation(visitor);
    const asOperator = await openSocket(operator);
    expect(await asOperator.join()).toEqual({
      type: 'joined',
      tenantId: operator.tenantId,
      principal: { kind: 'operator', id: operator.userId },
      cursor: 1,
    });
    const asVisitor = await openSocket(visitor);
    expect(await asVisitor.join()).toMatchObject({
      principal: { kind: 'visitor', id: visitor.visitorId },
      cursor: 1,
    });
  });

  it('message:new by frame is acknowledged, and reaches every entitled socket, the sender’s own included', async () => {
    const operator = await newTenant(url());
    const visitor = await newVisitor(operator);
    const stranger = await newVisitor(operator);
    const sockets = {
      operator: await joinedSocket(operator),
      visitor: await joinedSocket(visitor),
      second: await joinedSocket(visitor),
      stranger: await joinedSocket(stranger),
    };
    sockets.visitor.send({ type: 'message:new', clientId: 'a', content: ' Hello 🌍 ' });
    const opened = await sockets.visitor.next('ack', ({ clientId }) => clientId === 'a');
    expect(opened.message).toMatchObject({ sender: 'visitor', content: 'Hello 🌍', seq: 1, clientId: 'a' });
    expect(opened.conversation).toMatchObject({ lastSeq: 1, visitor: { id: visitor.visitorId } });
    const conversationId = opened.conversation?.id ?? '';
    for (const socket of [sockets.operator, sockets.visitor, sockets.second]) {
      expect(await socket.message('Hello 🌍')).toMatchObject({
        seq: 1,
        conversationId,
        message: opened.message,
      });
    }
    sockets.operator.send({ type: 'message:new', clientId: 'a', content: 'Hi.', conversationId });
    const answered = await sockets.operator.next('ack', ({ clientId }) => clientId === 'a');
    expect(answered.message).toMatchObject({ sender: 'operator', content: 'Hi.', seq: 2 });
    for (const socket of [sockets.operator, sockets.visitor, sockets.second]) await socket.message('Hi.');
    await sockets.stranger.settled();
    expect(sockets.stranger.events).toEqual([]);
  });

  it('what HTTP commits arrives live: messages, updates of a conversation, receipts', async () => {
    const operator = await newTenant(url());
    const visitor = await newVisitor(operator);
    const asOperator = await joinedSocket(operator);
    const asVisitor = await joinedSocket(visitor);
    const { conversationId, messageId } = await newConversation(visitor, 'One');
    await sendMessage(operator, conversationId, 'Two');
    await operator.api.conversations[':id'].$patch({
      param: { id: conversationId },
      json: { status: 'resolved' },
    });
    await operator.api.conversations.messages[':id'].status.$patch({
      param: { id: messageId },
      json: { status: 'seen' },
    });
    for (const socket of [asOperator, asVisitor]) {
      const { conversation } = await socket.nextLogged(
        'conversation:update',
        (frame) => frame.conversation.status === 'resolved',
      );
      expect(conversation).toMatchObject({ id: conversationId, status: 'resolved' });
      const receipt = await socket.nextLogged('message:update');
      expect(receipt).toMatchObject({ conversationId, messageId, status: 'seen', upToSeq: 1 });
      expect(socket.events.map(({ seq }) => seq)).toEqual(socket.events.map((_, at) => at + 1));
    }
  });

  it('message:update by frame is acknowledged, and only moves forward', async () => {
    const operator = await newTenant(url());
    const visitor = await newVisitor(operator);
    const { conversationId, messageId } = await newConversation(visitor);
    const asOperator = await joinedSocket(operator);
    const asVisitor = await joinedSocket(visitor);
    asOperator.send({ type: 'message:update', messageId, status: 'seen' });
    expect(await asOperator.next('ack')).toEqual({
      type: 'ack',
      conversationId,
      messageId,
      status: 'seen',
      upToSeq: 1,
    });
    await asVisitor.nextLogged('message:update', ({ status }) => status === 'seen');
    asOperator.send({ type: 'message:update', messageId, status: 'delivered' });
    await asOperator.until(() => asOperator.frames.filter(({ type }) => type === 'ack').length === 2);
    await asVisitor.settled();
    expect(asVisitor.events.filter(({ type }) => type === 'message:update')).toHaveLength(1);
    asVisitor.send({ type: 'message:update', messageId, status: 'seen' });
    expect(await asVisitor.next('error', (frame) => frame.messageId === messageId)).toMatchObject({
      code: 'forbidden',
    });
  });

  it('typing goes to the other side only', async () => {
    const operator = await newTenant(url());
    const visitor = await newVisitor(operator);
    const stranger = await newVisitor(operator);
    const { conversationId } = await newConversation(visitor);
    const [asOperator, colleague] = [await joinedSocket(operator), await joinedSocket(operator)];
    const [asVisitor, secondTab] = [await joinedSocket(visitor), await joinedSocket(visitor)];
    const asStranger = await joinedSocket(stranger);
    asVisitor.send({ type: 'typing', conversationId, typing: true });
    for (const socket of [asOperator, colleague]) {
      expect(await socket.next('typing')).toEqual({
        type: 'typing',
        conversationId,
        typing: true,
        sender: 'visitor',
      });
    }
    asOperator.send({ type: 'typing', conversationId, typing: false });
    for (const socket of [asVisitor, secondTab]) {
      expect(await socket.next('typing')).toEqual({
        type: 'typing',
        conversationId,
        typing: false,
        sender: 'operator',
      });
    }
    await Promise.all([asOperator, colleague, asVisitor, asStranger].map((socket) => socket.settled()));
    const typed = [asOperator, colleague, asVisitor, secondTab, asStranger].map(
      (socket) => socket.frames.filter(({ type }) => type === 'typing').length,
    );
    expect(typed).toEqual([1, 1, 1, 1, 0]);
  });

  it('presence: visitors learn whether an operator is there, operators which visitors are', async () => {
    const operator = await newTenant(url());
    const visitor = await newVisitor(operator);
    const asVisitor = await joinedSocket(visitor);
    expect(await asVisitor.next('presence')).toEqual({ type: 'presence', operators: { online: false } });
    const asOperator = await joinedSocket(operator);
    expect(await asOperator.next('presence')).toEqual({
      type: 'presence',
      visitors: [{ id: visitor.visitorId, online: true }],
      team: [{ id: operator.userId, online: true }],
    });
    await asVisitor.next('presence', ({ operators }) => operators?.online === true);
    const second = await joinedSocket(operator);
    await second.close();
    await asVisitor.close();
    await asOperator.next('presence', ({ visitors }) => visitors?.[0]?.online === false);
    const again = await joinedSocket(visitor);
    await asOperator.until(() => asOperator.frames.filter(({ type }) => type === 'presence').length === 3);
    await asOperator.close();
    await again.next('presence', ({ operators }) => operators?.online === false);
    const seen = again.frames
      .filter((frame) => frame.type === 'presence')
      .map(({ operators }) => operators?.online);
    expect(seen).toEqual([true, false]);
  });

  it('presence: operators learn which of their colleagues are there, visitors do not', async () => {
    const owner = await newTenant(url());
    const agent = await newMember(owner);
    const asVisitor = await joinedSocket(await newVisitor(owner));
    const asOwner = await joinedSocket(owner);
    const asAgent = await joinedSocket(agent);
    const of = (online: boolean) => [{ id: agent.userId, online }];
    const { team } = await asAgent.next('presence');
    expect(team).toHaveLength(2);
    expect(team).toEqual(expect.arrayContaining(of(true)));
    await asOwner.next('presence', (frame) => JSON.stringify(frame.team) === JSON.stringify(of(true)));
    await asAgent.close();
    await asOwner.next('presence', (frame) => JSON.stringify(frame.team) === JSON.stringify(of(false)));
    expect(JSON.stringify(asVisitor.frames)).not.toContain(agent.userId);
  });

  it('ping is answered before and after joining', async () => {
    const socket = await openSocket(await newTenant(url()));
    socket.send({ type: 'ping' });
    await socket.next('pong');
    await socket.join();
    socket.send(' {"type":"ping","and":"more"} ');
    await socket.until(() => socket.frames.filter(({ type }) => type === 'pong').length === 2);
  });

  it('a refused frame says which, and the socket lives on', async () => {
    const operator = await newTenant(url());
    const visitor = await newVisitor(operator);
    const { conversationId } = await newConversation(visitor);
    const socket = await joinedSocket(operator);
    socket.send({ type: 'message:new', clientId: 'x', content: 'Hi', conversationId: 'cnv0' });
    expect(await socket.next('error', ({ clientId }) => clientId === 'x')).toMatchObject({
      code: 'not_found',
    });
    socket.send({ type: 'message:new', clientId: 'y', content: '  ', conversationId });
    expect(await socket.next('error', ({ clientId }) => clientId === 'y')).toMatchObject({
      code: 'invalid_request',
    });
    socket.send({ type: 'message:new', clientId: 'z', content: 'Operators do not open conversations.' });
    expect(await socket.next('error', ({ clientId }) => clientId === 'z')).toMatchObject({
      code: 'invalid_request',
    });
    socket.send({ type: 'message:new', clientId: 'w', content: 'One', conversationId });
    await socket.next('ack', ({ clientId }) => clientId === 'w');
    socket.send({ type: 'message:new', clientId: 'w', content: 'Another', conversationId });
    expect(await socket.next('error', ({ clientId }) => clientId === 'w')).toMatchObject({
      code: 'conflict',
    });
    socket.send('{"type":"no:such"}');
    await socket.next('error', ({ clientId, message }) => clientId === undefined && message !== '');
    await socket.settled();
  });

  it('a burst over one socket keeps its order, and comes back in batches to whoever missed it', async () => {
    const operator = await newTenant(url());
    const visitor = await newVisitor(operator);
    const { conversationId } = await newConversation(visitor);
    const [asVisitor, asOperator] = [await joinedSocket(visitor), await joinedSocket(operator)];
    const contents = Array.from({ length: 60 }, (_, at) => `burst ${at}`);
    for (const content of contents)
      asVisitor.send({ type: 'message:new', clientId: content, content, conversationId });
    await asOperator.message('burst 59');
    expect(asOperator.messages().map(({ message }) => message.content)).toEqual(contents);
    const late = await joinedSocket(operator, { since: 1 });
    await late.message('burst 59');
    expect(late.messages().map(({ message }) => message.content)).toEqual(contents);
    expect(late.frames.filter(({ type }) => type === 'batch').length).toBeGreaterThan(0);
  });

  it('a client that missed too much is told to fetch, and goes on live', async () => {
    const operator = await newTenant(url());
    const ahead = await joinedSocket(operator, { since: 1_000 });
    expect(await ahead.next('resync')).toEqual({ type: 'resync', cursor: 0 });
    await newConversation(await newVisitor(operator), 'After');
    expect(await ahead.message('After')).toMatchObject({ cursor: 1 });
  });

  it('the longest messages of any Unicode arrive exactly, each frame within 64 KiB', async () => {
    const operator = await newTenant(url());
    const visitor = await newVisitor(operator);
    const { conversationId } = await newConversation(visitor);
    const [asVisitor, asOperator] = [await joinedSocket(visitor), await joinedSocket(operator)];
    const texts = ['\u0001', '🌍', '漢', '"', 'e\u0301'.slice(1) + 'x'].map(
      (unit, at) => at + unit.repeat(7_998 / Array.from(unit).length) + at,
    );
    for (const content of texts) {
      await sendMessage(visitor, conversationId, content);
      expect((await asOperator.message(content)).message.content).toBe(content);
      expect((await asVisitor.message(content)).message.content).toBe(content);
    }
    const late = await joinedSocket(operator, { since: 1 });
    await late.message(texts.at(-1) ?? '');
    expect(late.messages().map(({ message }) => message.content)).toEqual(texts);
  });
});
