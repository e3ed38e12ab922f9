import type { ConversationSummary } from '../../shared/api/conversations.ts';
import type { WidgetConfig } from '../../shared/api/widget.ts';
import { knowledgeOf } from '../knowledge/knowledge-store.ts';
import type { Desk } from '../live/desk.ts';
import { configOf } from '../widget/config-store.ts';
import type { Facts } from './guide-steps.ts';

/** What the guide goes by, as it becomes known and changes. */
export function useFacts(desk: Desk) {
  const { entries, state } = knowledgeOf(desk).list;
  const loaded = configOf(desk).loaded.value;
  const installedOn = loaded.state === 'ready' ? (loaded.config.installed?.origin ?? null) : null;
  // The book of conversations says by its version that it has changed.
  void desk.version.value;
  const conversations = desk.book.all();
  const facts: Facts = {
    entries: state.value === 'ready' ? entries.value.length : null,
    isLookChanged: loaded.state === 'ready' && isOwnLook(loaded.config, desk.user.companyName),
    isInstalled: installedOn !== null,
    firstMessage: conversations.some(isAnswered) ? 'answered' : conversations.length > 0 ? 'waiting' : 'none',
  };
  return { facts, firstConversation: conversations.at(-1), installedOn };
}

function isAnswered({ lastMessage }: ConversationSummary): boolean {
  return lastMessage?.sender === 'operator' || lastMessage?.sender === 'bot';
}

function isOwnLook({ title, color, logoUrl }: WidgetConfig, companyName: string): boolean {
  return title !== companyName || logoUrl !== null || color !== '#2563eb';
}
