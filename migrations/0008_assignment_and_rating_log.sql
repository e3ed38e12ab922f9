UPDATE conversations SET waiting_since = (SELECT created_at FROM messages m
    WHERE m.tenant_id = conversations.tenant_id AND m.conversation_id = conversations.id AND m.seq = awaiting)
  WHERE awaiting > 0;
--> statement-breakpoint
DROP TRIGGER messages_log;
--> statement-breakpoint
-- A visitor who writes reopens the conversation and waits; an operator who writes takes it from the bot, answers, and
-- is assigned to it where nobody is, which the message's own event tells. The bot answers the message that its
-- client_id names: one that came later still waits.
CREATE TRIGGER messages_log AFTER INSERT ON messages BEGIN
  INSERT INTO events (tenant_id, cursor, type, conversation_id, visitor_id, seq, message_id, detail, created_at)
    SELECT NEW.tenant_id, NEW.cursor, 'message:new', NEW.conversation_id, NEW.visitor_id, NEW.seq, NEW.id,
      CASE WHEN NEW.seq = 1 THEN json_object('title', title, 'status', status, 'handler', handler,
          'waitingSince', CASE NEW.sender WHEN 'visitor' THEN NEW.created_at END)
        WHEN NEW.sender = 'operator' AND assignee_id IS NULL THEN json_object('title', title, 'status', status,
          'handler', handler, 'assigneeId', NEW.author_id,
          'rating', CASE WHEN rated_at IS NOT NULL THEN
            json_object('score', rating_score, 'comment', rating_comment, 'ratedAt', rated_at) END)
        ELSE '{}' END, NEW.created_at
    FROM conversations WHERE tenant_id = NEW.tenant_id AND id = NEW.conversation_id;
  UPDATE conversations SET
      activity = NEW.cursor,
      updated_at = NEW.created_at,
      operator_unread = operator_unread + (NEW.sender = 'visitor'),
      visitor_unread = visitor_unread + (NEW.sender <> 'visitor'),
      awaiting = CASE NEW.sender
        WHEN 'visitor' THEN NEW.seq
        WHEN 'operator' THEN 0
        WHEN 'bot' THEN CASE WHEN awaiting > coalesce((SELECT asked.seq FROM messages asked
            WHERE asked.tenant_id = NEW.tenant_id AND asked.id = substr(NEW.client_id, 5)), awaiting)
          THEN awaiting ELSE 0 END
        ELSE awaiting END,
      waiting_since = CASE NEW.sender
        WHEN 'visitor' THEN CASE status WHEN 'resolved' THEN NEW.created_at
          ELSE coalesce(waiting_since, NEW.created_at) END
        WHEN 'operator' THEN NULL
        WHEN 'bot' THEN (SELECT later.created_at
          FROM messages asked CROSS JOIN messages later ON later.tenant_id = asked.tenant_id
            AND later.conversation_id = asked.conversation_id AND later.seq > asked.seq
          WHERE asked.tenant_id = NEW.tenant_id AND asked.id = substr(NEW.client_id, 5) AND later.sender = 'visitor'
          ORDER BY later.seq LIMIT 1)
        ELSE waiting_since END,
      assignee_id = CASE NEW.sender WHEN 'operator' THEN coalesce(assignee_id, NEW.author_id) ELSE assignee_id END,
      status = CASE NEW.sender WHEN 'visitor' THEN 'open' ELSE status END,
      handler = CASE NEW.sender WHEN 'operator' THEN 'human' ELSE handler END
    WHERE tenant_id = NEW.tenant_id AND id = NEW.conversation_id;
END;
--> statement-breakpoint
DROP TRIGGER conversations_log;
--> statement-breakpoint
-- A change of assignment that moves the activity too is a message's, whose event tells it. One that a member's leaving
-- brings about is told by the team's own event.
CREATE TRIGGER conversations_log AFTER UPDATE OF title, status, handler, assignee_id, rating_score, rating_comment ON conversations
WHEN OLD.title <> NEW.title OR OLD.status <> NEW.status OR OLD.handler <> NEW.handler
  OR OLD.rating_score IS NOT NEW.rating_score OR OLD.rating_comment IS NOT NEW.rating_comment
  OR (OLD.assignee_id IS NOT NEW.assignee_id AND OLD.activity = NEW.activity AND (OLD.assignee_id IS NULL
    OR EXISTS (SELECT 1 FROM users WHERE tenant_id = OLD.tenant_id AND id = OLD.assignee_id))) BEGIN
  INSERT INTO events (tenant_id, cursor, type, conversation_id, visitor_id, seq, detail, created_at)
    SELECT NEW.tenant_id, t.cursor + 1, 'conversation:update', NEW.id, NEW.visitor_id, c.seq + 1,
      json_object('title', NEW.title, 'status', NEW.status, 'handler', NEW.handler, 'assigneeId', NEW.assignee_id,
        'waitingSince', NEW.waiting_since, 'rating', CASE WHEN NEW.rated_at IS NOT NULL THEN
          json_object('score', NEW.rating_score, 'comment', NEW.rating_comment, 'ratedAt', NEW.rated_at) END),
      NEW.updated_at
    FROM tenants t JOIN conversations c ON c.tenant_id = t.id AND c.id = NEW.id
    WHERE t.id = NEW.tenant_id;
  UPDATE conversations SET activity = (SELECT cursor FROM tenants WHERE id = NEW.tenant_id)
    WHERE tenant_id = NEW.tenant_id AND id = NEW.id;
END;
--> statement-breakpoint
CREATE TRIGGER users_unassign AFTER DELETE ON users BEGIN
  UPDATE conversations SET assignee_id = NULL WHERE tenant_id = OLD.tenant_id AND assignee_id = OLD.id;
END;
