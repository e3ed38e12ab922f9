import type { Chat } from '../chat.ts';
import type { ChatState } from '../chat-state.ts';
import * as strings from '../strings/en.ts';
import { card } from './card.ts';
import { button, el, say } from './dom.ts';
import { field } from './field.ts';

/** Asks, where nobody is there to answer, how the visitor can be reached later; what was kept can be corrected. */
export function emailCard(chat: Pick<Chat, 'leaveEmail' | 'keep'>) {
  /** The conversation in which it was asked: there it stays, so that nobody loses what they type. */
  let asked = '';
  const { label, input, check, value } = field('email', true, strings.askEmail);
  const kept = el('p', { role: 'status', hidden: '' });
  const decline = button('.link', strings.decline, () => {
    asked = '';
    chat.keep({ declined: true });
  });
  const form = card(
    async () => {
      const wrong = check();
      input.focus();
      if (!wrong) await chat.leaveEmail(value());
      return wrong;
    },
    label,
    el('button.pill.main', {}, strings.send),
    decline,
    kept,
  );

  return {
    form,
    render({ shown, conversation, asksEmail }: ChatState): void {
      const email = conversation?.visitor.email;
      if (asksEmail) asked = shown;
      form.hidden = asked !== shown || conversation?.status !== 'open';
      decline.hidden = !!email;
      say(kept, email ? `✓ ${email}` : '');
    },
  };
}
