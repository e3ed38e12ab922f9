import { sql } from 'drizzle-orm';
import * as z from 'zod';
import { Debt } from '../answers/debt.ts';
import { Findings } from '../answers/findings.ts';
import type { Question } from '../answers/read-question.ts';
import { limits } from '../limits.ts';
import { countAttempt, refuseIfOver, waitMs } from './attempts.ts';
import { rendered } from './json.ts';
import { searchKnowledge } from './knowledge-search.ts';
import type { Scope } from './scope.ts';
import { aiSettingsJson } from './widget-json.ts';

const Drafting = Debt.pick({ companyName: true, settings: true, turns: true }).extend({
  /** The visitor's last message, with which the turns end. */
  asked: z.string(),
  findings: Findings.nullable(),
});

/** What a draft for an operator is made from. */
export type Drafting = z.infer<typeof Drafting>;

export function suggestionVerbs(scope: Scope) {
  const { tenantId } = scope;
  return {
    /**
     * A conversation's newest turns, the bot's settings and, where it is said what is asked, what the knowledge base
     * holds on that; counted against the tenant's limit. Errors: not_found, rate_limited.
     */
    async beginSuggestion(conversationId: string, question: Question | undefined): Promise<Drafting> {
      const limit = { key: `suggest:${tenantId}`, rule: limits.rate.suggestPerTenant };
      const conversation = sql`${scope.conversations} AND c.id = ${conversationId}`;
      const row = await scope.write({
        refuse: [[sql`NOT EXISTS (SELECT 1 FROM conversations c WHERE ${conversation})`, 'not_found']],
        statements: [countAttempt(limit.key, limit.rule)],
        result: sql`SELECT ${waitMs([limit])} AS wait_ms, json_object('companyName', t.company_name,
          'settings', json(${aiSettingsJson}), 'asked', (SELECT content FROM messages m
            WHERE m.tenant_id = c.tenant_id AND m.conversation_id = c.id AND m.sender = 'visitor'
            ORDER BY m.seq DESC LIMIT 1),
          'turns', (SELECT json_group_array(json_object('sender', sender, 'content', content) ORDER BY seq)
            FROM (SELECT sender, content, seq FROM messages m WHERE m.tenant_id = c.tenant_id
              AND m.conversation_id = c.id ORDER BY m.seq DESC LIMIT ${limits.answer.turns})),
          'findings', json(${question === undefined ? sql`'null'` : sql`(${found(question)})`})) AS drafting
          FROM conversations c JOIN tenants t ON t.id = c.tenant_id JOIN widgets w ON w.tenant_id = c.tenant_id
          WHERE ${conversation}`,
      });
      refuseIfOver(row);
      return Drafting.parse(JSON.parse(rendered(row['drafting'])));
    },
  };

  function found(question: Question) {
    return searchKnowledge(tenantId, question, limits.page.passages);
  }
}
