import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePort } from '../../scripts/free-port.ts';
import { startPartykit } from '../../scripts/partykit.ts';
import { localSecrets } from '../../scripts/secrets.ts';
import type { Stack } from '../../scripts/stack.ts';
import { startTestStack } from './stack.ts';

export type PartykitStack = Stack & { partykitHost: string };

/** The real stack with its rooms on PartyKit; `close` leaves nothing behind. */
export async function startPartykitStack(): Promise<PartykitStack> {
  const dataDir = mkdtempSync(join(tmpdir(), 'chatly-partykit-'));
  const port = await findFreePort();
  const partykitHost = `127.0.0.1:${port}`;
  const stack = await startTestStack({ dataDir, partykitHost });
  const vars = {
    LIBSQL_URL: stack.database.url,
    LIBSQL_AUTH_TOKEN: stack.database.authToken,
    ROOM_SECRET: localSecrets(dataDir).ROOM_SECRET,
  };
  const partykit = await startPartykit({ port, dataDir, vars }).catch(async (error: unknown) => {
    await stack.close();
    throw error;
  });
  return {
    ...stack,
    partykitHost,
    async close() {
      await partykit.close();
      await stack.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
