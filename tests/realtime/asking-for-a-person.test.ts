import { expect, it } from 'vitest';
import { setBot } from '../support/bot.ts';
import { hosts } from '../support/hosts.ts';
import { as, newConversation, newTenant, newVisitor } from '../support/people.ts';
import { joinedSocket } from '../support/socket.ts';

it.each(hosts)('a visitor who asks for a person is told whether one is there, on $host', async ({ url }) => {
  const operator = await newTenant(url());
  await setBot(operator, { handOffText: 'Ada is coming.', awayText: 'Write to a@example.com.' });
  const visitor = await newVisitor(operator);
  const socket = await joinedSocket(visitor);
  const told = async () => {
    const { conversationId } = await newConversation(visitor);
    await as(visitor, 'PATCH', `/conversations/${conversationId}`, { handler: 'human' });
    const ofIt = () =>
      socket.events.find(
        (event) =>
          event.type === 'message:new' &&
          event.conversationId === conversationId &&
          event.message.sender === 'system',
      );
    await socket.until(() => ofIt() !== undefined, 'a word on it');
    return ofIt();
  };
  expect(await told()).toMatchObject({
    message: { content: 'You asked for a person. Write to a@example.com.' },
  });
  await joinedSocket(operator);
  expect(await told()).toMatchObject({ message: { content: 'You asked for a person. Ada is coming.' } });
});
