import { type SQL, sql } from 'drizzle-orm';
import { spokenLanguages, textsIn } from '../answers/texts.ts';
import { newId } from '../ids.ts';
import type { Scope } from './scope.ts';
import { spokenLanguage } from './spoken-language.ts';

/** By language, what a visitor is told who asks for a person by the button. */
const askedTexts = JSON.stringify(
  Object.fromEntries(
    spokenLanguages.map((language) => {
      const { asked, here } = textsIn(language);
      return [language, { asked, here }];
    }),
  ),
);

/** The visible word that a person has been asked for; none where one has taken over already. */
export function askedForPerson(scope: Scope, conversationId: string): SQL {
  const id = newId('msg');
  return sql`INSERT INTO messages (tenant_id, id, conversation_id, visitor_id, seq, cursor, sender, author_id, content,
      client_id, created_at)
    SELECT c.tenant_id, ${id}, c.id, c.visitor_id, c.seq + 1, t.cursor + 1, 'system', 'system',
      (own.value ->> 'asked') || ' ' || coalesce(w.ai_settings ->> 'handOffText', own.value ->> 'here'),
      ${id}, ${new Date().toISOString()}
    FROM conversations c JOIN tenants t ON t.id = c.tenant_id JOIN widgets w ON w.tenant_id = c.tenant_id
      JOIN visitors v ON v.tenant_id = c.tenant_id AND v.id = c.visitor_id
      JOIN json_each(${askedTexts}) own ON own.key = ${spokenLanguage}
    WHERE ${scope.conversations} AND c.id = ${conversationId} AND c.handler = 'bot'`;
}
