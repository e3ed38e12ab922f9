import type { TestProject } from 'vitest/node';
import { startPartykitStack } from './partykit-stack.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    partykitUrl: string;
    partykitHost: string;
    partykitRoomSecret: string;
    partykitDatabaseUrl: string;
    partykitDatabaseToken: string;
  }
}

/** A second stack, whose rooms run on PartyKit, beside the shared one. */
export default async function setup(project: TestProject) {
  const stack = await startPartykitStack();
  project.provide('partykitUrl', stack.url);
  project.provide('partykitHost', stack.partykitHost);
  project.provide('partykitRoomSecret', stack.roomSecret);
  project.provide('partykitDatabaseUrl', stack.database.url);
  project.provide('partykitDatabaseToken', stack.database.authToken);
  return () => stack.close();
}
