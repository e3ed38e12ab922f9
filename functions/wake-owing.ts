import type { Services } from './services.ts';

/**
 * Wakes the rooms of tenants whose bot owes an answer for longer than the news of it can take: whoever died before it
 * was told, the visitor is answered.
 */
export async function wakeOwing({ platform, rooms }: Pick<Services, 'platform' | 'rooms'>): Promise<void> {
  const owing = await platform.owing();
  await Promise.all(owing.map((tenantId) => rooms.settle(tenantId)));
}
