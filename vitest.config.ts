import { defineConfig } from 'vitest/config';

/** Real servers and long texts get time; the two cores of a small machine are shared by all of them. */
const serverTimeoutMs = 60_000;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{shared,functions,realtime,libsql-server,client,widget,dashboard,scripts}/**/*.test.ts'],
          testTimeout: serverTimeoutMs,
        },
      },
      {
        test: {
          name: 'libsql-server',
          include: ['tests/libsql-server/**/*.test.ts'],
          testTimeout: serverTimeoutMs,
          hookTimeout: serverTimeoutMs,
        },
      },
      {
        test: {
          name: 'api',
          include: ['tests/api/**/*.test.ts'],
          globalSetup: 'tests/support/shared-stack.ts',
          testTimeout: serverTimeoutMs,
          hookTimeout: serverTimeoutMs,
        },
      },
      {
        test: {
          name: 'realtime',
          include: ['tests/realtime/**/*.test.ts'],
          globalSetup: ['tests/support/shared-stack.ts', 'tests/support/shared-partykit.ts'],
          testTimeout: serverTimeoutMs,
          hookTimeout: serverTimeoutMs,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          // What a page shows in the end may take a busy machine a while.
          expect: { poll: { timeout: serverTimeoutMs / 3 } },
          globalSetup: 'tests/support/shared-stack.ts',
          testTimeout: serverTimeoutMs,
          hookTimeout: serverTimeoutMs,
        },
      },
      {
        test: {
          name: 'scripts',
          include: ['tests/scripts/**/*.test.ts'],
          testTimeout: serverTimeoutMs,
          hookTimeout: serverTimeoutMs,
        },
      },
    ],
  },
});
