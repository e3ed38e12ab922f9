import type { ComponentChildren } from 'preact';
import { useDesk } from '../desk-context.ts';
import { OwnersOnly } from '../team/owners-only.tsx';
import { Button } from '../ui/button.tsx';
import type { ConfigDraft } from './use-config-draft.ts';

type FormProps = { draft: ConfigDraft; children: ComponentChildren };

/** Settings with a bar that saves them, in view as long as something is changed. Agents only read them. */
export function ConfigForm({ draft, children }: FormProps) {
  const isOwner = useDesk().isOwner.value;
  return (
    <form
      class="config-form"
      onSubmit={(event) => {
        event.preventDefault();
        void draft.save();
      }}
    >
      <OwnersOnly may="change" />
      <fieldset class="config-fields" disabled={!isOwner}>
        {children}
      </fieldset>
      {draft.problem && (
        <p class="problem" role="alert">
          Not saved, nothing is lost. {draft.problem}
        </p>
      )}
      <div hidden={!isOwner} class={`save-bar ${draft.isChanged ? 'changed' : ''}`}>
        <Button type="submit" kind="primary" busy={draft.isBusy} aria-disabled={!draft.isChanged}>
          Save
        </Button>
        {draft.isChanged && (
          <Button kind="quiet" onClick={draft.discard}>
            Discard
          </Button>
        )}
      </div>
    </form>
  );
}
