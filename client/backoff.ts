const firstMs = 1_000;
const mostMs = 30_000;

/** How long to wait before try number `attempt` (from 0): doubling, and spread so that not all come back at once. */
export function retryDelayMs(attempt: number, random: number): number {
  const ceiling = Math.min(mostMs, firstMs * 2 ** Math.min(attempt, 10));
  return Math.round(ceiling * (0.2 + 0.8 * random));
}
