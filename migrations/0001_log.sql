-- The log keeps itself: a durable change appends its event in the same write, so no verb can forget to.

CREATE TRIGGER events_advance AFTER INSERT ON events BEGIN
  UPDATE tenants SET cursor = NEW.cursor WHERE id = NEW.tenant_id;
  UPDATE conversations SET seq = NEW.seq
    WHERE tenant_id = NEW.tenant_id AND id = NEW.conversation_id;
END;
--> statement-breakpoint
-- A visitor who writes reopens the conversation; an operator who writes takes it from the bot.
CREATE TRIGGER messages_log AFTER INSERT ON messages BEGIN
  INSERT INTO events (tenant_id, cursor, type, conversation_id, visitor_id, seq, message_id, detail, created_at)
    SELECT NEW.tenant_id, NEW.cursor, 'message:new', NEW.conversation_id, NEW.visitor_id, NEW.seq, NEW.id,
      json_object('title', title, 'status', status, 'handler', handler), NEW.created_at
    FROM conversations WHERE tenant_id = NEW.tenant_id AND id = NEW.conversation_id;
  UPDATE conversations SET
      activity = NEW.cursor,
      updated_at = NEW.created_at,
      operator_unread = operator_unread + (NEW.sender = 'visitor'),
      visitor_unread = visitor_unread + (NEW.sender <> 'visitor'),
      status = CASE NEW.sender WHEN 'visitor' THEN 'open' ELSE status END,
      handler = CASE NEW.sender WHEN 'operator' THEN 'human' ELSE handler END
    WHERE tenant_id = NEW.tenant_id AND id = NEW.conversation_id;
END;
--> statement-breakpoint
CREATE TRIGGER conversations_log AFTER UPDATE OF title, status, handler ON conversations
WHEN OLD.title <> NEW.title OR OLD.status <> NEW.status OR OLD.handler <> NEW.handler BEGIN
  INSERT INTO events (tenant_id, cursor, type, conversation_id, visitor_id, seq, detail, created_at)
    SELECT NEW.tenant_id, t.cursor + 1, 'conversation:update', NEW.id, NEW.visitor_id, c.seq + 1,
      json_object('title', NEW.title, 'status', NEW.status, 'handler', NEW.handler), NEW.updated_at
    FROM tenants t JOIN conversations c ON c.tenant_id = t.id AND c.id = NEW.id
    WHERE t.id = NEW.tenant_id;
  UPDATE conversations SET activity = (SELECT cursor FROM tenants WHERE id = NEW.tenant_id)
    WHERE tenant_id = NEW.tenant_id AND id = NEW.id;
END;
--> statement-breakpoint
-- A receipt moves one side's marks; the event names the newest message it reaches.
CREATE TRIGGER receipts_log
AFTER UPDATE OF operator_delivered, operator_seen, visitor_delivered, visitor_seen ON conversations
WHEN OLD.operator_delivered <> NEW.operator_delivered OR OLD.operator_seen <> NEW.operator_seen
  OR OLD.visitor_delivered <> NEW.visitor_delivered OR OLD.visitor_seen <> NEW.visitor_seen BEGIN
  INSERT INTO events (tenant_id, cursor, type, conversation_id, visitor_id, seq, message_id, detail, created_at)
    SELECT NEW.tenant_id, t.cursor + 1, 'message:update', NEW.id, NEW.visitor_id, c.seq + 1, m.id,
      json_object('status', r.status, 'upToSeq', r.up_to), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
    FROM (
      SELECT
        CASE WHEN OLD.operator_seen <> NEW.operator_seen OR OLD.visitor_seen <> NEW.visitor_seen
          THEN 'seen' ELSE 'delivered' END AS status,
        CASE
          WHEN OLD.operator_seen <> NEW.operator_seen THEN NEW.operator_seen
          WHEN OLD.visitor_seen <> NEW.visitor_seen THEN NEW.visitor_seen
          WHEN OLD.operator_delivered <> NEW.operator_delivered THEN NEW.operator_delivered
          ELSE NEW.visitor_delivered END AS up_to
    ) r
    JOIN tenants t ON t.id = NEW.tenant_id
    JOIN conversations c ON c.tenant_id = NEW.tenant_id AND c.id = NEW.id
    LEFT JOIN messages m ON m.tenant_id = NEW.tenant_id AND m.conversation_id = NEW.id AND m.seq = r.up_to;
END;
--> statement-breakpoint
-- However a session ends, the room learns it from the log and closes its sockets.
CREATE TRIGGER sessions_log AFTER DELETE ON sessions BEGIN
  INSERT INTO events (tenant_id, cursor, type, detail, created_at)
    SELECT t.id, t.cursor + 1, 'session:end', json_object('sessionId', OLD.id), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
    FROM tenants t WHERE t.id = OLD.tenant_id;
END;
