import { badRequest } from './errors.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/** The value as an object; throws a 400 naming `where` otherwise. */
export function asObject(value: unknown, where: string): JsonObject {
  if (isObject(value)) return value;
  throw badRequest(`${where} must be an object`);
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value as an array of at most `max` items; throws a 400 naming `where` otherwise. */
export function asArray(value: unknown, where: string, max: number): readonly unknown[] {
  if (!Array.isArray(value)) throw badRequest(`${where} must be an array`);
  if (value.length > max) throw badRequest(`${where} has ${value.length} items, at most ${max} are allowed`);
  return value;
}

/** The value as a string of well-formed Unicode; throws a 400 naming `where` otherwise. */
export function asString(value: unknown, where: string): string {
  if (typeof value !== 'string') throw badRequest(`${where} must be a string`);
  if (!value.isWellFormed())
    throw badRequest(`${where} contains a lone surrogate, which is not Unicode text`);
  return value;
}

/** The value as a whole number that a 32-bit integer holds; throws a 400 naming `where` otherwise. */
export function asInt32(value: unknown, where: string): number {
  if (typeof value === 'number' && (value | 0) === value) return value;
  throw badRequest(`${where} must be a 32-bit integer`);
}

/** The value as a boolean, or `fallback` where it is absent or null; throws a 400 naming `where` otherwise. */
export function asBoolean(value: unknown, where: string, fallback: boolean): boolean {
  if (value === undefined || value === null) return fallback;
  if (typeof value === 'boolean') return value;
  throw badRequest(`${where} must be a boolean`);
}

export const isAbsent = (value: unknown): value is undefined | null => value === undefined || value === null;
