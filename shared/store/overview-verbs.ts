import { type SQL, sql } from 'drizzle-orm';
import type { Overview, OverviewQuery } from '../api/overview.ts';
import { type Span, periodOf } from '../period.ts';
import type { Json } from './json.ts';
import type { Scope } from './scope.ts';

/** How long a slot of `message_tallies` is: every time zone of today is a multiple of it away from UTC. */
const slotMs = 15 * 60_000;

/** The verbs on what a tenant's conversations came to. */
export function overviewVerbs(scope: Scope) {
  return {
    /** What became of conversations in a period, and in each of its days or weeks. Errors: invalid_request. */
    async overview(wanted: OverviewQuery): Promise<Json<{ data: Overview }>> {
      const { whole, previous, intervals } = periodOf(wanted, Date.now());
      const spans = JSON.stringify([whole, previous, ...intervals].map(bounds));
      return scope.read(overviewJson(scope, wanted, spans));
    },
  };
}

type Bounds = { from: string; to: string; start: string; end: string; slot: number; endSlot: number };

function bounds({ from, to, startMs, endMs }: Span): Bounds {
  return {
    from,
    to,
    start: new Date(startMs).toISOString(),
    end: new Date(endMs).toISOString(),
    slot: Math.floor(startMs / slotMs),
    endSlot: Math.floor(endMs / slotMs),
  };
}

/** Everything from indexes that hold all that is counted: no conversation's row and no message is read. */
export function overviewJson(
  scope: Scope,
  { interval, timezone }: Pick<OverviewQuery, 'interval' | 'timezone'>,
  spans: string,
): SQL {
  const one = (at: number) => sql`(SELECT json(figures) FROM spans WHERE at = ${at})`;
  return sql`WITH spans (at, figures) AS MATERIALIZED (SELECT s.key, ${figures(scope)} FROM json_each(${spans}) s)
    SELECT json_object('data', json_object('interval', ${interval}, 'timezone', ${timezone},
      'total', ${one(0)}, 'previous', ${one(1)},
      'intervals', (SELECT json_group_array(json(figures) ORDER BY at) FROM spans WHERE at > 1)))`;
}

/** Alias: s the span. Conversations count where they were opened; the rest where it happened. */
function figures(scope: Scope): SQL {
  const within = (column: string) => sql`${scope.conversations}
    AND c.${sql.raw(column)} >= s.value ->> 'start' AND c.${sql.raw(column)} < s.value ->> 'end'`;
  return sql`json_object('from', s.value ->> 'from', 'to', s.value ->> 'to',
    'conversations', (SELECT ${conversationsJson} FROM conversations c WHERE ${within('created_at')}),
    'firstResponse', ${durations('first_reply_ms', within('created_at'))},
    'firstPersonResponse', ${durations('person_wait_ms', within('created_at'))},
    'resolution', ${durations('resolution_ms', within('resolved_at'))},
    'messages', (SELECT json_object('visitor', coalesce(sum(visitor), 0), 'operator', coalesce(sum(operator), 0),
        'bot', coalesce(sum(bot), 0)) FROM message_tallies
      WHERE tenant_id = ${scope.tenantId} AND slot >= s.value ->> 'slot' AND slot < s.value ->> 'endSlot'),
    'ratings', (SELECT ${ratingsJson} FROM conversations c WHERE ${within('rated_at')}))`;
}

const countWhere = (condition: string) => `count(*) FILTER (WHERE ${condition})`;
const countReason = (reason: string) => `'${reason}', ${countWhere(`c.hand_off_reason = '${reason}'`)}`;
const countScore = (score: number) => countWhere(`c.rating_score = ${score}`);

const conversationsJson = sql.raw(`json_object('opened', count(*), 
  'answeredByBot', ${countWhere(`c.answered_by = 'bot' AND c.hand_off_reason IS NULL`)},
  'answeredByPerson', ${countWhere(`c.answered_by = 'person'`)}, 'handOffs', json_object(
    ${['asked', 'no_answer', 'used_up', 'outage', 'taken_over', 'unknown'].map(countReason).join()}))`);

const ratingsJson = sql.raw(`json_object('count', count(*), 'average', round(avg(c.rating_score), 2),
  'scores', json_array(${[1, 2, 3, 4, 5].map(countScore).join()}))`);

/** By nearest rank: of one conversation it is that one's, and never a length that no conversation had. */
function durations(column: string, within: SQL): SQL {
  const ms = sql.raw(`c.${column}`);
  const ranked = (rank: string) => sql.raw(`sorted ->> ('$[' || max(${rank} - 1, 0) || ']')`);
  return sql`(SELECT json_object('count', n, 'medianMs', ${ranked('(n + 1) / 2')}, 'p90Ms', ${ranked('(n * 9 + 9) / 10')})
    FROM (SELECT count(*) AS n, jsonb_group_array(${ms} ORDER BY ${ms}) AS sorted
      FROM conversations c WHERE ${within} AND ${ms} IS NOT NULL))`;
}
