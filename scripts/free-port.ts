import { once } from 'node:events';
import { createServer } from 'node:net';

/** Resolves if a port can be listened on. Errors: an Error that says it is taken and how to choose another. */
export function requireFreePort(host: string, port: number, flag: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE';
      const hint = `Choose another with ${flag}, for example: npm start -- ${flag} ${port + 1}`;
      reject(isTaken ? new Error(`Port ${port} is already in use. ${hint}`, { cause: error }) : error);
    });
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

/** A port that is free now: for servers that cannot be told to take any. */
export async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  return address.port;
}
