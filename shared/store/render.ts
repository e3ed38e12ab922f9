import { type SQL, sql } from 'drizzle-orm';
import { withMember } from './json-text.ts';

/** SQL that renders rows as the contract's JSON. Aliases: m messages, c conversations, v visitors, e events. */

const statusNow = sql.raw(`CASE m.sender
  WHEN 'visitor' THEN CASE WHEN m.seq <= c.operator_seen THEN 'seen' WHEN m.seq <= c.operator_delivered THEN 'delivered' ELSE 'sent' END
  ELSE CASE WHEN m.seq <= c.visitor_seen THEN 'seen' WHEN m.seq <= c.visitor_delivered THEN 'delivered' ELSE 'sent' END END`);

/**
 * A message; members that are absent are left out. Put together as text, which costs half of what making and patching
 * an object does: the columns that stand bare are Chatly's own words, ids and times.
 */
function messageWith(status: SQL): SQL {
  return sql`concat('{"id":"', m.id, '","conversationId":"', m.conversation_id, '","seq":', m.seq, ',"sender":"', m.sender,
    CASE WHEN m.sender_name IS NOT NULL THEN concat('","senderName":', json_quote(m.sender_name), ',"content":')
      ELSE '","content":' END,
    json_quote(m.content), ',"status":"', ${status},
    CASE WHEN m.client_id <> m.id THEN concat('","clientId":', json_quote(m.client_id)) ELSE '"' END,
    CASE WHEN m.citations IS NOT NULL THEN concat(',"citations":', m.citations) END,
    ',"createdAt":"', m.created_at, '"}')`;
}

export const messageJson = messageWith(statusNow);

export const visitorJson = sql.raw(`json_object('id', v.id, 'name', v.name, 'email', v.email,
  'verified', json(CASE WHEN v.external_id IS NULL THEN 'false' ELSE 'true' END))`);

/** When the visitor last wrote, in its newest conversation. */
const lastWrote =
  sql.raw(`(SELECT m.created_at FROM messages m WHERE m.tenant_id = v.tenant_id AND m.sender = 'visitor'
    AND m.conversation_id = (SELECT k.id FROM conversations k
      WHERE k.tenant_id = v.tenant_id AND k.visitor_id = v.id ORDER BY k.activity DESC LIMIT 1)
  ORDER BY m.seq DESC LIMIT 1)`);

const contextJson = sql`json_object(
  'page', CASE WHEN v.page_url IS NOT NULL THEN
    json_object('url', v.page_url, 'title', v.page_title, 'referrer', v.page_referrer) END,
  'language', v.language, 'timezone', v.timezone, 'firstSeenAt', v.created_at,
  'lastSeenAt', max(v.created_at, coalesce(v.seen_at, ''), coalesce(${lastWrote}, '')))`;

/** A visitor as only operators see it. */
export const visitorProfileJson = sql`json_set(${visitorJson}, '$.context', ${contextJson})`;

/** The members of a conversation, for json_object; `more` adds further ones. */
function conversationWith(members: SQL, more: SQL, visitor: SQL = visitorJson): SQL {
  return sql`json_object('id', c.id, ${members}, 'visitor', ${visitor}, 'createdAt', c.created_at ${more})`;
}

const currentMembers = sql.raw(
  `'title', c.title, 'status', c.status, 'handler', c.handler, 'assigneeId', c.assignee_id,
    'waitingSince', c.waiting_since, 'rating', CASE WHEN c.rated_at IS NOT NULL THEN
      json_object('score', c.rating_score, 'comment', c.rating_comment, 'ratedAt', c.rated_at) END,
    'lastSeq', c.seq, 'updatedAt', c.updated_at`,
);

export function conversationJson(more: SQL = sql``, visitor: SQL = visitorJson): SQL {
  return conversationWith(currentMembers, more, visitor);
}

/** The conversation as it was at an event, so that a replay says what the live frame said. */
const conversationThen = conversationWith(
  sql.raw(`'title', json_extract(e.detail, '$.title'), 'status', json_extract(e.detail, '$.status'),
    'handler', json_extract(e.detail, '$.handler'), 'assigneeId', json_extract(e.detail, '$.assigneeId'),
    'waitingSince', json_extract(e.detail, '$.waitingSince'), 'rating', json_extract(e.detail, '$.rating'), 'lastSeq', e.seq, 'updatedAt', e.created_at`),
  sql``,
);

/** Alias: n notes. */
export const noteJson = sql.raw(`json_patch('{}', json_object('id', n.id, 'conversationId', n.conversation_id,
  'afterSeq', n.after_seq, 'authorId', n.author_id, 'authorName', n.author_name, 'content', n.content,
  'clientId', nullif(n.client_id, n.id), 'createdAt', n.created_at))`);

const noteDeleted = sql.raw(`json_object('type', 'note:delete', 'cursor', e.cursor,
  'conversationId', e.conversation_id, 'noteId', e.message_id)`);

/** A note that is no more is not told again: whoever reads the log later learns only that it is gone. */
const noteTold = sql`coalesce((SELECT json_object('type', e.type, 'cursor', e.cursor,
    'conversationId', e.conversation_id, 'note', json(${noteJson}))
  FROM notes n WHERE n.tenant_id = e.tenant_id AND n.id = e.message_id), ${noteDeleted})`;

const logged = sql.raw(
  `'type', e.type, 'cursor', e.cursor, 'seq', e.seq, 'conversationId', e.conversation_id`,
);

const messageTold = withMember(sql`json_object(${logged})`, 'message', messageWith(sql.raw(`'sent'`)));

/** An event of the log as the frame that clients get. */
export const eventJson = sql`CASE e.type
  WHEN 'message:new' THEN CASE
    WHEN e.seq = 1 OR (e.detail <> '{}' AND json_extract(e.detail, '$.assigneeId') IS NOT NULL)
      THEN ${withMember(messageTold, 'conversation', conversationThen)}
    ELSE ${messageTold} END
  WHEN 'message:update' THEN json_object(${logged}, 'messageId', e.message_id,
    'status', json_extract(e.detail, '$.status'), 'upToSeq', json_extract(e.detail, '$.upToSeq'))
  WHEN 'conversation:update' THEN json_object(${logged}, 'conversation', ${conversationThen})
  WHEN 'note:new' THEN ${noteTold}
  WHEN 'note:delete' THEN ${noteDeleted}
  WHEN 'visitor:update' THEN (SELECT json_object('type', e.type, 'cursor', e.cursor, 'visitor', ${visitorProfileJson})
    FROM visitors v WHERE v.tenant_id = e.tenant_id AND v.id = json_extract(e.detail, '$.visitorId'))
  WHEN 'team:update' THEN json_object('type', e.type, 'cursor', e.cursor)
  WHEN 'unanswered:update' THEN json_object('type', e.type, 'cursor', e.cursor) END`;

/** The rows that an event is rendered from. */
export const eventRows = sql.raw(`events e
  LEFT JOIN messages m ON m.tenant_id = e.tenant_id AND m.id = e.message_id AND e.type = 'message:new'
  LEFT JOIN conversations c ON c.tenant_id = e.tenant_id AND c.id = e.conversation_id
  LEFT JOIN visitors v ON v.tenant_id = c.tenant_id AND v.id = c.visitor_id`);

/** How many messages of the other side a side has not seen. */
export function unreadOf(side: 'operator' | 'visitor'): SQL {
  return side === 'operator' ? sql`c.operator_unread` : sql`c.visitor_unread`;
}

/** A conversation as lists show it. */
export function summaryJson(side: 'operator' | 'visitor'): SQL {
  const last = sql`coalesce((SELECT ${messageJson} FROM messages m
    WHERE m.tenant_id = c.tenant_id AND m.conversation_id = c.id ORDER BY m.seq DESC LIMIT 1), 'null')`;
  return withMember(conversationJson(sql`, 'unreadCount', ${unreadOf(side)}`), 'lastMessage', last);
}
