import type * as crypto from 'node:crypto';
import { beforeEach, describe, expect, it, vi } from 'vitest';

/** What was asked of scrypt: where it is the same, so is its work. */
const asked: { saltBytes: number; keyBytes: number; options: crypto.ScryptOptions }[] = [];
type Done = (error: Error | null, key: Buffer) => void;

vi.mock('node:crypto', async (original) => {
  const real = await original<typeof crypto>();
  const scrypt = (
    password: string,
    salt: Buffer,
    keyBytes: number,
    options: crypto.ScryptOptions,
    done: Done,
  ) => {
    asked.push({ saltBytes: salt.byteLength, keyBytes, options });
    real.scrypt(password, salt, keyBytes, options, done);
  };
  return { ...real, scrypt };
});
const { checkPassword, hashPassword } = await import('./password.ts');

describe('passwords', () => {
  beforeEach(() => {
    asked.length = 0;
  });

  it('cost the same to check whether there is an account or not', async () => {
    const stored = await hashPassword('right');
    asked.length = 0;
    expect(await checkPassword('wrong', stored)).toEqual({ isRight: false, isOutdated: false });
    expect(await checkPassword('wrong', null)).toEqual({ isRight: false, isOutdated: false });
    expect(asked).toHaveLength(2);
    expect(asked[1]).toEqual(asked[0]);
  });

  it('are hashed with 2^14, 8, 5, a salt of their own, and what it takes to check them', async () => {
    const [first, second] = [await hashPassword('right'), await hashPassword('right')];
    expect(asked.map(({ options }) => options)).toEqual([
      { N: 16_384, r: 8, p: 5 },
      { N: 16_384, r: 8, p: 5 },
    ]);
    expect(first.split('$').slice(0, 4)).toEqual(['scrypt', '16384', '8', '5']);
    expect(first).not.toBe(second);
    expect(await checkPassword('right', first)).toEqual({ isRight: true, isOutdated: false });
  });

  it('are outdated where their parameters are not today’s', async () => {
    const stored = `scrypt$1024$8$1$${Buffer.alloc(16).toString('base64')}$${Buffer.alloc(32).toString('base64')}`;
    expect(await checkPassword('any', stored)).toEqual({ isRight: false, isOutdated: true });
  });
});
