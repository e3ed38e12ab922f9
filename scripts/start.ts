import { buildIfChanged } from './build.ts';
import { findFreePort, requireFreePort } from './free-port.ts';
import { type Partykit, startPartykit } from './partykit.ts';
import { localSecrets } from './secrets.ts';
import { type StartSettings, readSettings, roomVars, usage } from './settings.ts';
import { type Stack, startStack } from './stack.ts';

/** `npm start`: builds where anything has changed, then runs the whole product on this machine until Ctrl-C. */
async function main(): Promise<void> {
  if (process.argv.includes('--help')) return console.log(usage);
  const settings = readSettings(process.argv.slice(2), process.env);
  const { host, port, libsqlPort, dataDir, rooms, vars } = settings;
  await requireFreePort(host, port, '--port');
  await requireFreePort('127.0.0.1', libsqlPort, '--libsql-port');
  if (rooms === 'partykit') await requireFreePort('127.0.0.1', settings.partykitPort, '--partykit-port');
  buildIfChanged();
  // The Worker has to know the rooms' port before they start.
  const partykitPort = settings.partykitPort || (await findFreePort());
  const partykitHost = rooms === 'partykit' ? `127.0.0.1:${partykitPort}` : undefined;
  const stack = await startStack({
    dataDir,
    host,
    port,
    libsqlPort,
    vars,
    ...(partykitHost ? { partykitHost } : {}),
  });
  const partykit = partykitHost
    ? await startRooms({ ...settings, partykitPort }, stack).catch(async (error: unknown) => {
        await stack.close();
        throw error;
      })
    : undefined;
  const minutes = setInterval(() => void stack.everyMinute().catch(warn), 60_000);
  onceAskedToStop(async () => {
    clearInterval(minutes);
    await partykit?.close();
    await stack.close();
  });
  const model = vars['AI_MODEL'];
  announce(stack.url.replace('127.0.0.1', 'localhost'), { dataDir, partykitHost, model });
}

function warn(error: unknown): void {
  console.warn(JSON.stringify({ event: 'schedule_failed', reason: String(error) }));
}

function startRooms(settings: StartSettings, { database }: Stack): Promise<Partykit> {
  const { partykitPort: port, dataDir } = settings;
  const { ROOM_SECRET } = localSecrets(dataDir);
  const own = { LIBSQL_URL: database.url, LIBSQL_AUTH_TOKEN: database.authToken, ROOM_SECRET };
  const vars = { ...roomVars(settings), ...own };
  return startPartykit({ port, dataDir, vars });
}

type Announced = { dataDir: string; partykitHost: string | undefined; model: string | undefined };

function announce(url: string, { dataDir, partykitHost, model }: Announced): void {
  const lines = [
    ['Chatly', url],
    ['API docs', `${url}/docs`],
    ['Health', `${url}/api/health`],
    ['Rooms', partykitHost ? `PartyKit on ${partykitHost}` : 'in the Worker'],
    [
      'Bot',
      model ? `answers with ${model}` : 'answers in the knowledge’s own sentences; AI_MODEL names a model',
    ],
    ['Data', dataDir],
  ];
  console.log(
    `\n${lines.map(([name = '', value]) => `  ${name.padEnd(9)} ${value}`).join('\n')}\n\n  Ctrl-C stops everything.`,
  );
}

/** Ctrl-C, `kill`, or the terminal going away: stop once, leave nothing running. */
function onceAskedToStop(stop: () => Promise<void>): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    // Miniflare's own listener would end this process before the database has been closed.
    process.removeAllListeners(signal);
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      void stop().finally(() => process.exit(0));
    });
  }
}

main().catch((error: unknown) => {
  console.error(`\nChatly did not start: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
