import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePort } from '../../scripts/free-port.ts';
import { startPartykit } from '../../scripts/partykit.ts';
import { localSecrets } from '../../scripts/secrets.ts';
import type { Stack, StackOptions } from '../../scripts/stack.ts';
import { killHard, withWorkerds } from './processes.ts';
import { startTestStack } from './stack.ts';

export type PartykitStack = Stack & {
  partykitHost: string;
  roomSecret: string;
  /** Kills the process of the rooms with no word of warning, and starts it again over the same data. */
  crash(): Promise<void>;
};

type Options = Pick<StackOptions, 'vars' | 'libsql'>;

/** The real stack with its rooms on PartyKit; `close` leaves nothing behind. `vars` go to both. */
export async function startPartykitStack(options: Options = {}): Promise<PartykitStack> {
  const dataDir = mkdtempSync(join(tmpdir(), 'chatly-partykit-'));
  const port = await findFreePort();
  const partykitHost = `127.0.0.1:${port}`;
  const stack = await startTestStack({ ...options, dataDir, partykitHost });
  const roomSecret = localSecrets(dataDir).ROOM_SECRET;
  const vars = {
    LIBSQL_URL: stack.database.url,
    LIBSQL_AUTH_TOKEN: stack.database.authToken,
    ROOM_SECRET: roomSecret,
    ...options.vars,
  };
  const start = () => withWorkerds(() => startPartykit({ port, dataDir, vars }));
  let partykit = await start().catch(async (error: unknown) => {
    await stack.close();
    throw error;
  });
  return {
    ...stack,
    partykitHost,
    roomSecret,
    async crash() {
      killHard(partykit.pids);
      await partykit.value.close();
      partykit = await start();
    },
    async close() {
      await partykit.value.close();
      await stack.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
