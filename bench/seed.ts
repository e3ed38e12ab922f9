import { createClient } from '@libsql/client/http';

export type Seeding = {
  database: { url: string; authToken: string };
  tenantId: string;
  conversations: number;
  messagesPerConversation: number;
  /** The conversations are spread evenly over the days before now. */
  days: number;
};

/** Few enough for one transaction on a slow machine. */
const messagesAtOnce = 4_000;

const words =
  `parcel arrive return refund invoice voucher delivery address colour size teapot kettle broken lid missing order
  cancel change payment card account password discount gift wrapping express morning evening warranty repair spare part`.split(
    /\s+/,
  );

/** Fills a tenant straight in the database; its triggers do what they do for every message: log, search, counts. */
export async function seedTenant(seeding: Seeding): Promise<void> {
  const client = createClient(seeding.database);
  const atOnce = Math.max(1, Math.floor(messagesAtOnce / seeding.messagesPerConversation));
  for (let first = 0; first < seeding.conversations; first += atOnce) {
    const args = argumentsOf(seeding, first, Math.min(first + atOnce, seeding.conversations));
    await client.batch(
      statements.map((sql) => ({ sql, args })),
      'write',
    );
  }
  client.close();
}

function argumentsOf(seeding: Seeding, first: number, end: number) {
  const spanMs = seeding.days * 24 * 3_600_000;
  return {
    tenant: seeding.tenantId,
    first,
    end,
    each: seeding.messagesPerConversation,
    start: (Date.now() - spanMs) / 1000,
    step: spanMs / 1000 / seeding.conversations,
    words: JSON.stringify(words),
  };
}

/** Numbers the conversations of a chunk. Every parameter is named, as each statement gets all of them. */
const chunk = `WITH RECURSIVE given AS (SELECT :tenant AS tenant, :first AS first, :end AS last, :each AS each,
    :start AS start, :step AS step, :words AS words),
  chunk (n) AS (SELECT first FROM given UNION ALL SELECT n + 1 FROM chunk, given WHERE n + 1 < last)`;
const isoAt = (seconds: string) => `strftime('%Y-%m-%dT%H:%M:%fZ', ${seconds}, 'unixepoch')`;
const nth = (prefix: string, number = 'n') => `printf('${prefix}%08d', ${number})`;
const opened = `start + n * step`;
const isThis = (number: string) =>
  `conversations.tenant_id = tenant AND conversations.id = ${nth('cnvseed', number)}`;

/** Three of five begin with the bot. Later answers come slower, some much slower than others. */
const statements = [
  `${chunk} INSERT INTO visitors (tenant_id, id, name, created_at)
    SELECT tenant, ${nth('visseed')}, 'Visitor ' || n, ${isoAt(opened)} FROM chunk, given`,
  `${chunk} INSERT INTO conversations (tenant_id, id, visitor_id, title, handler, created_at, updated_at)
    SELECT tenant, ${nth('cnvseed')}, ${nth('visseed')}, 'Question ' || n,
      CASE WHEN n % 5 < 3 THEN 'bot' ELSE 'human' END, ${isoAt(opened)}, ${isoAt(opened)} FROM chunk, given`,
  `${chunk}, turns (j) AS (SELECT 1 UNION ALL SELECT j + 1 FROM turns, given WHERE j < each),
    written AS (SELECT *, CASE WHEN j % 2 = 1 THEN 'visitor' WHEN n % 5 < 3 THEN 'bot' ELSE 'operator' END AS sender,
      (j - 1) * (CASE WHEN n % 5 < 3 THEN 3 ELSE 30 + (n * 7919) % 4000 END) AS later FROM chunk, turns, given)
    INSERT INTO messages (tenant_id, id, conversation_id, visitor_id, seq, cursor, sender, author_id, content, client_id,
      created_at)
    SELECT tenant, ${nth('msgseed', 'n * each + j')}, ${nth('cnvseed')}, ${nth('visseed')}, j,
      (SELECT cursor FROM tenants WHERE id = tenant) + (n - first) * each + j, sender,
      CASE sender WHEN 'visitor' THEN ${nth('visseed')} WHEN 'bot' THEN 'bot' ELSE 'usrseed' END,
      (SELECT group_concat(value, ' ') FROM json_each(words) WHERE (key * 7919 + n * 31 + j * 17) % 41 < 9),
      CASE sender WHEN 'bot' THEN 'bot:' || ${nth('msgseed', 'n * each + j - 1')} ELSE ${nth('msgseed', 'n * each + j')} END,
      ${isoAt(`${opened} + later`)} FROM written ORDER BY n, j`,
  `${chunk} UPDATE conversations SET handler = 'human', hand_off_reason = CASE n % 3 WHEN 0 THEN 'asked' ELSE 'no_answer' END
    FROM chunk, given WHERE ${isThis('n')} AND n % 5 = 0`,
  `${chunk} UPDATE conversations SET status = 'resolved', updated_at = ${isoAt(`${opened} + 900 + (n * 104729) % 200000`)}
    FROM chunk, given WHERE ${isThis('n')} AND n % 6 > 0`,
  `${chunk} UPDATE conversations SET rating_score = CASE WHEN n % 7 < 4 THEN 5 ELSE n % 7 - 2 END, rated_at = updated_at
    FROM chunk, given WHERE ${isThis('n')} AND n % 9 = 1 AND status = 'resolved'`,
];
