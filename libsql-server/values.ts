import { isUtf8 } from 'node:buffer';
import { badRequest, StatementError } from './errors.ts';
import { asObject, asString } from './json-shape.ts';

/** What the native library binds: a bigint is an INTEGER, a number always a REAL. */
export type SqlValue = null | bigint | number | string | Uint8Array;

const INTEGER = /^-?\d{1,19}$/;

function decodeInteger(value: unknown): bigint {
  const text = asString(value, 'integer value');
  const integer = INTEGER.test(text) ? BigInt(text) : undefined;
  if (integer !== undefined && BigInt.asIntN(64, integer) === integer) return integer;
  throw badRequest('integer value must be a 64-bit integer written as a string');
}

function decodeBlob(value: unknown): Uint8Array {
  const text = asString(value, 'base64');
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const digits = text.length - padding;
  const bytes = Buffer.from(text, 'base64');
  // Node skips what is not base64, so a wrong text shows in a short result.
  if (digits % 4 !== 1 && bytes.length === Math.floor((digits * 3) / 4)) return bytes;
  throw badRequest('base64 of a blob is not valid');
}

/** Decodes one value of the protocol; throws a 400 on anything else. */
export function decodeValue(json: unknown): SqlValue {
  const value = asObject(json, 'value');
  switch (value['type']) {
    case 'text':
      return asString(value['value'], 'text value');
    case 'integer':
      return decodeInteger(value['value']);
    case 'null':
      return null;
    case 'blob':
      return decodeBlob(value['base64']);
    case 'float':
      if (typeof value['value'] === 'number') return value['value'];
      throw badRequest('float value must be a number');
    default:
      throw badRequest('value has an unknown type');
  }
}

function encodeFloat(value: number): string {
  if (Number.isFinite(value)) return Object.is(value, -0) ? '-0.0' : String(value);
  // JSON has no infinity, but every parser reads a number too large for a double as one.
  return value > 0 ? '1e999' : '-1e999';
}

const encodeText = (text: string): string => `{"type":"text","value":${JSON.stringify(text)}}`;
const encodeBlob = (bytes: Uint8Array): string =>
  `{"type":"blob","base64":"${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')}"}`;

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

function textOf(bytes: Uint8Array): string {
  if (isUtf8(bytes)) return utf8.decode(bytes);
  throw new StatementError(
    'SQLITE_MISMATCH',
    'SQLite error: a text value is not valid UTF-8; read it with CAST(… AS BLOB)',
  );
}

/**
 * The protocol's JSON of one value as it comes from the native library; `wired` says that the statement was
 * rewritten by `wireSql`. Throws StatementError on text that is not UTF-8.
 */
export function encodeValue(value: unknown, wired: boolean): string {
  if (value === null || value === undefined) return '{"type":"null"}';
  if (typeof value === 'bigint') return `{"type":"integer","value":"${value}"}`;
  if (typeof value === 'number') return `{"type":"float","value":${encodeFloat(value)}}`;
  if (typeof value === 'string') return wired ? encodeBlob(Buffer.from(value, 'hex')) : encodeText(value);
  if (value instanceof Uint8Array) return wired ? encodeText(textOf(value)) : encodeBlob(value);
  throw new StatementError('SQLITE_MISMATCH', 'SQLite error: a value has a type the protocol does not know');
}
