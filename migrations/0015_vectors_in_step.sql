-- A passage says which model's vector of it is kept, so that those without one are found by an index.
CREATE TRIGGER passage_vectors_mark AFTER INSERT ON passage_vectors BEGIN
  UPDATE passages SET embedded_by = NEW.model WHERE rowid = NEW.rowid;
END;
--> statement-breakpoint
CREATE TRIGGER passage_vectors_unmark AFTER DELETE ON passage_vectors BEGIN
  UPDATE passages SET embedded_by = '' WHERE rowid = OLD.rowid;
END;
--> statement-breakpoint
CREATE TRIGGER passages_unembed AFTER DELETE ON passages BEGIN
  DELETE FROM passage_vectors WHERE rowid = OLD.rowid;
END;
--> statement-breakpoint
-- The vector of an older text would find what no longer stands there.
CREATE TRIGGER passages_reembed AFTER UPDATE OF title, heading, body ON passages
WHEN NEW.title <> OLD.title OR NEW.heading <> OLD.heading OR NEW.body <> OLD.body BEGIN
  UPDATE passages SET edition = edition + 1 WHERE rowid = NEW.rowid;
  DELETE FROM passage_vectors WHERE rowid = NEW.rowid;
END;
