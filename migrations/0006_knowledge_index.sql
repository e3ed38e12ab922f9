-- Every term is led by its tenant: one tenant's list of a term is read without another's, and its length is the
-- tenant's own document frequency, on which no other tenant has an influence. Terms are cut and stemmed before they
-- come here; the tokenizer only parts them at blanks.
CREATE VIRTUAL TABLE passages_fts USING fts5(
  name, body,
  content = '', columnsize = 0,
  tokenize = "ascii tokenchars '_'"
);
--> statement-breakpoint
-- Each place of each term: from it come the counts that the ranking needs.
CREATE VIRTUAL TABLE passages_places USING fts5vocab(passages_fts, instance);
--> statement-breakpoint
-- Each term: the vocabulary in which a mistyped word is looked for.
CREATE VIRTUAL TABLE passages_vocabulary USING fts5vocab(passages_fts, row);
--> statement-breakpoint
CREATE TRIGGER passages_index AFTER INSERT ON passages BEGIN
  INSERT INTO passages_fts (rowid, name, body) VALUES (NEW.rowid,
    replace(NEW.title_terms || NEW.heading_terms, ' ', ' ' || NEW.tenant_id || '_'),
    replace(NEW.body_terms, ' ', ' ' || NEW.tenant_id || '_'));
END;
--> statement-breakpoint
CREATE TRIGGER passages_unindex AFTER DELETE ON passages BEGIN
  INSERT INTO passages_fts (passages_fts, rowid, name, body) VALUES ('delete', OLD.rowid,
    replace(OLD.title_terms || OLD.heading_terms, ' ', ' ' || OLD.tenant_id || '_'),
    replace(OLD.body_terms, ' ', ' ' || OLD.tenant_id || '_'));
END;
--> statement-breakpoint
CREATE TRIGGER passages_reindex AFTER UPDATE OF title_terms, heading_terms, body_terms ON passages BEGIN
  INSERT INTO passages_fts (passages_fts, rowid, name, body) VALUES ('delete', OLD.rowid,
    replace(OLD.title_terms || OLD.heading_terms, ' ', ' ' || OLD.tenant_id || '_'),
    replace(OLD.body_terms, ' ', ' ' || OLD.tenant_id || '_'));
  INSERT INTO passages_fts (rowid, name, body) VALUES (NEW.rowid,
    replace(NEW.title_terms || NEW.heading_terms, ' ', ' ' || NEW.tenant_id || '_'),
    replace(NEW.body_terms, ' ', ' ' || NEW.tenant_id || '_'));
END;
