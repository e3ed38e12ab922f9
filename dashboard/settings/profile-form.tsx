import type { ComponentProps } from 'preact';
import { useState } from 'preact/hooks';
import type { User } from '../../shared/api/auth.ts';
import { limits } from '../../shared/limits.ts';
import { api, read } from '../api.ts';
import { signedIn } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { sayDone } from '../ui/toast-list.ts';
import { useChanges } from '../ui/use-changes.ts';
import { useSaving } from '../ui/use-saving.ts';
import { useUnloadGuard } from '../ui/use-unload-guard.ts';
import { profilePatch } from './profile-patch.ts';

/** The operator's name, e-mail and company. A new e-mail needs the password, for with it one signs in. */
export function ProfileForm({ user }: { user: User }) {
  const { name, email, companyName } = user;
  const profile = useChanges({ name, email, companyName });
  const fields = profile.value;
  const [password, setPassword] = useState('');
  const saving = useSaving();
  const patch = profilePatch(user, fields);
  useUnloadGuard(patch !== null);

  async function save(event: Event): Promise<void> {
    event.preventDefault();
    if (!patch) return;
    await saving.save(async () => {
      const json = patch.email === undefined ? patch : { ...patch, currentPassword: password };
      const { data } = await read(api.settings.$put({ json }));
      signedIn(data);
      profile.saved(profile.changes);
      setPassword('');
      sayDone('Saved.');
    });
  }
  const edit =
    (name: keyof typeof fields) =>
    ({ currentTarget }: { currentTarget: HTMLInputElement }) =>
      profile.change({ [name]: currentTarget.value });
  return (
    <form class="stack" onSubmit={(event) => void save(event)}>
      <Field
        label="Your name"
        dir="auto"
        autocomplete="name"
        required
        maxLength={limits.text.nameChars}
        hint="Visitors see who answers."
        value={fields.name}
        problem={saving.problemOf('name')}
        onInput={edit('name')}
      />
      <CompanyField
        isOwner={user.role === 'owner'}
        value={fields.companyName}
        problem={saving.problemOf('companyName')}
        onInput={edit('companyName')}
      />
      <Field
        label="E-mail"
        type="email"
        autocomplete="username"
        required
        maxLength={limits.text.emailChars}
        value={fields.email}
        problem={saving.problemOf('email')}
        onInput={edit('email')}
      />
      {patch?.email !== undefined && (
        <Field
          label="Your password"
          type="password"
          autocomplete="current-password"
          required
          hint="A new e-mail needs it."
          value={password}
          problem={saving.problemOf('currentPassword')}
          onInput={({ currentTarget }) => setPassword(currentTarget.value)}
        />
      )}
      {saving.problem && (
        <p class="problem" role="alert">
          Not saved. {saving.problem}
        </p>
      )}
      <div class="row-of">
        <Button type="submit" kind="primary" busy={saving.isBusy} aria-disabled={patch === null}>
          Save
        </Button>
      </div>
    </form>
  );
}

type CompanyProps = Pick<ComponentProps<typeof Field>, 'value' | 'problem' | 'onInput'> & {
  isOwner: boolean;
};

function CompanyField({ isOwner, ...field }: CompanyProps) {
  return (
    <Field
      {...field}
      label="Company"
      dir="auto"
      autocomplete="organization"
      required
      readOnly={!isOwner}
      hint={isOwner ? undefined : 'Only owners change it.'}
      maxLength={limits.text.companyNameChars}
    />
  );
}
