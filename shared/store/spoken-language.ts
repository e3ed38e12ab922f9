import { sql } from 'drizzle-orm';
import { spokenLanguages } from '../answers/texts.ts';

/**
 * The language in which the bot's own words reach a visitor: the visitor's, where its tenant allows it, else the first
 * that is allowed; of those that there are words in. Aliases: v visitors, w widgets.
 */
export const spokenLanguage = sql`coalesce((
  WITH allowed AS (SELECT key AS place, ${primary('value')} AS language FROM json_each(w.ai_settings, '$.languages')),
    wanted AS (SELECT * FROM allowed UNION ALL SELECT -1, ${primary('v.language')}
      WHERE NOT EXISTS (SELECT 1 FROM allowed) OR ${primary('v.language')} IN (SELECT language FROM allowed))
  SELECT language FROM wanted WHERE language IN (SELECT value FROM json_each(${JSON.stringify(spokenLanguages)}))
  ORDER BY place LIMIT 1), 'en')`;

/** `pt` of the tag `pt-BR`. */
function primary(tag: 'value' | 'v.language') {
  const column = sql.raw(tag);
  return sql`lower(substr(${column}, 1, instr(${column} || '-', '-') - 1))`;
}
