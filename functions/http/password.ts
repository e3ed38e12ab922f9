import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

type Parameters = { N: number; r: number; p: number };

/** A row of OWASP's table for scrypt: 16 MiB of memory, and the most that a Worker may use. */
const current: Parameters = { N: 2 ** 14, r: 8, p: 5 };
const saltBytes = 16;
const keyBytes = 32;

/** A hash that no password has: checking against it takes as long as any other check. */
const nobody = `scrypt$${current.N}$${current.r}$${current.p}$${'A'.repeat(22)}==$${'A'.repeat(43)}=`;

/** Hashes a password; the text holds algorithm, parameters and salt: `scrypt$N$r$p$salt$key`, in base64. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(saltBytes);
  const key = await derive(password, salt, current);
  return ['scrypt', current.N, current.r, current.p, salt.toString('base64'), key.toString('base64')].join(
    '$',
  );
}

export type PasswordCheck = { isRight: boolean; isOutdated: boolean };

/** Checks a password, in the same time whether there is an account (`stored` not null) or not. */
export async function checkPassword(password: string, stored: string | null): Promise<PasswordCheck> {
  const [, N, r, p, salt = '', expected = ''] = (stored ?? nobody).split('$');
  const parameters = { N: Number(N), r: Number(r), p: Number(p) };
  const key = await derive(password, Buffer.from(salt, 'base64'), parameters);
  const isSame = timingSafeEqual(key, Buffer.from(expected, 'base64'));
  return {
    isRight: isSame && stored !== null,
    isOutdated: parameters.N !== current.N || parameters.r !== current.r || parameters.p !== current.p,
  };
}

function derive(password: string, salt: Buffer, parameters: Parameters): Promise<Buffer> {
  // Two ways to write one character must be one password.
  const normal = password.normalize('NFKC');
  return new Promise((resolve, reject) => {
    scrypt(normal, salt, keyBytes, parameters, (error, key) => (error ? reject(error) : resolve(key)));
  });
}
