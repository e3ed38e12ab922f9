CREATE TRIGGER unanswered_new AFTER INSERT ON unanswered BEGIN
  INSERT INTO events (tenant_id, cursor, type, created_at)
    SELECT t.id, t.cursor + 1, 'unanswered:update', NEW.last_asked_at FROM tenants t WHERE t.id = NEW.tenant_id;
END;
--> statement-breakpoint
CREATE TRIGGER unanswered_change AFTER UPDATE OF status, times ON unanswered
WHEN OLD.status <> NEW.status OR OLD.times <> NEW.times BEGIN
  INSERT INTO events (tenant_id, cursor, type, created_at)
    SELECT t.id, t.cursor + 1, 'unanswered:update', strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
    FROM tenants t WHERE t.id = NEW.tenant_id;
END;
