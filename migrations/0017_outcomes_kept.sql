-- What is kept for the overview, first of what there is. Why the bot handed over was not kept; that somebody asked was.
UPDATE conversations SET
    first_reply_ms = (SELECT max(0, CAST(round((unixepoch(m.created_at, 'subsec')
        - unixepoch(conversations.created_at, 'subsec')) * 1000) AS INTEGER)) FROM messages m
      WHERE m.tenant_id = conversations.tenant_id AND m.conversation_id = conversations.id
        AND m.sender IN ('bot', 'operator') ORDER BY m.seq LIMIT 1),
    person_wait_ms = (SELECT max(0, CAST(round((unixepoch(m.created_at, 'subsec')
        - unixepoch((SELECT asked.created_at FROM messages asked
          WHERE asked.tenant_id = m.tenant_id AND asked.conversation_id = m.conversation_id AND asked.sender = 'visitor'
            AND asked.seq < m.seq AND asked.seq > coalesce((SELECT max(earlier.seq) FROM messages earlier
              WHERE earlier.tenant_id = m.tenant_id AND earlier.conversation_id = m.conversation_id
                AND earlier.sender = 'bot' AND earlier.seq < m.seq), 0)
          ORDER BY asked.seq LIMIT 1), 'subsec')) * 1000) AS INTEGER)) FROM messages m
      WHERE m.tenant_id = conversations.tenant_id AND m.conversation_id = conversations.id
        AND m.sender = 'operator' ORDER BY m.seq LIMIT 1),
    answered_by = (SELECT CASE max(m.sender) WHEN 'operator' THEN 'person' ELSE 'bot' END FROM messages m
      WHERE m.tenant_id = conversations.tenant_id AND m.conversation_id = conversations.id
        AND m.sender IN ('bot', 'operator') HAVING count(*) > 0),
    hand_off_reason = (SELECT CASE m.author_id WHEN 'system' THEN 'asked' ELSE 'unknown' END FROM messages m
      WHERE m.tenant_id = conversations.tenant_id AND m.conversation_id = conversations.id
        AND (m.sender = 'system' OR (m.sender = 'bot' AND conversations.handler = 'human'))
      ORDER BY m.sender = 'bot', m.seq LIMIT 1),
    resolved_at = CASE status WHEN 'resolved' THEN coalesce((SELECT e.created_at FROM events e
      WHERE e.tenant_id = conversations.tenant_id AND e.conversation_id = conversations.id
        AND e.type = 'conversation:update' AND e.detail ->> 'status' = 'resolved'
        AND e.seq > coalesce((SELECT max(m.seq) FROM messages m WHERE m.tenant_id = conversations.tenant_id
          AND m.conversation_id = conversations.id AND m.sender = 'visitor'), 0)
        AND e.seq > coalesce((SELECT max(o.seq) FROM events o WHERE o.tenant_id = conversations.tenant_id
          AND o.conversation_id = conversations.id AND o.type = 'conversation:update'
          AND o.detail ->> 'status' = 'open'), 0)
      ORDER BY e.seq LIMIT 1), updated_at) END;
--> statement-breakpoint
UPDATE conversations SET resolution_ms = max(0, CAST(round((unixepoch(resolved_at, 'subsec')
    - unixepoch(created_at, 'subsec')) * 1000) AS INTEGER)) WHERE resolved_at IS NOT NULL;
--> statement-breakpoint
INSERT INTO message_tallies (tenant_id, slot, visitor, operator, bot)
  SELECT tenant_id, unixepoch(created_at) / 900, sum(sender = 'visitor'), sum(sender = 'operator'), sum(sender = 'bot')
  FROM messages WHERE sender <> 'system' GROUP BY 1, 2;
--> statement-breakpoint
CREATE TRIGGER messages_tally AFTER INSERT ON messages WHEN NEW.sender <> 'system' BEGIN
  INSERT INTO message_tallies (tenant_id, slot, visitor, operator, bot)
    VALUES (NEW.tenant_id, unixepoch(NEW.created_at) / 900,
      NEW.sender = 'visitor', NEW.sender = 'operator', NEW.sender = 'bot')
    ON CONFLICT (tenant_id, slot) DO UPDATE SET visitor = visitor + excluded.visitor,
      operator = operator + excluded.operator, bot = bot + excluded.bot;
END;
--> statement-breakpoint
-- Before the message is there, for with it nobody waits any more. A message that turns out to be there already finds
-- that all of this is said.
CREATE TRIGGER messages_outcome BEFORE INSERT ON messages WHEN NEW.sender IN ('bot', 'operator') BEGIN
  UPDATE conversations SET
      first_reply_ms = coalesce(first_reply_ms, max(0, CAST(round((unixepoch(NEW.created_at, 'subsec')
        - unixepoch(created_at, 'subsec')) * 1000) AS INTEGER))),
      person_wait_ms = CASE WHEN NEW.sender = 'operator' AND answered_by IS NOT 'person'
        THEN max(0, CAST(round((unixepoch(NEW.created_at, 'subsec')
          - unixepoch(waiting_since, 'subsec')) * 1000) AS INTEGER)) ELSE person_wait_ms END,
      hand_off_reason = CASE WHEN NEW.sender = 'operator' AND handler = 'bot'
        THEN coalesce(hand_off_reason, 'taken_over') ELSE hand_off_reason END,
      answered_by = CASE NEW.sender WHEN 'operator' THEN 'person' ELSE coalesce(answered_by, 'bot') END
    WHERE tenant_id = NEW.tenant_id AND id = NEW.conversation_id
      AND (answered_by IS NULL OR (NEW.sender = 'operator' AND (answered_by = 'bot' OR handler = 'bot')));
END;
--> statement-breakpoint
-- Who hands over says why; where it does not, because it is of an earlier version, that is known too.
CREATE TRIGGER conversations_outcome AFTER UPDATE OF status, handler ON conversations
WHEN OLD.status <> NEW.status OR (OLD.handler = 'bot' AND NEW.handler = 'human' AND NEW.hand_off_reason IS NULL) BEGIN
  UPDATE conversations SET
      resolved_at = CASE NEW.status WHEN 'resolved' THEN coalesce(NEW.resolved_at, NEW.updated_at) END,
      resolution_ms = CASE NEW.status WHEN 'resolved' THEN coalesce(NEW.resolution_ms, max(0,
        CAST(round((unixepoch(NEW.updated_at, 'subsec') - unixepoch(NEW.created_at, 'subsec')) * 1000) AS INTEGER))) END,
      hand_off_reason = CASE WHEN OLD.handler = 'bot' AND NEW.handler = 'human'
        THEN coalesce(NEW.hand_off_reason, 'unknown') ELSE NEW.hand_off_reason END
    WHERE tenant_id = NEW.tenant_id AND id = NEW.id;
END;
