-- Owners see each other's invitations come and go. One that is over was shown no more when it is cleared away.
CREATE TRIGGER invitations_new AFTER INSERT ON invitations BEGIN
  INSERT INTO events (tenant_id, cursor, type, created_at)
    SELECT t.id, t.cursor + 1, 'team:update', NEW.created_at FROM tenants t WHERE t.id = NEW.tenant_id;
END;
--> statement-breakpoint
CREATE TRIGGER invitations_gone AFTER DELETE ON invitations
WHEN OLD.expires_at > strftime('%Y-%m-%dT%H:%M:%fZ', 'now') BEGIN
  INSERT INTO events (tenant_id, cursor, type, created_at)
    SELECT t.id, t.cursor + 1, 'team:update', strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
    FROM tenants t WHERE t.id = OLD.tenant_id;
END;
