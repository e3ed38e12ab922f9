import { createClient } from '@libsql/client/http';
import { drizzle } from 'drizzle-orm/libsql/http';
import { migrate as applyMigrations } from 'drizzle-orm/libsql/migrator';

/** Applies what `migrations/` holds and the database has not seen; works against Turso and the embedded server. */
export async function migrate(database: { url: string; authToken?: string | undefined }): Promise<void> {
  const { url, authToken } = database;
  const client = createClient({ url, ...(authToken ? { authToken } : {}) });
  try {
    await applyMigrations(drizzle(client), {
      migrationsFolder: new URL('../migrations', import.meta.url).pathname,
    });
  } finally {
    client.close();
  }
}
