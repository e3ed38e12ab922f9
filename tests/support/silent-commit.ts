import { Opened } from '../../shared/api/conversations.ts';
import { openDatabase } from '../../shared/store/database.ts';
import { type ConversationStore, visitorConversations } from '../../shared/store/conversation-stores.ts';
import { parseLogEntries } from '../../shared/protocol/log-entry.ts';
import { parseTenantId } from '../../shared/tenant-id.ts';
import type { Tell } from '../../shared/room-calls.ts';
import type { Stack } from '../../scripts/stack.ts';
import type { VisitorFixture } from './people.ts';

/**
 * Commits a visitor's message as the Worker does, and tells no room of it: what is left of a Worker that died after
 * the commit. Resolves with what it would have told.
 */
export async function commitInSilence(
  database: Stack['database'],
  visitor: VisitorFixture,
  conversationId: string,
  content: string,
): Promise<Tell> {
  const { news } = await storeOf(database, visitor).sendMessage(conversationId, {
    content,
    clientId: crypto.randomUUID(),
  });
  return { prev: news.prev, entries: parseLogEntries(news.entries) };
}

/** Opens a conversation in the same silence; its id. */
export async function openInSilence(
  database: Stack['database'],
  visitor: VisitorFixture,
  content: string,
): Promise<string> {
  const opened = await storeOf(database, visitor).openConversation({
    content,
    clientId: crypto.randomUUID(),
  });
  return Opened.parse(JSON.parse(opened.result)).conversation.id;
}

function storeOf(database: Stack['database'], { tenantId, visitorId }: VisitorFixture): ConversationStore {
  const branded = parseTenantId(tenantId);
  if (branded === null) throw new Error(`${tenantId} is no tenant.`);
  const principal = {
    kind: 'visitor',
    tenantId: branded,
    visitorId,
    sessionId: visitorId,
    origin: null,
  } as const;
  return visitorConversations(openDatabase(database), principal);
}
