import { once } from 'node:events';
import { type Socket, connect, createServer } from 'node:net';

export type CuttingProxy = {
  /** To be asked instead of the target's own host. */
  host: string;
  /** Cuts every connection there is, with no word to either end. */
  cut(): void;
  /** From now on cuts each new connection once so many bytes have come back: in the middle of a frame, most likely. */
  cutEachAfter(bytes: () => number): void;
  /** While it refuses, nobody gets through. */
  setRefusing(isRefusing: boolean): void;
  close(): Promise<void>;
};

/** A TCP proxy on loopback that cuts connections when it is told to. */
export async function startCuttingProxy(target: string): Promise<CuttingProxy> {
  const { hostname, port } = new URL(target);
  const pairs = new Set<[Socket, Socket]>();
  let lifeBytes = () => Infinity;
  let isRefusing = false;
  const server = createServer((near) => {
    if (isRefusing) return near.resetAndDestroy();
    const far = connect(Number(port), hostname);
    const pair: [Socket, Socket] = [near, far];
    pairs.add(pair);
    const end = () => {
      pairs.delete(pair);
      for (const side of pair) side.destroy();
    };
    for (const side of pair) side.setNoDelay(true).on('error', end).on('close', end);
    near.pipe(far);
    let bytesLeft = lifeBytes();
    far.on('data', (chunk: Buffer) => {
      if (bytesLeft <= 0) return;
      const part = chunk.subarray(0, Math.min(chunk.length, bytesLeft));
      bytesLeft -= part.length;
      near.write(part, () => bytesLeft <= 0 && end());
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port.');
  const cut = () => {
    for (const pair of pairs) for (const side of pair) side.resetAndDestroy();
  };
  return {
    host: `127.0.0.1:${address.port}`,
    cut,
    cutEachAfter: (bytes) => void (lifeBytes = bytes),
    setRefusing: (refusing) => void (isRefusing = refusing),
    async close() {
      server.close();
      cut();
      await once(server, 'close');
    },
  };
}
