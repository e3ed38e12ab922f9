import type { User } from '../shared/api/auth.ts';
import { el, say } from '../widget/view/dom.ts';
import { api, messageOf, read } from './api.ts';

type Field = { name: string; label: string; type: string; complete: string; hint?: string };

const email: Field = { name: 'email', label: 'E-mail', type: 'email', complete: 'username' };
const signIn: Field[] = [
  email,
  { name: 'password', label: 'Password', type: 'password', complete: 'current-password' },
];
const register: Field[] = [
  {
    name: 'companyName',
    label: 'Company',
    type: 'text',
    complete: 'organization',
    hint: 'Visitors see it on your widget.',
  },
  { name: 'name', label: 'Your name', type: 'text', complete: 'name', hint: 'Visitors see who answers.' },
  email,
  {
    name: 'password',
    label: 'Password',
    type: 'password',
    complete: 'new-password',
    hint: 'At least 8 characters.',
  },
];

/** Where operators sign in or register. */
export function signInView(done: (user: User) => void, note = ''): HTMLElement {
  const card = el('main', { class: 'card' });
  const show = (isNew: boolean, told: string) => {
    const other = el(
      'button',
      { type: 'button', class: 'link' },
      isNew ? 'Sign in instead' : 'Register a company',
    );
    other.addEventListener('click', () => show(!isNew, ''));
    const title = el('h1', {}, isNew ? 'Register' : 'Sign in');
    card.replaceChildren(el('p', { class: 'brand' }, 'Chatly'), title, form(isNew, told, done), other);
    card.querySelector('input')?.focus();
  };
  show(false, note);
  return card;
}

function form(isNew: boolean, note: string, done: (user: User) => void): HTMLFormElement {
  const inputs = (isNew ? register : signIn).map(({ name, label, type, complete, hint }) => {
    const input = el('input', { name, type, autocomplete: complete, required: '' });
    return el('label', {}, label, input, ...(hint ? [el('small', {}, hint)] : []));
  });
  const problem = el('p', { class: 'problem', role: 'alert' });
  const button = el('button', { type: 'submit', class: 'primary' }, isNew ? 'Register' : 'Sign in');
  const made = el('form', {}, ...inputs, problem, button);
  say(problem, note);
  made.addEventListener('submit', async (event) => {
    event.preventDefault();
    button.disabled = true;
    const filled = new FormData(made);
    const value = (name: string) => String(filled.get(name) ?? '');
    const credentials = { email: value('email'), password: value('password') };
    try {
      const call = isNew
        ? api.auth.register.$post({
            json: { ...credentials, companyName: value('companyName'), name: value('name') },
          })
        : api.auth.login.$post({ json: credentials });
      done((await read<Awaited<typeof call>>(call)).user);
    } catch (error) {
      say(problem, messageOf(error));
    } finally {
      button.disabled = false;
    }
  });
  return made;
}
