import { type SQL, sql } from 'drizzle-orm';
import type { AskedTerm, Question } from '../answers/read-question.ts';
import { indexTerms } from '../answers/words.ts';
import type { TenantId } from '../ids.ts';
import { limits } from '../limits.ts';
import { searchMeaning } from './knowledge-vectors.ts';

/** The one file that knows the engine of the knowledge search. */

/** Passages of text that a tenant's own are thought to be added to, so that a word's weight holds in a small base too. */
const backgroundPassages = 300;
/** BM25's k1 = 1.2 and b = 0.75, for passages of about 100 words under names (title, headings, question) of about 4. */
const gain = 2.2;
const [floor, perWord, perNameWord] = [0.3, 0.009, 0.225];
const phraseWeight = 0.5;
/** What another form or word counts for the one asked for, and the share of passages on any subject that hold one of them. */
const [kinWeight, kinPrior] = [0.7, 0.01];
/** How many near words may stand for one that no passage holds. */
const maxNear = 8;
/** How many passages are weighed exactly: those that hold the most of what was asked. */
const candidates = 300;

/**
 * One statement's JSON of the entries that fit best, each by its best passage: BM25 over the passage and its names,
 * plus BM25 over its names alone, plus adjacent words as phrases. All counts are the tenant's own.
 *
 * What stands for a word asked for is a list of its own, of which a passage has the better one: it says no more than
 * the word itself, however rare it is. It reads each term's list of passages twice: without places to find the candidates and the terms' weights, which is
 * quick, then with places to count the terms in the candidates. Where the question's meaning is known, the ranking by
 * words is fused with the one by meaning. SQLite compiles a table anew wherever it is named, with all that it rests
 * on: what is known of a passage is carried along rather than looked up again.
 */
export function searchKnowledge(tenantId: TenantId, question: Question, limit: number): SQL {
  const lead = `${tenantId}_`;
  const terms = question.terms.map((each) => prepared(lead, each));
  const meaning = question.meaning && searchMeaning(tenantId, question.meaning);
  const phrases = question.phrases.map(([a, b]) => `"${lead}${a} ${lead}${b}"`);
  return sql`WITH
    size AS MATERIALIZED (SELECT count(*) AS n FROM passages WHERE tenant_id = ${tenantId}),
    wanted AS MATERIALIZED (SELECT key AS no, value AS v FROM json_each(${JSON.stringify(terms)})),
    same AS MATERIALIZED (${sameAs(tenantId, question.sequence)}),
    known AS MATERIALIZED (SELECT no, t.value AS term FROM wanted, json_each(v -> 'terms') t
        WHERE EXISTS (SELECT 1 FROM passages_places p WHERE p.term = t.value)
      UNION SELECT no, term FROM same),
    asked AS MATERIALIZED (SELECT no, v, no IN (SELECT no FROM known) AS known FROM wanted),
    patterns AS MATERIALIZED (SELECT no, value AS pattern FROM asked, json_each(v -> 'near') WHERE NOT known),
    near AS (SELECT no, term, row_number() OVER (PARTITION BY no ORDER BY doc DESC, term) AS place FROM (
      SELECT a.no, f.term, f.doc FROM asked a
        CROSS JOIN passages_vocabulary f ON f.term >= a.v ->> 'from' AND f.term < a.v ->> 'to'
      WHERE NOT a.known AND EXISTS (SELECT 1 FROM patterns p WHERE p.no = a.no AND f.term GLOB p.pattern))),
    words AS MATERIALIZED (SELECT no, 0 AS kin, term FROM known
      UNION ALL SELECT no, 0, term FROM near WHERE place <= ${maxNear}
      UNION ALL SELECT no, 1, k.value FROM wanted, json_each(v -> 'kin') k
        WHERE EXISTS (SELECT 1 FROM passages_places p WHERE p.term = k.value)),
    lists AS MATERIALIZED (
      SELECT no, 0 AS kin, v ->> 'prior' AS prior, CASE WHEN known THEN 1 ELSE v ->> 'nearWeight' END AS weight,
        (SELECT group_concat('"' || term || '"', ' OR ') FROM words w WHERE w.no = a.no AND NOT w.kin) AS list
        FROM asked a
      UNION ALL SELECT no, 1, ${kinPrior}, ${kinWeight}, group_concat('"' || term || '"', ' OR ') FROM words WHERE kin GROUP BY no
      UNION ALL SELECT NULL, 0, 0, ${phraseWeight}, value FROM json_each(${JSON.stringify(phrases)})),
    counted AS MATERIALIZED (SELECT no, kin, prior, weight, list, CASE WHEN list IS NULL THEN 0
        ELSE (SELECT count(*) FROM passages_fts f WHERE f.passages_fts MATCH list) END AS df FROM lists),
    idfs AS (SELECT no, kin, weight, list, ln(1 + (n - df + 0.5) / (df + 0.5)) AS idf FROM (
      SELECT no, kin, weight, list, n + ${backgroundPassages} AS n, df + ${backgroundPassages} * prior AS df
        FROM counted, size)),
    weights AS MATERIALIZED (SELECT no, kin, weight, list,
        CASE WHEN kin THEN min(idf) OVER (PARTITION BY no) ELSE idf END AS idf FROM idfs),
    rough AS MATERIALIZED (SELECT passage, sum(points) AS points FROM (
        SELECT f.rowid AS passage, weight * idf AS points
          FROM weights w CROSS JOIN passages_fts f WHERE w.list IS NOT NULL AND f.passages_fts MATCH w.list
        UNION ALL SELECT f.rowid, weight * idf FROM weights w CROSS JOIN passages_fts f
          WHERE w.no IS NOT NULL AND w.list IS NOT NULL AND f.passages_fts MATCH 'name : (' || w.list || ')')
      GROUP BY passage ORDER BY points DESC, passage LIMIT ${candidates}),
    hits AS MATERIALIZED (SELECT passage, no, kin, count(*) AS tf, sum(col = 'name') AS in_name FROM (
        SELECT v.doc AS passage, w.no, w.kin, v.col FROM words w CROSS JOIN passages_places v ON v.term = w.term
          WHERE v.doc IN (SELECT passage FROM rough)
        UNION ALL SELECT f.rowid, s.no, 0, c.value FROM same s CROSS JOIN json_each('["name","body"]') c
          CROSS JOIN passages_fts f ON f.passages_fts MATCH c.value || ' : "' || s.term || '"'
          WHERE s.term LIKE '% %' AND +f.rowid IN (SELECT passage FROM rough))
      GROUP BY passage, no, kin),
    lengths AS MATERIALIZED (SELECT p.rowid AS passage, name_words, body_words
      FROM rough CROSS JOIN passages p ON p.rowid = rough.passage AND p.tenant_id = ${tenantId}),
    scored AS MATERIALIZED (SELECT *,
        CASE WHEN lag(ordinal) OVER text = ordinal - 1 THEN lag(score) OVER text ELSE 0 END AS before,
        CASE WHEN lead(ordinal) OVER text = ordinal + 1 THEN lead(score) OVER text ELSE 0 END AS after
      FROM (SELECT passage, entry_id, ordinal, sum(points) AS score,
        json_group_array(json_array(no, weight)) FILTER (WHERE no IS NOT NULL) AS covered FROM (
        SELECT passage, no, weight, max(weight * idf * (tf * ${gain} / (tf + ${floor} + ${perWord} * (name_words + body_words))
            + in_name * ${gain} / (in_name + ${floor} + ${perNameWord} * name_words))) AS points
          FROM hits JOIN lengths USING (passage) JOIN weights USING (no, kin) GROUP BY passage, no
        UNION ALL SELECT f.rowid, NULL, NULL, weight * idf FROM weights w CROSS JOIN passages_fts f
          WHERE w.no IS NULL AND f.passages_fts MATCH w.list AND +f.rowid IN (SELECT passage FROM rough))
      CROSS JOIN passages p ON p.rowid = passage GROUP BY passage)
      WINDOW text AS (PARTITION BY entry_id ORDER BY ordinal)),
    ${meaning ? meaning.tables : bestByWords} LIMIT ${limit})
    SELECT json_object('passages', (SELECT n FROM size),
      'threshold', (SELECT json_extract(ai_settings, '$.threshold') FROM widgets WHERE tenant_id = ${tenantId}),
      'standIns', (SELECT json_group_array(json_array(no, replace(term, ${lead}, ''))) FROM same),
      'idf', (SELECT json_group_array(idf ORDER BY no) FROM weights WHERE no IS NOT NULL AND NOT kin),
      'found', (SELECT coalesce(json_group_array(json_object('entryId', b.entry_id, 'type', k.type, 'score', b.score,
          'title', p.title, 'heading', p.heading, 'body', p.body, 'url', json_extract(k.metadata, '$.url'),
          'covered', json(b.covered),
          'before', ${neighbour(sql`b.before`, -1)}, 'after', ${neighbour(sql`b.after`, 1)}${meaning ? meaning.found : sql``})
          ORDER BY ${meaning ? meaning.order : sql`b.score DESC, b.passage`}), json_array())
        FROM best b JOIN passages p ON p.rowid = b.passage
        JOIN entries k ON k.tenant_id = p.tenant_id AND k.id = p.entry_id))`;

  function neighbour(score: SQL, step: number): SQL {
    return sql`(SELECT json_object('body', o.body, 'score', ${score}${meaning ? meaning.neighbour : sql``}) FROM passages o
      WHERE o.tenant_id = p.tenant_id AND o.entry_id = p.entry_id AND o.ordinal = p.ordinal + ${step})`;
  }
}

const bestByWords = sql`best AS MATERIALIZED (SELECT * FROM (SELECT *, row_number() OVER (
        PARTITION BY entry_id ORDER BY score DESC, ordinal) AS place FROM scored)
      WHERE place = 1 ORDER BY score DESC, passage`;

/**
 * The terms and phrases (no, term) of a tenant's passages that mean the same as what stands in a question. Whoever
 * asks by a phrase asks for each of its words; one word that means the same is as good as all of them.
 */
function sameAs(tenantId: TenantId, sequence: string): SQL {
  const lead = `${tenantId}_`;
  return sql`SELECT no, term FROM (
      SELECT DISTINCT w.no, ${lead} || replace(other.value, ' ', ' ' || ${lead}) AS term
      FROM synonyms s CROSS JOIN json_each(s.terms) said
        CROSS JOIN wanted w ON instr(' ' || said.value || ' ', ' ' || (w.v ->> 'term') || ' ')
        CROSS JOIN json_each(s.terms) other ON other.value <> said.value
      WHERE s.tenant_id = ${tenantId} AND instr(${sequence}, ' ' || said.value || ' ')) o
    WHERE EXISTS (SELECT 1 FROM passages_fts f WHERE f.passages_fts MATCH '"' || o.term || '"')
    LIMIT ${limits.synonyms.standIns}`;
}

const afterAll = '\u{10ffff}';

function prepared(lead: string, { term, also, kin, prior, near, nearWeight }: AskedTerm) {
  const range = near.length > 0 ? lead + [...term][0] : null;
  return {
    term,
    terms: [term, ...also].map((each) => lead + each),
    kin: kin.map((each) => lead + each),
    prior,
    near: near.map((pattern) => lead + pattern),
    nearWeight,
    from: range,
    to: range && range + afterAll,
  };
}

/** A condition on `entries k`: its passages hold all words of a text, the last one perhaps unfinished. */
export function holdingAllWords(tenantId: TenantId, text: string): SQL {
  const terms = indexTerms(text).slice(0, limits.page.searchTerms);
  if (terms.length === 0) return sql`AND 0`;
  const conditions = terms.map((term, i) => {
    const match = `"${tenantId}_${term}"${i === terms.length - 1 ? ' *' : ''}`;
    return sql`AND k.id IN (SELECT p.entry_id FROM passages_fts f JOIN passages p ON p.rowid = f.rowid
      WHERE f.passages_fts MATCH ${match})`;
  });
  return sql.join(conditions, sql` `);
}
