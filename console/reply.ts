import { el, say } from '../widget/view/dom.ts';
import type { Thread } from './thread.ts';

const mostChars = 8_000;

/** Where the operator answers: Enter sends, Shift+Enter breaks the line, a draft stays with its conversation. */
export function reply(thread: Thread) {
  const label = 'Write an answer';
  const text = el('textarea', { rows: '2', 'aria-label': label, placeholder: `${label}…`, dir: 'auto' });
  const problem = el('p', { class: 'problem', role: 'alert', hidden: '' });
  const form = el(
    'form',
    { class: 'reply' },
    problem,
    text,
    el('button', { type: 'submit', class: 'primary' }, 'Send'),
  );
  text.value = thread.draft;

  function submit(): void {
    const content = text.value.trim();
    const count = Array.from(content).length;
    say(problem, count > mostChars ? `Too long: ${count} of ${mostChars} characters.` : '');
    if (content === '' || count > mostChars) return;
    text.value = thread.draft = '';
    thread.write(content);
  }

  text.addEventListener('input', () => {
    thread.draft = text.value;
    if (text.value.trim() !== '') thread.typing.typed();
  });
  text.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    submit();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
  });
  return { form, focus: () => text.focus({ preventScroll: true }) };
}
