import { join } from 'node:path';
import { Log, LogLevel, Miniflare, type MiniflareOptions, convertV4MiniflareOptions } from 'miniflare';
import { unstable_getMiniflareWorkerOptions as workerOptionsOf } from 'wrangler';
import { type LibsqlServer, type LibsqlServerOptions, startLibsqlServer } from '../libsql-server/server.ts';
import { parseEnv } from '../functions/env.ts';
import { migrate } from './migrate.ts';
import { root } from './paths.ts';
import { localSecrets } from './secrets.ts';

export type StackOptions = {
  /** Where database, room storage and secrets live. */
  dataDir: string;
  host?: string;
  /** 0 takes a free port. */
  port: number;
  libsqlPort: number;
  /** Variables of the Worker beside those that the stack makes itself. */
  vars?: Record<string, string>;
  /** Host of a PartyKit server that runs the rooms instead of the Worker. */
  partykitHost?: string;
  libsql?: Pick<LibsqlServerOptions, 'onRequest' | 'intercept'>;
  /** Asks the Worker without the local host's own front (assets, request logging): for benchmarks. */
  isDirect?: boolean;
  /** Opens the isolate to a profiler. */
  inspectorPort?: number;
  /** Stands between the crawl and the internet. */
  crawler?: (request: Request) => Response | Promise<Response>;
};

export type Stack = {
  url: string;
  database: { url: string; authToken: string };
  worker: Miniflare;
  /** Does what Cloudflare does once a minute, by the cron trigger. */
  everyMinute(): Promise<void>;
  close(): Promise<void>;
};

/** Starts database and Worker as `npm start` runs them: the built bundle in workerd, over libSQL on the wire. */
export async function startStack(options: StackOptions): Promise<Stack> {
  const secrets = localSecrets(options.dataDir);
  const libsql = await startLibsqlServer({
    file: join(options.dataDir, 'chatly.db'),
    port: options.libsqlPort,
    authToken: secrets.LIBSQL_AUTH_TOKEN,
    ...options.libsql,
  });
  try {
    const database = { url: libsql.url, authToken: secrets.LIBSQL_AUTH_TOKEN };
    await migrate(database);
    const worker = new Miniflare(workerConfig(options, { ...secrets, LIBSQL_URL: libsql.url }));
    const front = await worker.ready;
    const url = (options.isDirect ? await worker.unsafeGetDirectURL('chatly') : front).origin;
    return {
      url,
      database,
      worker,
      everyMinute: () => runSchedule(worker),
      close: () => closeAll(worker, libsql),
    };
  } catch (error) {
    await libsql.close();
    throw error;
  }
}

async function runSchedule(worker: Miniflare): Promise<void> {
  const { scheduled } = await worker.getWorker('chatly');
  const { outcome } = await scheduled({ cron: '* * * * *' });
  if (outcome !== 'ok') throw new Error(`The schedule ended with ${outcome}.`);
}

async function closeAll(worker: Miniflare, libsql: LibsqlServer): Promise<void> {
  await worker.dispose();
  await libsql.close();
}

function workerConfig(options: StackOptions, own: Record<string, string>): MiniflareOptions {
  const { workerOptions } = workerOptionsOf(join(root, 'wrangler.toml'));
  // Assets bring a front of their own, through which every request would go.
  if (options.isDirect) Reflect.deleteProperty(workerOptions, 'assets');
  const bindings = {
    TRUSTED_ADDRESSES: 'loopback',
    ...own,
    ...(options.partykitHost ? { PARTYKIT_HOST: options.partykitHost } : {}),
    ...options.vars,
  };
  parseEnv(bindings);
  return convertV4MiniflareOptions({
    ...workerOptions,
    // As in wrangler.toml, but for what only Cloudflare's edge has to offer: the network below does it for the crawl.
    compatibilityFlags: ['no_web_socket_compression'],
    name: 'chatly',
    modules: [{ type: 'ESModule', path: join(root, 'dist/worker/worker.js') }],
    bindings,
    serviceBindings: { CRAWLER: options.crawler ?? { network: { allow: ['public'] } } },
    resourcePersistencePath: join(options.dataDir, 'rooms'),
    ...(options.inspectorPort ? { inspectorPort: options.inspectorPort } : {}),
    ...(options.isDirect ? { unsafeDirectSockets: [{ host: '127.0.0.1', port: 0 }] } : {}),
    host: options.host ?? '127.0.0.1',
    port: options.port,
    // The sample of Cloudflare's request data would be fetched from the internet.
    cf: false,
    log: new Log(LogLevel.WARN),
  });
}
