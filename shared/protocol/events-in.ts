import type { LogEvent, ServerFrame } from './server-frames.ts';

/** The events that a frame holds: itself, those of a batch, or none. */
export function eventsIn(frame: ServerFrame): LogEvent[] {
  if (frame.type === 'batch') return frame.events;
  const isEvent = 'cursor' in frame && frame.type !== 'joined' && frame.type !== 'resync';
  return isEvent ? [frame] : [];
}
