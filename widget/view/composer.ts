import { fill } from '../fill.ts';
import * as strings from '../strings/en.ts';
import type { Host } from '../host.ts';
import { el, say } from './dom.ts';

export type ComposerPorts = { host: Host; write(text: string): void; typed(): void };

const mostChars = 8_000;
const arrow = 'M12 19V5M5 12l7-7 7 7';

/** Where the visitor writes: Enter sends, Shift+Enter breaks the line. It is never closed: what can't go out waits. */
export function composer({ host: { drawing }, write, typed }: ComposerPorts) {
  const text = el('textarea', {
    rows: '1',
    'aria-label': strings.write,
    placeholder: strings.write,
    dir: 'auto',
  });
  const send = el('button', { type: 'submit', class: 'send', 'aria-label': strings.send }, drawing(arrow));
  const problem = el('div', { class: 'problem', role: 'alert', hidden: '' });
  const form = el('form', { class: 'composer' }, problem, text, send);

  function grow(): void {
    text.style.height = 'auto';
    text.style.height = `${text.scrollHeight}px`;
    form.classList.toggle('full', text.value.trim() !== '');
  }

  function submit(): void {
    const content = text.value.trim();
    const count = Array.from(content).length;
    const isTooLong = count > mostChars;
    say(problem, isTooLong ? fill(strings.tooLong, { count, most: mostChars }) : '');
    if (isTooLong || content === '') return;
    text.value = '';
    grow();
    write(content);
  }

  text.addEventListener('input', () => {
    grow();
    if (text.value.trim() !== '') typed();
  });
  text.addEventListener('keydown', (event) => {
    // While a word is being composed, Enter belongs to the input method.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    submit();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
    text.focus();
  });
  return { form, focus: () => text.focus({ preventScroll: true }) };
}
