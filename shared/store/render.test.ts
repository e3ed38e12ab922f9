import { sql } from 'drizzle-orm';
import Database from 'libsql';
import { describe, expect, it } from 'vitest';
import { compile } from './compile.ts';
import { messageJson } from './render.ts';

const db = new Database(':memory:');
db.exec('CREATE TABLE c (operator_seen, operator_delivered, visitor_seen, visitor_delivered)');
db.exec('INSERT INTO c VALUES (3, 5, 0, 0)');

const plain = {
  id: 'msg1',
  conversation_id: 'cnv1',
  seq: 4,
  sender: 'visitor',
  sender_name: null,
  content: 'Hello',
  client_id: 'msg1',
  citations: null,
  created_at: '2026-11-29T00:00:00.000Z',
};
const bare = {
  id: 'msg1',
  conversationId: 'cnv1',
  seq: 4,
  sender: 'visitor',
  content: 'Hello',
  status: 'delivered',
  createdAt: '2026-11-29T00:00:00.000Z',
};

function render(message: Record<string, unknown>): unknown {
  const columns = Object.keys(plain).map((name) => sql`${message[name]} AS ${sql.raw(name)}`);
  const { sql: text, args } = compile(
    sql`SELECT ${messageJson} AS json FROM (SELECT ${sql.join(columns, sql`, `)}) m, c`,
  );
  return JSON.parse(String(Object(db.prepare(text).get(args)).json));
}

describe('a message as JSON', () => {
  it('has no member for what it has not', () => {
    expect(render(plain)).toEqual(bare);
  });

  it('has every member that it can have', () => {
    const citations = [{ entryId: 'kbe1', title: 'A "title"', quote: ',"senderName":null' }];
    const all = { ...plain, sender_name: 'Ann', client_id: 'mine', citations: JSON.stringify(citations) };
    expect(render(all)).toEqual({ ...bare, senderName: 'Ann', clientId: 'mine', citations });
  });

  it.each([
    '"',
    '\\',
    '\\"}',
    '\n\t\r\b\f',
    '\u0001\u001f\u007f',
    '\u2028 é 你好 👋🏽',
    '%s %d',
    "it's",
    '{"a":[null]}',
  ])('says %j as it was written, wherever people may write it', (text) => {
    const said = render({ ...plain, content: text, sender_name: text, client_id: text });
    expect(said).toEqual({ ...bare, content: text, senderName: text, clientId: text });
  });
});
