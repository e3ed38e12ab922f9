import type { TestProject } from 'vitest/node';
import { startPartykitStack } from './partykit-stack.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    partykitUrl: string;
    partykitHost: string;
  }
}

/** A second stack, whose rooms run on PartyKit, beside the shared one. */
export default async function setup(project: TestProject) {
  const stack = await startPartykitStack();
  project.provide('partykitUrl', stack.url);
  project.provide('partykitHost', stack.partykitHost);
  return () => stack.close();
}
