import * as strings from '../strings/en.ts';
import { el, say } from './dom.ts';

/** A question that stands in the conversation; `answer` may resolve to what is wrong with the answer. */
export function card(answer: () => Promise<string | void>, ...children: (Node | string)[]): HTMLFormElement {
  const problem = el('div.problem', { role: 'alert', hidden: '' });
  const submit = async (event: Event) => {
    event.preventDefault();
    say(problem, (await answer().catch(() => strings.failed)) ?? '');
  };
  return el('form.card', { novalidate: '', hidden: '', submit }, ...children, problem);
}
