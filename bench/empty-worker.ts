import { join } from 'node:path';
import * as z from 'zod';
import { type Subject, pinned, started } from './subject.ts';

/** Starts the Worker that does nothing, beside which the cheapest of Chatly's answers are put. */
export async function startEmptyWorker(): Promise<Subject> {
  const server = pinned([process.execPath, join(import.meta.dirname, 'serve-empty-worker.ts')]);
  const { url } = await started(server, z.object({ url: z.string() }));
  const nothing = () => ({ method: 'GET', path: '/', token: '' });
  return { name: 'empty Worker', url, process: server, workloads: { 'public widget config': nothing } };
}
