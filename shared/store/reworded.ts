import { AppError, type ErrorCode } from '../errors.ts';

/** Gives a refusal that the database found its own words. */
export async function reworded<T>(
  code: ErrorCode,
  refusal: () => AppError,
  run: () => Promise<T>,
): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw error instanceof AppError && error.code === code ? refusal() : error;
  }
}
