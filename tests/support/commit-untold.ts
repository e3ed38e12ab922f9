import { randomUUID } from 'node:crypto';
import { type Database, openDirect } from './database.ts';

/** Commits a message as a process does that dies before it has told the room. */
export async function commitUntold(
  database: Database,
  conversationId: string,
  content: string,
): Promise<void> {
  await openDirect(database).rows(
    `INSERT INTO messages (tenant_id, id, conversation_id, visitor_id, seq, cursor, sender, author_id, content,
       client_id, created_at)
     SELECT c.tenant_id, ?1, c.id, c.visitor_id, c.seq + 1, t.cursor + 1, 'operator', 'x', ?2, ?1, c.created_at
     FROM conversations c JOIN tenants t ON t.id = c.tenant_id WHERE c.id = ?3`,
    randomUUID(),
    content,
    conversationId,
  );
}
