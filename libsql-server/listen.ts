import type { Server } from 'node:http';

const SWEEP_MS = 20;
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/i;

/** Throws an Error when a server without a token would be reachable from other machines. */
export function requireTokenBeyondLoopback(host: string, authToken: string | undefined): void {
  if (LOOPBACK.test(host) || (authToken !== undefined && authToken !== '')) return;
  throw new Error(
    `Refusing to listen on ${host} without a token: set LIBSQL_AUTH_TOKEN, or listen on 127.0.0.1.`,
  );
}

function explain(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new Error(
      `Port ${port} on ${host} is already in use. Stop the program that uses it, or choose another port with --port.`,
    );
  }
  if (error.code === 'EACCES')
    return new Error(`Port ${port} on ${host} may not be used by this user. Choose another with --port.`);
  return new Error(`Cannot listen on ${host}, port ${port}: ${error.message}`);
}

/** Listens and resolves to the port, which is a free one when 0 was asked; rejects with an Error that says what to do. */
export function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(explain(error, host, port)));
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

/** Stops listening and resolves when every request under way is answered, or after `withinMs` cuts the rest. */
export function stopListening(server: Server, withinMs: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), withinMs);
    // A connection that becomes idle only now would be kept for its next request.
    const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
    server.close(() => {
      clearTimeout(timer);
      clearInterval(sweep);
      resolve();
    });
  });
}
