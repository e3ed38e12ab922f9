import { AppError } from '../shared/errors.ts';
import type { Ports } from './ports.ts';

/** Settles as `work` does. Errors: unavailable, once it takes longer; a database that never answers holds nobody up. */
export async function within<T>(clock: Ports['clock'], limitMs: number, work: Promise<T>): Promise<T> {
  let cancel = () => {};
  const late = new Promise<never>((_, reject) => {
    cancel = clock.after(limitMs, () => reject(new AppError('unavailable')));
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    cancel();
  }
}
