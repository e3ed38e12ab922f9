import type { Outbox } from '../client/outbox.ts';
import type { SessionStore } from './session.ts';
import type { threadOf } from './thread.ts';
import type { VisitorApi } from './visitor-api.ts';

/** What the parts of the chat share. */
export type ChatParts = {
  store: SessionStore;
  api: VisitorApi;
  box: Outbox;
  thread: ReturnType<typeof threadOf>;
  /** Something that is shown has changed. */
  changed(): void;
};
