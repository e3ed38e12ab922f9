import Database from 'libsql';

/** Releases the claim on a data file. */
export type Release = () => void;

function holderOf(db: Database.Database): string {
  const [row] = db.prepare('SELECT pid FROM holder').raw(true).all();
  return Array.isArray(row) ? ` (process ${row[0]})` : '';
}

/**
 * Claims a data file for this process, by a lock of the operating system on `<file>-lock`, which falls with the
 * process however it ends. Throws an Error that names the holder when another server has it.
 */
export function claimFile(file: string): Release {
  const db = new Database(`${file}-lock`, { timeout: 0 });
  try {
    db.exec('CREATE TABLE IF NOT EXISTS holder (pid INTEGER NOT NULL)');
    db.exec(`BEGIN IMMEDIATE; DELETE FROM holder; INSERT INTO holder VALUES (${process.pid}); COMMIT`);
    db.exec('BEGIN IMMEDIATE');
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error.code !== 'SQLITE_BUSY') throw error;
    const holder = holderOf(db);
    db.close();
    throw new Error(
      `The data file ${file} is already open in another libSQL server${holder}. Stop that one, or use another file.`,
      { cause: error },
    );
  }
  return () => {
    db.exec('ROLLBACK');
    db.close();
  };
}
