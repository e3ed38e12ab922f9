import type { Chat } from '../chat.ts';
import type { ChatState } from '../chat-state.ts';
import { fill } from '../fill.ts';
import type { Host } from '../host.ts';
import * as strings from '../strings/en.ts';
import { el, say, textArea } from './dom.ts';
import { answersOf, field } from './field.ts';

const mostChars = 8_000;
const arrow = 'M12 19V5M5 12l7-7 7 7';

/** Where the visitor writes: Enter sends, Shift+Enter breaks the line. It is never closed: what can't go out waits. */
export function composer({ drawing, config: { preChat } }: Host, chat: Pick<Chat, 'write' | 'typed'>) {
  const fields = (preChat?.fields ?? []).map((name) => field(name, preChat?.required === true));
  const text = textArea(strings.write);
  const problem = el('div.problem', { role: 'alert', hidden: '' });
  const send = el('button.icon.send', { 'aria-label': strings.send }, drawing(arrow));
  const stranger = el('div', {}, ...fields.map(({ label }) => label));
  const form = el('form.composer', { novalidate: '' }, stranger, problem, text, send);
  const content = () => text.value.trim();

  function grow(): void {
    text.style.height = 'auto';
    text.style.height = `${text.scrollHeight}px`;
    form.classList.toggle('full', content() !== '');
  }

  text.addEventListener('input', () => {
    grow();
    if (content()) chat.typed();
  });
  text.addEventListener('keydown', (event) => {
    // While a word is being composed, Enter belongs to the input method.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const count = Array.from(content()).length;
    const wrong = stranger.hidden ? undefined : fields.find(({ check }) => check());
    const isTooLong = count > mostChars;
    say(problem, isTooLong ? fill(strings.tooLong, { count, most: mostChars }) : (wrong?.check() ?? ''));
    (wrong ? wrong.input : text).focus();
    if (isTooLong || wrong || count === 0) return;
    chat.write(content(), stranger.hidden ? undefined : answersOf(fields));
    text.value = '';
    grow();
  });
  return {
    form,
    focus: () => text.focus({ preventScroll: true }),
    /** Asks what the visitor would otherwise have to type. */
    ask(question: string): void {
      text.value = question;
      grow();
      form.requestSubmit();
    },
    render({ isStranger }: ChatState): void {
      stranger.hidden = !isStranger || !preChat;
    },
  };
}
