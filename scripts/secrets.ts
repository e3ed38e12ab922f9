import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const secretBytes = 48;
const Secrets = z.object({
  TOKEN_SECRET: z.string(),
  ROOM_SECRET: z.string(),
  LIBSQL_AUTH_TOKEN: z.string(),
});
export type Secrets = z.infer<typeof Secrets>;

/** The secrets of a local start: made strong the first time, kept beside the data, readable to their owner only. */
export function localSecrets(dataDir: string): Secrets {
  const file = join(dataDir, 'secrets.json');
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  if (!existsSync(file)) {
    const fresh = () => randomBytes(secretBytes).toString('base64url');
    const secrets: Secrets = { TOKEN_SECRET: fresh(), ROOM_SECRET: fresh(), LIBSQL_AUTH_TOKEN: fresh() };
    writeFileSync(file, JSON.stringify(secrets, null, 2), { mode: 0o600, flag: 'wx' });
  }
  return Secrets.parse(JSON.parse(readFileSync(file, 'utf8')));
}
