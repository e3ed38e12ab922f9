DROP TRIGGER events_advance;
--> statement-breakpoint
-- An event without a seq has no place in its conversation's log: the visitor, who must not see it, finds no gap.
CREATE TRIGGER events_advance AFTER INSERT ON events BEGIN
  UPDATE tenants SET cursor = NEW.cursor WHERE id = NEW.tenant_id;
  UPDATE conversations SET seq = NEW.seq
    WHERE tenant_id = NEW.tenant_id AND id = NEW.conversation_id AND NEW.seq IS NOT NULL;
END;
--> statement-breakpoint
CREATE TRIGGER notes_log AFTER INSERT ON notes BEGIN
  INSERT INTO events (tenant_id, cursor, type, conversation_id, message_id, created_at)
    VALUES (NEW.tenant_id, NEW.cursor, 'note:new', NEW.conversation_id, NEW.id, NEW.created_at);
END;
--> statement-breakpoint
CREATE TRIGGER notes_unlog AFTER DELETE ON notes BEGIN
  INSERT INTO events (tenant_id, cursor, type, conversation_id, message_id, created_at)
    SELECT t.id, t.cursor + 1, 'note:delete', OLD.conversation_id, OLD.id, strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
    FROM tenants t WHERE t.id = OLD.tenant_id;
END;
--> statement-breakpoint
-- Operators learn it of those they talk with.
CREATE TRIGGER visitors_log AFTER UPDATE OF name, email, page_url, page_title, language, timezone ON visitors
WHEN (OLD.name IS NOT NEW.name OR OLD.email IS NOT NEW.email OR OLD.page_url IS NOT NEW.page_url
    OR OLD.page_title IS NOT NEW.page_title OR OLD.language IS NOT NEW.language OR OLD.timezone IS NOT NEW.timezone)
  AND EXISTS (SELECT 1 FROM conversations WHERE tenant_id = NEW.tenant_id AND visitor_id = NEW.id) BEGIN
  INSERT INTO events (tenant_id, cursor, type, detail, created_at)
    SELECT t.id, t.cursor + 1, 'visitor:update', json_object('visitorId', NEW.id),
      strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
    FROM tenants t WHERE t.id = NEW.tenant_id;
END;
