import type { Chat } from '../chat.ts';
import type { ChatState } from '../chat-state.ts';
import type { Host } from '../host.ts';
import * as strings from '../strings/en.ts';
import { composer } from './composer.ts';
import { button, el, rowsIn } from './dom.ts';
import { emailCard } from './email.ts';
import { ratingCard } from './rating.ts';
import { rowsOf } from './rows.ts';
import { scroller } from './scroller.ts';

/** What of the chat the panel uses. */
export type Talk = Pick<
  Chat,
  | 'write'
  | 'typed'
  | 'retry'
  | 'again'
  | 'choose'
  | 'loadEarlier'
  | 'askForHuman'
  | 'refresh'
  | 'leaveEmail'
  | 'rate'
  | 'keep'
>;

/** One conversation: its messages, and where the visitor writes. */
export function talk(host: Host, chat: Talk) {
  const { title, welcomeText, suggestedQuestions } = host.config;
  const earlier = button('.link.earlier', strings.earlier, chat.loadEarlier);
  const welcome = el('p.bubble.welcome', { dir: 'auto' }, welcomeText);
  const list = el('ol.messages');
  const human = button('.pill', strings.human, chat.askForHuman);
  const { form, focus, ask, render } = composer(host, chat);
  const questions = el(
    'div.questions',
    {},
    ...suggestedQuestions.map((question) => button('.pill', question, () => ask(question), { dir: 'auto' })),
  );
  const cards = [emailCard(chat), ratingCard(chat, focus)];
  const body = el(
    'div.body',
    { tabindex: '0', role: 'group', 'aria-label': title, change: () => toEnd() },
    earlier,
    welcome,
    questions,
    list,
    ...cards.map(({ form }) => form),
  );
  const { newer, toEnd, around } = scroller(body, () => {
    if (!earlier.hidden) chat.loadEarlier();
  });
  const show = rowsIn(list);
  let ends: (string | undefined)[] = [];

  return {
    thread: el('div.thread', {}, body, el('div.above', {}, newer), human, form),
    focus,
    toEnd,
    render(state: ChatState): void {
      const { messages, drafts, conversation } = state;
      // A conversation opens with its first message.
      const isWhole = (messages[0]?.seq ?? 1) === 1;
      earlier.hidden = isWhole;
      welcome.hidden = !isWhole;
      questions.hidden = messages.length + drafts.length > 0 || state.isLoading;
      human.hidden = conversation?.handler !== 'bot';
      render(state);
      around(() => {
        for (const each of cards) each.render(state);
        const rows = rowsOf(state, { title, retry: chat.retry });
        show(rows);
        const [first, last] = ends;
        ends = [rows[1]?.key, rows.at(-1)?.key];
        const below = ends[1] !== last;
        return { above: ends[0] !== first, below, own: below && drafts.at(-1)?.clientId === ends[1] };
      });
    },
  };
}
