import { createHash, timingSafeEqual } from 'node:crypto';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** A check of Authorization headers against one bearer token, in constant time; without a token all pass. */
export function bearerCheck(token: string | undefined): (header: string | undefined) => boolean {
  if (token === undefined) return () => true;
  const expected = digest(`Bearer ${token}`);
  return (header) =>
    header !== undefined && timingSafeEqual(digest(header.replace(/^bearer +/i, 'Bearer ')), expected);
}
