import * as z from 'zod';
import { AiSettings } from '../api/widget.ts';
import type { Citation } from '../protocol/entities.ts';

/** Where the bot owes an answer: all that is known of a debt whose rest cannot be read. */
export const Owed = z.object({
  conversationId: z.string(),
  /** The message to be answered. */
  messageId: z.string(),
  visitorId: z.string(),
});
export type Owed = z.infer<typeof Owed>;

/** An answer that the bot owes: the visitor's last message, and all that an answer to it depends on. */
export const Debt = Owed.extend({
  question: z.string(),
  companyName: z.string(),
  /** The language in which the bot's own words reach the visitor. */
  language: z.string(),
  settings: AiSettings,
  /** What was said before, oldest first. */
  turns: z.array(z.object({ sender: z.enum(['visitor', 'operator', 'bot', 'system']), content: z.string() })),
  /** How many answers the bot has given: in this conversation, and today to this visitor and this tenant. */
  given: z.object({ conversation: z.int(), visitor: z.int(), tenant: z.int() }),
});
export type Debt = z.infer<typeof Debt>;

/** A tenant's debts; one that cannot be read keeps no other from being paid. */
export type Owing = { debts: Debt[]; unreadable: Owed[] };

/** What becomes of a debt: an answer, or a person. */
export type Settlement =
  | { kind: 'answer'; content: string; citations: Citation[] }
  | { kind: 'hand-off'; reason: HandOffReason; unanswered?: Unanswered };

/** A question on which the knowledge holds no answer, and how sure it was that it does: from 0 to 1. */
export type Unanswered = { question: string; score: number };

export type HandOffReason = 'asked' | 'no_answer' | 'used_up' | 'outage';
