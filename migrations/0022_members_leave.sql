DROP TRIGGER users_unassign;
--> statement-breakpoint
DROP TRIGGER users_leave;
--> statement-breakpoint
-- What was theirs is handed back, and each conversation's log says so. It keeps its place in the lists, for nobody has
-- done anything in it. The team's own event comes last: whoever hears it knows already what has become nobody's.
CREATE TRIGGER users_leave AFTER DELETE ON users BEGIN
  INSERT INTO events (tenant_id, cursor, type, conversation_id, visitor_id, seq, detail, created_at)
    SELECT c.tenant_id, t.cursor + row_number() OVER (ORDER BY c.activity), 'conversation:update', c.id, c.visitor_id,
      c.seq + 1, json_object('title', c.title, 'status', c.status, 'handler', c.handler, 'assigneeId', NULL,
        'waitingSince', c.waiting_since, 'rating', CASE WHEN c.rated_at IS NOT NULL THEN
          json_object('score', c.rating_score, 'comment', c.rating_comment, 'ratedAt', c.rated_at) END),
      c.updated_at
    FROM conversations c JOIN tenants t ON t.id = c.tenant_id
    WHERE c.tenant_id = OLD.tenant_id AND c.assignee_id = OLD.id;
  UPDATE conversations SET assignee_id = NULL WHERE tenant_id = OLD.tenant_id AND assignee_id = OLD.id;
  INSERT INTO events (tenant_id, cursor, type, created_at)
    SELECT t.id, t.cursor + 1, 'team:update', strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
    FROM tenants t WHERE t.id = OLD.tenant_id;
END;
