import { randomBytes } from 'node:crypto';
import type { TestProject } from 'vitest/node';
import { startTestStack } from './stack.ts';

declare module 'vitest' {
  // Only an interface merges with vitest's own.
  // oxlint-disable-next-line typescript/consistent-type-definitions
  export interface ProvidedContext {
    stackUrl: string;
    databaseUrl: string;
    databaseToken: string;
    roomSecret: string;
  }
}

/** One stack for all files of a project; every suite mints tenants of its own in it. */
export default async function setup(project: TestProject) {
  const roomSecret = randomBytes(48).toString('base64url');
  const stack = await startTestStack({ vars: { ROOM_SECRET: roomSecret } });
  project.provide('stackUrl', stack.url);
  project.provide('databaseUrl', stack.database.url);
  project.provide('databaseToken', stack.database.authToken);
  project.provide('roomSecret', roomSecret);
  return () => stack.close();
}
