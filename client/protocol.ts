export type { Citation, Conversation, Message, Visitor } from '../shared/protocol/entities.ts';
export type { Event, LogEvent, ServerFrame } from '../shared/protocol/server-frames.ts';
export type { ClientFrame } from '../shared/protocol/client-frames.ts';
export type { ErrorCode } from '../shared/errors.ts';
