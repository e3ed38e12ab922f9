import type { ComponentChildren } from 'preact';
import { Button } from '../ui/button.tsx';
import type { ConfigDraft } from './use-config-draft.ts';

type FormProps = { draft: ConfigDraft; children: ComponentChildren };

/** Settings with a bar that saves them, in view as long as something is changed. */
export function ConfigForm({ draft, children }: FormProps) {
  return (
    <form
      class="config-form"
      onSubmit={(event) => {
        event.preventDefault();
        void draft.save();
      }}
    >
      {children}
      {draft.problem && (
        <p class="problem" role="alert">
          Not saved, nothing is lost. {draft.problem}
        </p>
      )}
      <div class={`save-bar ${draft.isChanged ? 'changed' : ''}`}>
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
