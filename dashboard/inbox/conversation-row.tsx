import type { ConversationSummary } from '../../shared/api/conversations.ts';
import { useDesk } from '../desk-context.ts';
import { type FilterName, isUnanswered } from '../live/inbox-filter.ts';
import { pathTo } from '../parse-route.ts';
import { Avatar, BotMark } from '../ui/avatar.tsx';
import { Tag } from '../ui/tag.tsx';
import { nowMs } from '../ui/now.ts';
import { shortTime, span, wholeTime } from '../ui/times.ts';
import { AssigneeMark } from './assignee.tsx';
import { highlighted } from './inbox-state.ts';
import { nameOf } from './names.ts';

const longWaitMs = 5 * 60_000;

type RowProps = { one: ConversationSummary; filter: FilterName; isOpen: boolean };

/** One conversation in the list: who, when, the last words, and whether somebody waits. */
export function ConversationRow({ one, filter, isOpen }: RowProps) {
  const desk = useDesk();
  const { id, visitor, handler, unreadCount, lastMessage, updatedAt } = one;
  const name = nameOf(one);
  const isHere = desk.online.value.has(visitor.id);
  const isTyping = desk.typing.value.value.has(id);
  const when = lastMessage?.createdAt ?? updatedAt;
  const waitedMs = isUnanswered(one) ? nowMs.value - Date.parse(one.waitingSince ?? when) : 0;
  return (
    <a
      class={`conversation-row ${unreadCount > 0 ? 'unread' : ''}`}
      href={pathTo('inbox', filter, id)}
      data-conversation={id}
      aria-current={isOpen ? 'true' : undefined}
      onFocus={() => (highlighted.value = id)}
    >
      <span class={`presence ${isHere ? 'here' : ''}`}>
        <Avatar name={name} id={visitor.id} />
        {isHere && <span class="unseen">Here now. </span>}
      </span>
      <span class="row-name" dir="auto">
        {name}
      </span>
      <time dateTime={when} title={wholeTime(when)}>
        {shortTime(when, nowMs.value)}
      </time>
      <span class="row-words" dir="auto">
        {isTyping ? <em>is writing…</em> : wordsOf(one, desk.user)}
      </span>
      <span class="row-marks">
        {!isOpen && desk.hasDraft(id) && <Tag tone="accent">Draft</Tag>}
        {unreadCount > 0 && (
          <span class="unread-count">
            {unreadCount > 99 ? '99+' : unreadCount}
            <span class="unseen"> unread</span>
          </span>
        )}
        {handler === 'bot' ? (
          <span title="The bot answers here">
            <BotMark />
            <span class="unseen">With the bot</span>
          </span>
        ) : (
          <AssigneeMark one={one} />
        )}
        {waitedMs > longWaitMs && <span class="waiting">waits {span(waitedMs)}</span>}
      </span>
    </a>
  );
}

function wordsOf({ lastMessage, title }: ConversationSummary, user: { name: string }): string {
  // What the bot says of itself tells nobody what the conversation is about.
  if (!lastMessage || lastMessage.sender === 'system') return title;
  const { sender, senderName = 'Operator', content } = lastMessage;
  if (sender === 'bot') return `Bot: ${content}`;
  if (sender === 'operator') return `${senderName === user.name ? 'You' : senderName}: ${content}`;
  return content;
}
