import { startChatly } from './chatly.ts';
import { closedLoop } from './closed-loop.ts';
import { seedTenant } from './seed.ts';

const sizes = process.argv.slice(2).map(Number);
const messagesPerConversation = 10;
const days = 90;
const durationMs = 4_000;

/** What an operator of a large tenant waits for, beside the same in a small one. */
const reads = {
  'conversation list': '/api/conversations?limit=20',
  'open conversations': '/api/conversations?status=open&limit=20',
  search: '/api/conversations?q=teapot%20kettle',
  'search, a word begun': '/api/conversations?q=teapot%20ket',
  'search for common words that never meet': '/api/conversations?q=broken%20teapot',
  counts: '/api/conversations/counts',
  'overview, 7 days': `/api/overview?from=${dayBefore(6)}&timezone=Europe/Berlin`,
  'overview, 28 days': '/api/overview?timezone=Europe/Berlin',
  'overview, 90 days': `/api/overview?from=${dayBefore(89)}&timezone=Europe/Berlin&interval=week`,
};

function dayBefore(count: number): string {
  return new Date(Date.now() - count * 24 * 3_600_000).toISOString().slice(0, 10);
}

/** `node bench/large-tenant.ts 1000 100000`: median and p99, in ms, of one reader at a time. */
async function main(): Promise<void> {
  const rows: Record<string, Record<string, string>> = {};
  for (const conversations of sizes) {
    const chatly = await startChatly({ isEmpty: true });
    try {
      const begun = performance.now();
      await seedTenant({ ...chatly, conversations, messagesPerConversation, days });
      console.log(`${conversations} conversations in ${Math.round((performance.now() - begun) / 1000)} s`);
      for (const [name, path] of Object.entries(reads)) {
        const next = () => ({ method: 'GET', path, token: chatly.token });
        const load = await closedLoop(chatly.url, { connections: 1, durationMs, next });
        if (load.failures > 0) throw new Error(`${name}: ${load.failures} failures`);
        rows[name] = {
          ...rows[name],
          [conversations]: `${load.p50Ms.toFixed(1)} / ${load.p99Ms.toFixed(1)}`,
        };
      }
    } finally {
      chatly.process.kill('SIGTERM');
    }
  }
  console.table(rows);
}

await main();
