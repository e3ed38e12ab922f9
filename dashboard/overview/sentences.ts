import type { Durations, Overview, OverviewSpan } from '../../shared/api/overview.ts';
import { changed, counted, daysBefore, grade, lasting, number, percent } from './words.ts';

export type HandOffReason = keyof OverviewSpan['conversations']['handOffs'];

/** Why, as it goes on from "because". */
const because: Record<HandOffReason, string> = {
  asked: 'the visitor asked for a person',
  no_answer: 'it found no answer',
  used_up: 'it had answered as often as it may',
  outage: 'its model could not be reached',
  taken_over: 'an operator took over',
  unknown: 'of something that was not kept then',
};

/** What each plot shows, as a sentence. */
export const sentences = {
  volume({ total, previous }: Overview): string {
    const { opened } = total.conversations;
    const before = previous.conversations.opened;
    const were = opened === 1 ? 'was' : 'were';
    const then = before > 0 ? `; ${number(before)} opened in ${daysBefore(previous)}` : '';
    return `${counted(opened, 'conversation')} ${were} opened and ${number(total.resolution.count)} resolved${then}.`;
  },
  bot({ total, previous }: Overview): string {
    const { opened, answeredByBot } = total.conversations;
    if (opened === 0) return 'No conversation was opened that the bot could have answered.';
    const share = (span: OverviewSpan) =>
      span.conversations.opened === 0 ? null : span.conversations.answeredByBot / span.conversations.opened;
    const change = changed(share(total), share(previous), (value) => percent(value, 1));
    return `The bot answered ${percent(answeredByBot, opened)} of ${counted(opened, 'conversation')}${change}.`;
  },
  handOffs({ total }: Overview): string {
    const { handOffs } = total.conversations;
    const all = Object.values(handOffs).reduce((sum, count) => sum + count, 0);
    if (all === 0) return 'The bot handed no conversation over to a person.';
    const [most] = reasonsOf(handOffs).toSorted((a, b) => handOffs[b] - handOffs[a]);
    if (most === undefined) return '';
    const often = handOffs[most] === all ? 'because' : 'most often because';
    const count = handOffs[most] === all ? '' : ` (${number(handOffs[most])})`;
    return `The bot handed over ${counted(all, 'conversation')}, ${often} ${because[most]}${count}.`;
  },
  firstResponse(overview: Overview): string {
    return waits(overview, 'firstResponse', {
      none: 'No conversation has been answered.',
      one: 'The only first answer came',
      half: 'Half of the first answers came',
    });
  },
  firstPersonResponse(overview: Overview): string {
    return waits(overview, 'firstPersonResponse', {
      none: 'No person has answered a visitor who waited.',
      one: 'The only visitor who waited for a person had an answer',
      half: 'Half of the visitors who waited for a person had an answer',
    });
  },
  resolution(overview: Overview): string {
    return waits(overview, 'resolution', {
      none: 'No conversation was resolved.',
      one: 'The only resolved conversation was resolved',
      half: 'Half of the resolved conversations were resolved',
    });
  },
  messages({ total: { messages } }: Overview): string {
    const all = messages.visitor + messages.bot + messages.operator;
    if (all === 0) return 'No message was written.';
    const by = (part: number, whom: string) => `${percent(part, all)} by ${whom}`;
    return `${counted(all, 'message')} ${all === 1 ? 'was' : 'were'} written: ${by(messages.visitor, 'visitors')}, ${by(messages.bot, 'the bot')}, ${by(messages.operator, 'your team')}.`;
  },
  ratings({ total, previous }: Overview): string {
    const { count, average } = total.ratings;
    if (average === null) return 'No conversation was rated.';
    const change = changed(average, previous.ratings.average, grade);
    return `Visitors rated ${counted(count, 'conversation')} ${grade(average)} of 5 on average${change}.`;
  },
};

type Wording = { none: string; one: string; half: string };
type Timed = 'firstResponse' | 'firstPersonResponse' | 'resolution';

function waits({ total, previous }: Overview, which: Timed, { none, one, half }: Wording): string {
  const now: Durations = total[which];
  if (now.medianMs === null || now.p90Ms === null) return none;
  if (now.count === 1) return `${one} after ${lasting(now.medianMs)}.`;
  const change = changed(now.medianMs, previous[which].medianMs, lasting);
  return `${half} within ${lasting(now.medianMs)}${change}; nine of ten within ${lasting(now.p90Ms)}.`;
}

const reasons: Record<HandOffReason, string> = {
  asked: 'Asked for a person',
  no_answer: 'No answer found',
  used_up: 'Answered as often as it may',
  outage: 'Model out of reach',
  taken_over: 'Taken over by an operator',
  unknown: 'Not kept',
};

export const reasonName = (reason: HandOffReason): string => reasons[reason];

const inOrder: readonly HandOffReason[] = [
  'asked',
  'no_answer',
  'taken_over',
  'used_up',
  'outage',
  'unknown',
];

/** The reasons that there were, in an order that stays; the usual ones always. */
export function reasonsOf(...counts: OverviewSpan['conversations']['handOffs'][]): HandOffReason[] {
  const usual = 3;
  return inOrder.filter((reason, at) => at < usual || counts.some((one) => one[reason] > 0));
}
