import { Log, LogLevel, Miniflare, convertV4MiniflareOptions } from 'miniflare';

/** A Worker that does nothing, in the same workerd and asked as directly as Chatly's: the least that any answer costs. */
const worker = new Miniflare(
  convertV4MiniflareOptions({
    name: 'empty',
    modules: true,
    script: `export default { fetch: () => new Response('{}') };`,
    compatibilityDate: '2026-11-01',
    unsafeDirectSockets: [{ host: '127.0.0.1', port: 0 }],
    cf: false,
    log: new Log(LogLevel.WARN),
  }),
);
await worker.ready;
console.log(JSON.stringify({ url: (await worker.unsafeGetDirectURL('empty')).origin }));
process.on('SIGTERM', () => void worker.dispose().then(() => process.exit(0)));
