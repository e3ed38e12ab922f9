import { type SQL, sql } from 'drizzle-orm';
import { limits } from '../limits.ts';

const word = /[\p{L}\p{N}\p{M}]+/gu;
/** Latin and Cyrillic as most languages write them. The index knows more, but folds some of it in ways of its own. */
const plain = /^[0-9a-zß-öø-žơưạ-ỹа-џ]+$/;
const accented = /[à-öø-žơưạ-ỹ]/g;
const afterAll = '\u{10ffff}';

/** The words of a text as the full-text index would cut them: letters, digits and marks, nothing of its syntax. */
export function wordsOf(text: string): string[] {
  return (text.match(word) ?? []).slice(0, limits.page.searchTerms);
}

/** A word as the full-text index holds it, without case and accents; null where that is not certain. */
export function indexedAs(text: string): string | null {
  const lower = text.toLowerCase();
  if (!plain.test(lower)) return null;
  return lower.replace(accented, (letter) => letter.normalize('NFD').charAt(0));
}

/**
 * A query of one FTS5 expression for "all these words, the last one perhaps unfinished". For a beginning, FTS5 gathers
 * all that begins with it before it can give the newest; of a few whole words it reads no more than is wanted. So the
 * last word becomes those of the vocabulary that it may be, unless they are many.
 */
export function matchAllWords([...words]: string[]): SQL {
  const last = words.pop() ?? '';
  const lead = words.map((each) => `"${each}" AND `).join('');
  const beginning = `"${last}" *`;
  const term = indexedAs(last);
  if (term === null) return sql`SELECT ${lead + beginning}`;
  const most = limits.page.searchEndings;
  return sql`WITH RECURSIVE ending (term, n) AS (VALUES (${term}, 1) UNION ALL
      SELECT (SELECT term FROM messages_vocabulary
        WHERE term >= ending.term || char(1) AND term < ${term + afterAll} LIMIT 1), n + 1
      FROM ending WHERE n <= ${most} AND term IS NOT NULL)
    SELECT ${lead} || CASE WHEN count(term) > ${most} THEN ${beginning}
      ELSE '(' || group_concat('"' || term || '"', ' OR ') || ')' END FROM ending`;
}
