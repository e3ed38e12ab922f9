import { expect, inject, it } from 'vitest';
import { setBot } from '../support/bot.ts';
import { as, newConversation, newTenant, newVisitor } from '../support/people.ts';

const english =
  'You asked for a person. Nobody is online at the moment. Leave your e-mail address here, and the team will get back to you.';
const german =
  'Sie möchten mit einem Menschen sprechen. Gerade ist niemand online. Hinterlassen Sie hier Ihre E-Mail-Adresse, und das Team meldet sich.';

/** What the visitor reads who has pressed the button for a person. */
async function toldTo(visitorsLanguage: string | undefined, languages: string[], awayText?: string) {
  const tenant = await newTenant(inject('stackUrl'));
  await setBot(tenant, { languages, awayText });
  const visitor = await newVisitor(tenant, visitorsLanguage ? { language: visitorsLanguage } : {});
  const { conversationId: id } = await newConversation(visitor);
  await as(visitor, 'PATCH', `/conversations/${id}`, { handler: 'human' });
  const answer = await visitor.api.conversations[':id'].$get({ param: { id }, query: {} });
  return (await answer.json()).data.messages.findLast(({ sender }) => sender === 'system')?.content;
}

it.each([
  ['nothing is known', undefined, [], english],
  ['the tenant allows any, in the visitor’s', 'de-AT', [], german],
  ['there are no words in the visitor’s', 'xx', [], english],
  ['its first letters are another’s', 'deu', [], english],
  ['the tenant allows the visitor’s', 'DE', ['en', 'de-CH'], german],
  ['the tenant does not allow it, in its first', 'fr', ['de', 'en'], german],
  ['there are no words in its first', 'fr', ['xx', 'de'], german],
])('the bot speaks, where %s', async (_, visitors, allowed, said) => {
  expect(await toldTo(visitors, allowed)).toBe(said);
});

it('the tenant’s own words stand in any language', async () => {
  expect(await toldTo('de', [], 'Write to a@example.com.')).toBe(
    'Sie möchten mit einem Menschen sprechen. Write to a@example.com.',
  );
});
