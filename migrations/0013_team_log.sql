-- Who is alone has nobody to tell.
CREATE TRIGGER users_join AFTER INSERT ON users
WHEN EXISTS (SELECT 1 FROM users WHERE tenant_id = NEW.tenant_id AND id <> NEW.id) BEGIN
  INSERT INTO events (tenant_id, cursor, type, created_at)
    SELECT t.id, t.cursor + 1, 'team:update', NEW.created_at FROM tenants t WHERE t.id = NEW.tenant_id;
END;
--> statement-breakpoint
CREATE TRIGGER users_role AFTER UPDATE OF role ON users WHEN OLD.role <> NEW.role BEGIN
  INSERT INTO events (tenant_id, cursor, type, created_at)
    SELECT t.id, t.cursor + 1, 'team:update', strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
    FROM tenants t WHERE t.id = NEW.tenant_id;
END;
--> statement-breakpoint
CREATE TRIGGER users_leave AFTER DELETE ON users BEGIN
  INSERT INTO events (tenant_id, cursor, type, created_at)
    SELECT t.id, t.cursor + 1, 'team:update', strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
    FROM tenants t WHERE t.id = OLD.tenant_id;
END;
