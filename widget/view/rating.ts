import type { Chat } from '../chat.ts';
import type { ChatState } from '../chat-state.ts';
import * as strings from '../strings/en.ts';
import { card } from './card.ts';
import { el, textArea } from './dom.ts';

const scores = [1, 2, 3, 4, 5];

/** Asks once, when a conversation is resolved, how it was; a comment may go with the stars. */
export function ratingCard(chat: Pick<Chat, 'rate'>, focus: () => void) {
  const stars = scores.map((score) =>
    el('input', { type: 'radio', name: 'score', required: '', 'aria-label': `${score} / 5` }),
  );
  const comment = textArea(`${strings.comment} ${strings.optional}`);
  comment.maxLength = 1_000;
  const form = card(
    async () => {
      const score = stars.findIndex(({ checked }) => checked) + 1;
      await chat.rate({ score, comment: comment.value.trim() || undefined });
      form.reset();
      focus();
    },
    el('fieldset', {}, el('legend', {}, strings.rate), ...stars),
    // What follows comes with the first star: see forms.css.
    comment,
    el('button.pill.main', {}, strings.send),
  );

  return {
    form,
    render({ asksRating }: ChatState): void {
      form.hidden = !asksRating;
    },
  };
}
