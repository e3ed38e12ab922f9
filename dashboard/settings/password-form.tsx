import { useState } from 'preact/hooks';
import { limits } from '../../shared/limits.ts';
import { api, read } from '../api.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { sayDone } from '../ui/toast-list.ts';
import { useSaving } from '../ui/use-saving.ts';

const { minChars, maxChars } = limits.password;

/** A new password, which ends all other sessions of its operator. */
export function PasswordForm({ email }: { email: string }) {
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const saving = useSaving();

  async function save(event: Event): Promise<void> {
    event.preventDefault();
    await saving.save(async () => {
      await read(api.settings.$put({ json: { currentPassword: current, newPassword: next } }));
      setCurrent('');
      setNext('');
      sayDone('Your password is changed. Everywhere else you are signed out.');
    });
  }
  return (
    <form class="stack" onSubmit={(event) => void save(event)}>
      {/* Password managers keep a password under the name they find beside it. */}
      <input type="text" autocomplete="username" value={email} hidden readOnly />
      <Field
        label="Current password"
        type="password"
        autocomplete="current-password"
        required
        value={current}
        problem={saving.problemOf('currentPassword')}
        onInput={({ currentTarget }) => setCurrent(currentTarget.value)}
      />
      <Field
        label="New password"
        type="password"
        autocomplete="new-password"
        required
        minLength={minChars}
        maxLength={maxChars}
        hint={`At least ${minChars} characters. You stay signed in here, and are signed out everywhere else.`}
        value={next}
        problem={saving.problemOf('newPassword')}
        onInput={({ currentTarget }) => setNext(currentTarget.value)}
      />
      {saving.problem && (
        <p class="problem" role="alert">
          Not changed. {saving.problem}
        </p>
      )}
      <div class="row-of">
        <Button type="submit" busy={saving.isBusy}>
          Change the password
        </Button>
      </div>
    </form>
  );
}
