import { useLayoutEffect, useRef } from 'preact/hooks';
import { codeOf } from '../../client/http.ts';
import { limits } from '../../shared/limits.ts';
import { api, read } from '../api.ts';
import { signedIn } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { useCall } from '../ui/use-call.ts';
import { putInvitationAway } from './invitation.ts';

const { minChars, maxChars } = limits.password;

type JoinFormProps = { token: string; name: string; onOver(): void };

/** Makes the account of whoever was invited, and signs in with it. */
export function JoinForm({ token, name, onOver }: JoinFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const joining = useCall((error) => {
    if (codeOf(error) === 'not_found') onOver();
  });
  useLayoutEffect(() => form.current?.querySelector('input')?.focus(), []);

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (!form.current) return;
    const filled = new FormData(form.current);
    const value = (field: string) => String(filled.get(field) ?? '');
    const json = { token, name: value('name'), email: value('email'), password: value('password') };
    await joining.run(async () => {
      const { user } = await read(api.auth['accept-invitation'].$post({ json }));
      putInvitationAway();
      signedIn(user);
    });
  }
  return (
    <form ref={form} class="stack" onSubmit={(event) => void submit(event)}>
      <Field
        label="Your name"
        name="name"
        dir="auto"
        autocomplete="name"
        required
        maxLength={limits.text.nameChars}
        defaultValue={name}
        hint="Visitors see who answers."
        problem={joining.problemOf('name')}
      />
      <Field
        label="E-mail"
        name="email"
        type="email"
        autocomplete="username"
        required
        problem={joining.problemOf('email')}
      />
      <Field
        label="Password"
        name="password"
        type="password"
        autocomplete="new-password"
        required
        minLength={minChars}
        maxLength={maxChars}
        hint={`At least ${minChars} characters.`}
        problem={joining.problemOf('password')}
      />
      {joining.problem && (
        <p class="problem" role="alert">
          {joining.problem}
        </p>
      )}
      <Button type="submit" kind="primary" busy={joining.isBusy}>
        Join
      </Button>
    </form>
  );
}
