-- The log's trigger on messages again, now also keeping which visitor's message still waits for an answer.
DROP TRIGGER messages_log;
--> statement-breakpoint
-- A visitor who writes reopens the conversation and waits; an operator who writes takes it from the bot and answers.
-- The bot answers the message that its client_id names: one that came later still waits.
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
      awaiting = CASE NEW.sender
        WHEN 'visitor' THEN NEW.seq
        WHEN 'operator' THEN 0
        WHEN 'bot' THEN CASE WHEN awaiting > coalesce((SELECT asked.seq FROM messages asked
            WHERE asked.tenant_id = NEW.tenant_id AND asked.id = substr(NEW.client_id, 5)), awaiting)
          THEN awaiting ELSE 0 END
        ELSE awaiting END,
      status = CASE NEW.sender WHEN 'visitor' THEN 'open' ELSE status END,
      handler = CASE NEW.sender WHEN 'operator' THEN 'human' ELSE handler END
    WHERE tenant_id = NEW.tenant_id AND id = NEW.conversation_id;
END;
