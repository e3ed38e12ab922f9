import * as z from 'zod';
import type { LogEvent } from './server-frames.ts';

const isFrame = (value: unknown) => typeof value === 'object';

/** One place of a tenant's log, with what the room needs to know whom it concerns. */
export const LogEntry = z.object({
  cursor: z.int(),
  /** The one visitor who may see it; null is for operators alone. */
  visitorId: z.string().nullable(),
  /** The session whose sockets must close. */
  endedSession: z.string().nullable(),
  /** Whether the bot owes an answer in its conversation. */
  owes: z.boolean().default(false),
  /** What entitled clients get; null for what only the room acts on. Rendered by the store: not checked again. */
  frame: z.custom<LogEvent | null>(isFrame),
});
export type LogEntry = z.infer<typeof LogEntry>;

const LogEntries = z.array(LogEntry);

/** Reads entries that the store rendered. Errors: a ZodError where the text is something else. */
export function parseLogEntries(json: string): LogEntry[] {
  return LogEntries.parse(JSON.parse(json));
}
