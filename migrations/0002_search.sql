-- The tenant and the visitor are words of the index too, so that a search never reads another's matches.
CREATE VIRTUAL TABLE messages_fts USING fts5(
  tenant_id, visitor_id, content,
  content = 'messages', content_rowid = 'rowid',
  tokenize = "unicode61 remove_diacritics 2"
);
--> statement-breakpoint
CREATE TRIGGER messages_index AFTER INSERT ON messages BEGIN
  INSERT INTO messages_fts (rowid, tenant_id, visitor_id, content)
    VALUES (NEW.rowid, NEW.tenant_id, NEW.visitor_id, NEW.content);
END;
--> statement-breakpoint
CREATE TRIGGER messages_unindex AFTER DELETE ON messages BEGIN
  INSERT INTO messages_fts (messages_fts, rowid, tenant_id, visitor_id, content)
    VALUES ('delete', OLD.rowid, OLD.tenant_id, OLD.visitor_id, OLD.content);
END;
