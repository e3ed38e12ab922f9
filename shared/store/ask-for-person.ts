import { type SQL, sql } from 'drizzle-orm';
import { spokenLanguages, textsIn } from '../answers/texts.ts';
import { newId } from '../ids.ts';
import type { Conversation } from '../protocol/entities.ts';
import { changed } from './change-conversation.ts';
import type { Scope } from './scope.ts';
import { spokenLanguage } from './spoken-language.ts';
import type { Written } from './write-conversations.ts';

/** All that a visitor changes of a conversation: that a person is to answer it. */
export function askingVerbs(scope: Scope) {
  return {
    /**
     * Hands a conversation from the bot to the team, with a visible word on what happens next; one that is the team's
     * already stays as it is. Errors: not_found.
     */
    askForPerson(id: string, { isOnline }: { isOnline: boolean }): Promise<Written<Conversation>> {
      const now = new Date().toISOString();
      return changed(scope, id, {
        statements: [
          wordOfIt(scope, id, { isOnline, now }),
          sql`UPDATE conversations AS c SET handler = 'human', updated_at = ${now},
            hand_off_reason = coalesce(hand_off_reason, 'asked')
            WHERE ${scope.conversations} AND c.id = ${id} AND c.handler = 'bot'`,
        ],
      });
    },
  };
}

const textsByLanguage = JSON.stringify(
  Object.fromEntries(
    spokenLanguages.map((language) => {
      const { asked, here, away } = textsIn(language);
      return [language, { asked, here, away }];
    }),
  ),
);

function wordOfIt(scope: Scope, id: string, { isOnline, now }: { isOnline: boolean; now: string }): SQL {
  const messageId = newId('msg');
  const [tenants, own] = isOnline ? ['handOffText', 'here'] : ['awayText', 'away'];
  return sql`INSERT INTO messages (tenant_id, id, conversation_id, visitor_id, seq, cursor, sender, author_id, content,
      client_id, created_at)
    SELECT c.tenant_id, ${messageId}, c.id, c.visitor_id, c.seq + 1, t.cursor + 1, 'system', 'system',
      (own.value ->> 'asked') || ' ' || coalesce(w.ai_settings ->> ${tenants}, own.value ->> ${own}), ${messageId}, ${now}
    FROM conversations c JOIN tenants t ON t.id = c.tenant_id JOIN widgets w ON w.tenant_id = c.tenant_id
      JOIN visitors v ON v.tenant_id = c.tenant_id AND v.id = c.visitor_id
      JOIN json_each(${textsByLanguage}) own ON own.key = ${spokenLanguage}
    WHERE ${scope.conversations} AND c.id = ${id} AND c.handler = 'bot'`;
}
