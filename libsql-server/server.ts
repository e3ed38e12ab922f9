import { closeSync, fsyncSync, mkdirSync, openSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, resolve } from 'node:path';
import { Engine } from './engine.ts';
import { claimFile } from './file-lock.ts';
import type { Hooks, RequestInfo } from './http-handler.ts';
import { httpHandler } from './http-handler.ts';
import type { Limits } from './limits.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import { listen, requireTokenBeyondLoopback, stopListening } from './listen.ts';
import { StreamRegistry } from './stream-registry.ts';

export type { Limits, RequestInfo };

export type LibsqlServerOptions = Hooks & {
  /** The database file; it and its folders are made when missing. */
  file: string;
  /** 127.0.0.1 unless given; another address needs a token. */
  host?: string;
  /** 8880 unless given; 0 takes a free one. */
  port?: number;
  /** The bearer token every pipeline request must carry; without it everyone who reaches the port may in. */
  authToken?: string;
  limits?: Partial<Limits>;
};

export type LibsqlServer = { url: string; port: number; close: () => Promise<void> };

const DEFAULT_PORT = 8880;

function openEngine(file: string, limits: Limits): Engine {
  const engine = new Engine(file, limits);
  // A new file is only safe from a power cut once its name in the folder is.
  if (process.platform !== 'win32') {
    const folder = openSync(dirname(file), 'r');
    fsyncSync(folder);
    closeSync(folder);
  }
  return engine;
}

function createHttpServer(
  limits: Limits,
  listener: Parameters<typeof createServer>[1],
): ReturnType<typeof createServer> {
  const server = createServer(
    {
      maxHeaderSize: limits.httpHeaderBytes,
      headersTimeout: limits.httpHeadersMs,
      requestTimeout: limits.httpRequestMs,
      keepAliveTimeout: limits.httpKeepAliveMs,
      connectionsCheckingInterval: limits.httpTimeoutCheckMs,
      noDelay: true,
    },
    listener,
  );
  server.maxConnections = limits.httpConnections;
  return server;
}

/**
 * Starts a libSQL server on one database file and resolves once it answers; rejects with an Error that says what to
 * do when the port is taken, the file is in use by another server, or a public address lacks a token.
 */
export async function startLibsqlServer(options: LibsqlServerOptions): Promise<LibsqlServer> {
  const { file, host = '127.0.0.1', port: wantedPort = DEFAULT_PORT, authToken } = options;
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  if (file === '' || file.startsWith(':'))
    throw new Error('The libSQL server needs a database file; use a temporary folder for tests.');
  requireTokenBeyondLoopback(host, authToken);
  const path = resolve(file);
  // What visitors wrote is for nobody else on the machine to read.
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const release = claimFile(path);
  let engine: Engine | undefined;
  try {
    engine = openEngine(path, limits);
    const registry = new StreamRegistry(engine);
    const server = createHttpServer(limits, httpHandler(engine, registry, authToken, options));
    const port = await listen(server, host, wantedPort);
    const url = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
    return { url, port, close: closeOnce({ server, registry, engine, release, limits }) };
  } catch (error) {
    engine?.close();
    release();
    throw error;
  }
}

type Running = {
  server: ReturnType<typeof createServer>;
  registry: StreamRegistry;
  engine: Engine;
  release: () => void;
  limits: Limits;
};

function closeOnce({ server, registry, engine, release, limits }: Running): () => Promise<void> {
  const stop = async (): Promise<void> => {
    const stopped = stopListening(server, limits.stopMs);
    registry.stop();
    await stopped;
    engine.close();
    release();
  };
  let stopping: Promise<void> | undefined;
  return () => (stopping ??= stop());
}
