import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Role } from '../../shared/api/auth.ts';
import type { Invited } from '../../shared/api/team.ts';
import { limits } from '../../shared/limits.ts';
import { api, read } from '../api.ts';
import { useDesk } from '../desk-context.ts';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { wholeTime } from '../ui/times.ts';
import { useSaving } from '../ui/use-saving.ts';
import { roleTitles } from './roles.ts';

const roles = [
  { value: 'agent', title: roleTitles.agent },
  { value: 'owner', title: roleTitles.owner },
] as const;

const hints: Record<Role, string> = {
  agent: 'Answers visitors and keeps the knowledge.',
  owner: 'Also changes the team, the widget and the bot.',
};

/** Makes a link with which one person joins; it is shown here, and nowhere again. */
export function InviteDialog({ onClose }: { onClose(): void }) {
  const [invited, setInvited] = useState<Invited | null>(null);
  return (
    <Dialog title={invited ? 'Your link' : 'Invite somebody'} onClose={onClose}>
      {invited ? (
        <LinkShown invited={invited} onClose={onClose} />
      ) : (
        <InviteForm onDone={setInvited} onClose={onClose} />
      )}
    </Dialog>
  );
}

type FormProps = { onDone(invited: Invited): void; onClose(): void };

function InviteForm({ onDone, onClose }: FormProps) {
  const { team } = useDesk();
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('agent');
  const saving = useSaving();

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const json = name.trim() === '' ? { role } : { role, name: name.trim() };
    await saving.save(async () => {
      onDone((await read(api.team.invitations.$post({ json }))).data);
      void team.refresh();
    });
  }
  return (
    <form class="stack" onSubmit={(event) => void submit(event)}>
      <Field
        label="Whom is it for?"
        dir="auto"
        autocomplete="off"
        autofocus
        maxLength={limits.text.nameChars}
        hint="Optional. So that you know later which link this was."
        value={name}
        problem={saving.problemOf('name')}
        onInput={({ currentTarget }) => setName(currentTarget.value)}
      />
      <Choice label="Role" value={role} options={roles} choose={setRole} />
      <p class="muted small">{hints[role]}</p>
      {saving.problem && (
        <p class="problem" role="alert">
          {saving.problem}
        </p>
      )}
      <div class="row-of">
        <Button type="submit" kind="primary" busy={saving.isBusy}>
          Make the link
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </form>
  );
}

function LinkShown({ invited: { url, invitation }, onClose }: { invited: Invited; onClose(): void }) {
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.select(), []);
  return (
    <div class="stack">
      <p>
        Send it to {invitation.name ? <bdi>{invitation.name}</bdi> : 'one person'}. It works once, until{' '}
        <time dateTime={invitation.expiresAt}>{wholeTime(invitation.expiresAt)}</time>, and is not shown
        again.
      </p>
      <input ref={field} type="text" class="team-url" aria-label="Link" readOnly value={url} />
      <div class="row-of">
        <CopyButton text={url} label="Copy the link" kind="primary" />
        <Button onClick={onClose}>Done</Button>
      </div>
    </div>
  );
}
