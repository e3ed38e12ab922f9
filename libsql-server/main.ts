import { parseArgs } from 'node:util';
import { startLibsqlServer } from './server.ts';
import { endWhenStalled } from './stall-watch.ts';

const USAGE = `node libsql-server/main.ts [--file .data/chatly.db] [--host 127.0.0.1] [--port 8880] [--max-stall-seconds 120]
A statement that blocks the server for longer than --max-stall-seconds (0: never) ends the process; run it under
something that starts it again. The bearer token is read from LIBSQL_AUTH_TOKEN; an address other than loopback needs one.`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      file: { type: 'string', default: '.data/chatly.db' },
      host: { type: 'string', default: '127.0.0.1' },
      port: { type: 'string', default: '8880' },
      'max-stall-seconds': { type: 'string', default: '120' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return;
  }
  const port = wholeNumber('port', values.port, 65_535);
  const maxStallSeconds = wholeNumber('max-stall-seconds', values['max-stall-seconds'], 86_400);
  const authToken = process.env['LIBSQL_AUTH_TOKEN'];
  const server = await startLibsqlServer({
    file: values.file,
    host: values.host,
    port,
    ...(authToken ? { authToken } : {}),
  });
  console.log(`libSQL server: ${server.url} (${values.file})`);
  if (maxStallSeconds > 0) endWhenStalled(maxStallSeconds * 1000);
  const stop = (): void => void server.close().then(() => process.exit(0));
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

function wholeNumber(name: string, text: string, max: number): number {
  const value = Number(text);
  if (/^\d{1,6}$/.test(text) && value <= max) return value;
  throw new Error(`--${name} must be a number from 0 to ${max}, not ${text}.`);
}

main().catch((error: unknown) => {
  console.error(`libSQL server: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
