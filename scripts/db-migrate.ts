import { LibsqlBindings, checkBindings } from '../shared/config.ts';
import * as z from 'zod';
import { migrate } from './migrate.ts';

/** `npm run db:migrate`: brings the database that LIBSQL_URL names up to date. */
async function main(): Promise<void> {
  const checked = checkBindings(z.object(LibsqlBindings), process.env);
  if (!checked.ok) throw new Error(checked.problems.join('\n'));
  await migrate({ url: checked.value.LIBSQL_URL, authToken: checked.value.LIBSQL_AUTH_TOKEN });
  console.log(`The database at ${new URL(checked.value.LIBSQL_URL).host} is up to date.`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
