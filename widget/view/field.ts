import type { Asked } from '../host.ts';
import type { Details } from '../session.ts';
import * as strings from '../strings/en.ts';
import { el } from './dom.ts';

/** As strict as the server is. */
const emailAddress = /^[\w'+-]+(\.[\w'+-]+)*@([a-z\d-]+\.)+[a-z]{2,}$/i;

// Named one by one: a look-up by name would carry all strings along.
const labels = { name: strings.name, email: strings.email };
const wrongs = { name: strings.nameWrong, email: strings.emailWrong };

/** Where a visitor says its name or its e-mail address; `check` says what is wrong with it, or nothing. */
export function field(name: Asked, required: boolean, label: string = labels[name]) {
  const input = el('input', { name, type: name, autocomplete: name, maxlength: '120', dir: 'auto' });
  const value = () => input.value.trim();
  return {
    name,
    input,
    value,
    label: el('label', {}, required ? label : `${label} ${strings.optional}`, input),
    check(): string {
      const isWrong = value() ? name === 'email' && !emailAddress.test(value()) : required;
      input.setAttribute('aria-invalid', String(isWrong));
      return isWrong ? wrongs[name] : '';
    },
  };
}

type Field = ReturnType<typeof field>;

/** What was filled in. */
export function answersOf(fields: Field[]): Details {
  return Object.fromEntries(fields.flatMap(({ name, value }) => (value() ? [[name, value()]] : [])));
}
