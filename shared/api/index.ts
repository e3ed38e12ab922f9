import * as acceptInvitation from './accept-invitation.ts';
import * as auth from './auth.ts';
import * as cannedReplies from './canned-replies.ts';
import * as conversations from './conversations.ts';
import * as inbox from './inbox.ts';
import * as knowledgeBase from './knowledge-base.ts';
import type { Operation } from './operation.ts';
import * as notes from './notes.ts';
import * as overview from './overview.ts';
import * as rating from './rating.ts';
import * as realtime from './realtime.ts';
import * as sessions from './sessions.ts';
import * as settings from './settings.ts';
import * as suggestions from './suggestions.ts';
import * as synonyms from './synonyms.ts';
import * as system from './system.ts';
import * as team from './team.ts';
import * as unanswered from './unanswered.ts';
import * as visitors from './visitors.ts';
import * as widget from './widget.ts';

/** Every route there is, in the order in which the documentation shows them. */
export const operations: Operation[] = [
  auth,
  acceptInvitation,
  conversations,
  inbox,
  notes,
  visitors,
  cannedReplies,
  rating,
  suggestions,
  realtime,
  knowledgeBase,
  unanswered,
  synonyms,
  widget,
  settings,
  sessions,
  team,
  overview,
  system,
]
  .flatMap((group): unknown[] => Object.values(group))
  .filter(isOperation);

function isOperation(value: unknown): value is Operation {
  return typeof value === 'object' && value !== null && 'responses' in value && 'access' in value;
}
