import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { limits } from '../../shared/limits.ts';
import { CallError, api, messageOf, read } from '../api.ts';
import { pathTo } from '../parse-route.ts';
import { replace } from '../route.ts';
import { signedIn } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';

const { minChars, maxChars } = limits.password;

/** Signs in, or registers a company with its first operator. */
export function AccountForm({ isNew }: { isNew: boolean }) {
  const form = useRef<HTMLFormElement>(null);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  useLayoutEffect(() => form.current?.querySelector('input')?.focus(), []);

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (isBusy || !form.current) return;
    setBusy(true);
    setProblem(null);
    try {
      const user = await send(new FormData(form.current), isNew);
      if (isNew) replace(pathTo('start'));
      signedIn(user);
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  }

  const wrong = (name: string) =>
    problem instanceof CallError ? problem.issues.find(({ path }) => path === name)?.message : undefined;
  const isSaidByField = problem instanceof CallError && problem.issues.length > 0;
  return (
    <form ref={form} class="stack" onSubmit={(event) => void submit(event)}>
      {isNew && (
        <>
          <Field
            label="Company"
            name="companyName"
            autocomplete="organization"
            required
            maxLength={limits.text.companyNameChars}
            hint="Visitors see it on your widget."
            problem={wrong('companyName')}
          />
          <Field
            label="Your name"
            name="name"
            autocomplete="name"
            required
            maxLength={limits.text.nameChars}
            hint="Visitors see who answers."
            problem={wrong('name')}
          />
        </>
      )}
      <Field
        label="E-mail"
        name="email"
        type="email"
        autocomplete="username"
        required
        problem={wrong('email')}
      />
      <Field
        label="Password"
        name="password"
        type="password"
        autocomplete={isNew ? 'new-password' : 'current-password'}
        required
        {...(isNew
          ? { minLength: minChars, maxLength: maxChars, hint: `At least ${minChars} characters.` }
          : {})}
        problem={wrong('password')}
      />
      {problem !== null && !isSaidByField && (
        <p class="problem" role="alert">
          {messageOf(problem)}
        </p>
      )}
      <Button type="submit" kind="primary" busy={isBusy}>
        {isNew ? 'Register' : 'Sign in'}
      </Button>
    </form>
  );
}

async function send(filled: FormData, isNew: boolean) {
  const value = (name: string) => String(filled.get(name) ?? '');
  const credentials = { email: value('email'), password: value('password') };
  if (!isNew) return (await read(api.auth.login.$post({ json: credentials }))).user;
  const json = { ...credentials, companyName: value('companyName'), name: value('name') };
  return (await read(api.auth.register.$post({ json }))).user;
}
