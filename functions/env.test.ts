import { describe, expect, it } from 'vitest';
import { parseEnv } from './env.ts';

const secret = 'Kq3v8Zt1Xw5Rb7Ny2Mc9Lp4Jh6Gf0DsAeUiOaYtQ';
const good = { LIBSQL_URL: 'http://127.0.0.1:8880', TOKEN_SECRET: secret, ROOM_SECRET: `${secret}x` };

function problems(bindings: unknown): string[] {
  try {
    parseEnv(bindings);
    return [];
  } catch (error) {
    return error instanceof Error ? error.message.split('\n').slice(1) : [String(error)];
  }
}

describe('the configuration', () => {
  it('takes what is needed and fills in the rest', () => {
    expect(parseEnv(good)).toEqual({ ...good, DASHBOARD_ORIGINS: [], TRUSTED_ADDRESSES: 'none' });
    const all = {
      ...good,
      LIBSQL_URL: 'libsql://name.turso.io',
      LIBSQL_AUTH_TOKEN: 'token',
      DASHBOARD_ORIGINS: 'https://app.example.com, http://localhost:5173,',
      PUBLIC_URL: 'https://chat.example.com',
      PARTYKIT_HOST: 'chatly.user.partykit.dev',
      TRUSTED_ADDRESSES: 'loopback',
      SOMETHING_ELSE: 'kept out',
    };
    const { SOMETHING_ELSE: _, ...known } = all;
    expect(parseEnv(all)).toEqual({
      ...known,
      LIBSQL_URL: 'https://name.turso.io',
      DASHBOARD_ORIGINS: ['https://app.example.com', 'http://localhost:5173'],
    });
  });

  it('names everything that is missing, at once, and how to set it', () => {
    const found = problems({});
    expect(found).toHaveLength(3);
    for (const name of ['LIBSQL_URL', 'TOKEN_SECRET', 'ROOM_SECRET']) {
      expect(found.filter((line) => line.startsWith(`- ${name} is missing.`))).toHaveLength(1);
    }
    expect(found.join()).toContain('openssl rand -base64 48');
  });

  it.each([
    ['TOKEN_SECRET', ''],
    ['TOKEN_SECRET', 'short'],
    ['TOKEN_SECRET', secret.slice(0, 31)],
    ['TOKEN_SECRET', 'a'.repeat(64)],
    ['TOKEN_SECRET', 'passwordpasswordpasswordpassword'],
    ['TOKEN_SECRET', 7],
    ['ROOM_SECRET', 'short'],
    ['ROOM_SECRET', secret],
    ['LIBSQL_URL', ''],
    ['LIBSQL_URL', 'file:chatly.db'],
    ['LIBSQL_URL', 'http://'],
    ['LIBSQL_AUTH_TOKEN', ''],
    ['EMBEDDING_BASE_URL', 'ftp://models.example.com'],
    ['EMBEDDING_DIMENSIONS', '0'],
    ['EMBEDDING_DIMENSIONS', 'many'],
    ['EMBEDDING_DIMENSIONS', '1.5'],
    ['DASHBOARD_ORIGINS', 'app.example.com'],
    ['DASHBOARD_ORIGINS', '*'],
    ['DASHBOARD_ORIGINS', 'https://app.example.com/path'],
    ['DASHBOARD_ORIGINS', 'https://good.example,null'],
    ['PUBLIC_URL', 'chat.example.com'],
    ['PUBLIC_URL', 'https://chat.example.com/'],
    ['PARTYKIT_HOST', ''],
    ['TRUSTED_ADDRESSES', 'all'],
  ])('refuses %s = %j, and says which', (name, value) => {
    const found = problems({ ...good, [name]: value });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(name);
    if (typeof value === 'string' && value.length > 20) expect(found[0]).not.toContain(value);
  });

  it.each([null, undefined, 'x', []])('refuses %j', (bindings) => {
    expect(problems(bindings).length).toBeGreaterThan(0);
  });
});
