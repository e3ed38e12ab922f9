import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import Database from 'libsql';

const USAGE = `node libsql-server/backup.ts --file .data/chatly.db --to backup.db
Makes a consistent, checked copy while the server runs. To restore: stop the server, remove <file>-wal and <file>-shm,
put the copy in the place of <file>, start the server.`;

function isSound(file: string): boolean {
  const db = new Database(file);
  const [row] = db.prepare('PRAGMA integrity_check').raw(true).all();
  db.close();
  return Array.isArray(row) && row[0] === 'ok';
}

/**
 * Copies a database file, also one in use, to `to` as it stands at one moment, and checks the copy; throws an Error
 * when the source is missing, the target exists or the copy is damaged.
 */
export function backUp(file: string, to: string): void {
  if (!existsSync(file)) throw new Error(`There is no database file ${file}.`);
  if (existsSync(to)) throw new Error(`${to} already exists; a backup never overwrites.`);
  const partial = `${to}.partial`;
  rmSync(partial, { force: true });
  const db = new Database(file, { timeout: 10_000 });
  try {
    db.exec(`VACUUM INTO '${partial.replaceAll("'", "''")}'`);
  } finally {
    db.close();
  }
  if (!isSound(partial)) throw new Error(`The copy ${partial} did not pass its integrity check.`);
  const descriptor = openSync(partial, 'r+');
  fsyncSync(descriptor);
  closeSync(descriptor);
  renameSync(partial, to);
}

function main(): void {
  const { values } = parseArgs({
    options: { file: { type: 'string', default: '.data/chatly.db' }, to: { type: 'string' } },
  });
  if (values.to === undefined) throw new Error(USAGE);
  backUp(values.file, values.to);
  console.log(`Backed up ${values.file} to ${values.to}`);
}

if (import.meta.main) {
  try {
    main();
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
