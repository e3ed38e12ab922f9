import { defineConfig } from 'vitest/config';

/** Real servers and long texts get time; the two cores of a small machine are shared by all of them. */
const serverTimeoutMs = 60_000;

export default defineConfig({
  test: {
    // Servers, browsers and crashes are waited for more than anything is computed: two files at a time take little more
    // than half as long on two cores as one does, and no more than two, so that none of them starves the others.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          // Decisions without state: what they import is evaluated once, not anew for each of a hundred files.
          isolate: false,
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
