import { parseArgs } from 'node:util';
import { resolve } from 'node:path';
import { modelVariables } from '../shared/config.ts';
import { root } from './paths.ts';

export type StartSettings = {
  host: string;
  port: number;
  libsqlPort: number;
  partykitPort: number;
  dataDir: string;
  /** Which host runs the rooms. */
  rooms: 'worker' | 'partykit';
  /** Variables of the Worker that the environment sets. */
  vars: Record<string, string>;
};

export const usage = `npm start -- [--port 8787] [--libsql-port 8880] [--data .data] [--host 127.0.0.1]
npm run start:partykit -- [the same] [--partykit-port 1999]
Each can also be set in the environment: PORT, LIBSQL_PORT, DATA_DIR, HOST, PARTYKIT_PORT.
PUBLIC_URL, DASHBOARD_ORIGINS, TRUSTED_ADDRESSES, AI_… and EMBEDDING_… are passed on to the Worker; docs/operations.md says what they do.`;

const maxPort = 65_535;
const passedOn = ['PUBLIC_URL', 'DASHBOARD_ORIGINS', 'TRUSTED_ADDRESSES', ...modelVariables] as const;
const loopback = /^(localhost|127(\.\d{1,3}){3}|::1)$/;

/** Reads flags, then the environment, then the defaults. Errors: an Error that says which value is wrong. */
export function readSettings(argv: string[], env: NodeJS.ProcessEnv): StartSettings {
  const { values } = parseArgs({
    args: argv,
    options: {
      port: { type: 'string', default: env['PORT'] ?? '8787' },
      'libsql-port': { type: 'string', default: env['LIBSQL_PORT'] ?? '8880' },
      'partykit-port': { type: 'string', default: env['PARTYKIT_PORT'] ?? '1999' },
      data: { type: 'string', default: env['DATA_DIR'] ?? '.data' },
      host: { type: 'string', default: env['HOST'] ?? '127.0.0.1' },
      rooms: { type: 'string', default: 'worker' },
    },
  });
  if (values.rooms !== 'worker' && values.rooms !== 'partykit') {
    throw new Error(`--rooms is worker or partykit, not ${values.rooms}.`);
  }
  return {
    host: values.host,
    port: portOf('--port', values.port),
    libsqlPort: portOf('--libsql-port', values['libsql-port']),
    partykitPort: portOf('--partykit-port', values['partykit-port']),
    dataDir: resolve(root, values.data),
    rooms: values.rooms,
    vars: workerVars(values.host, env),
  };
}

/** Those of the variables that rooms on PartyKit need too: they are where the bot answers. */
export function roomVars({ vars }: Pick<StartSettings, 'vars'>): Record<string, string> {
  return Object.fromEntries(modelVariables.flatMap((name) => (vars[name] ? [[name, vars[name]]] : [])));
}

/**
 * What the environment says to the Worker. A start that the world can reach exempts nobody from the limits per
 * address: behind a proxy every request comes from this machine.
 */
function workerVars(host: string, env: NodeJS.ProcessEnv): Record<string, string> {
  const named = passedOn.flatMap((name) => (env[name] ? [[name, env[name]] as const] : []));
  const isOpen = Boolean(env['PUBLIC_URL']) || !loopback.test(host);
  return { ...(isOpen ? { TRUSTED_ADDRESSES: 'none' } : {}), ...Object.fromEntries(named) };
}

function portOf(flag: string, text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= maxPort) return port;
  throw new Error(`${flag} is a number from 0 (any free port) to ${maxPort}, not ${text}.`);
}
