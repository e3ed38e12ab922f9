import type { Chat } from '../chat.ts';
import { fill } from '../fill.ts';
import type { Host } from '../host.ts';
import * as strings from '../strings/en.ts';
import { el, say } from './dom.ts';

const mostChars = 8_000;
const arrow = 'M12 19V5M5 12l7-7 7 7';

/** Where the visitor writes: Enter sends, Shift+Enter breaks the line. It is never closed: what can't go out waits. */
export function composer({ drawing }: Host, chat: Pick<Chat, 'write' | 'typed'>) {
  const text = el('textarea', {
    rows: '1',
    'aria-label': strings.write,
    placeholder: strings.write,
    dir: 'auto',
  });
  const problem = el('div.problem', { role: 'alert', hidden: '' });
  const send = el('button.icon.send', { 'aria-label': strings.send }, drawing(arrow));
  const form = el('form.composer', {}, problem, text, send);
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
    const isTooLong = count > mostChars;
    say(problem, isTooLong ? fill(strings.tooLong, { count, most: mostChars }) : '');
    if (!isTooLong && count > 0) {
      chat.write(content());
      text.value = '';
      grow();
    }
    text.focus();
  });
  return { form, focus: () => text.focus({ preventScroll: true }) };
}
