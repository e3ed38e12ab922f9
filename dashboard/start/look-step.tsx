import type { WidgetConfig } from '../../shared/api/widget.ts';
import { limits } from '../../shared/limits.ts';
import { useDesk } from '../desk-context.ts';
import { Button } from '../ui/button.tsx';
import { Field, TextField } from '../ui/field.tsx';
import { ColorField } from '../widget/color-field.tsx';
import type { ConfigStore } from '../widget/config-store.ts';
import { Preview } from '../widget/preview.tsx';
import { useConfigDraft } from '../widget/use-config-draft.ts';

type LookStepProps = { store: ConfigStore; config: WidgetConfig; goOn(): void };

/** Makes the widget the tenant's own, beside the widget as it would be. */
export function LookStep({ store, config, goOn }: LookStepProps) {
  const { user } = useDesk();
  const { draft, change, problemOf, problem, isBusy, isChanged, save } = useConfigDraft({
    store,
    config,
    saved: 'Saved. Pages show it from now on.',
  });

  async function finish(): Promise<void> {
    if (!isChanged || (await save())) goOn();
  }
  return (
    <div class="look">
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void finish();
        }}
      >
        <Field
          label="Title"
          dir="auto"
          value={draft.title}
          maxLength={limits.text.titleChars}
          problem={problemOf('title')}
          onInput={({ currentTarget }) => change({ title: currentTarget.value })}
        />
        <TextField
          label="Welcome"
          value={draft.welcomeText}
          maxLength={limits.text.welcomeChars}
          problem={problemOf('welcomeText')}
          onInput={({ currentTarget }) => change({ welcomeText: currentTarget.value })}
        />
        <ColorField color={draft.color} problem={problemOf('color')} choose={(color) => change({ color })} />
        {problem && (
          <p class="problem" role="alert">
            Not saved. {problem}
          </p>
        )}
        <div class="row-of">
          <Button type="submit" kind="primary" busy={isBusy}>
            {isChanged ? 'Save and go on' : 'Keep it and go on'}
          </Button>
        </div>
      </form>
      <Preview tenantId={user.tenantId} config={draft} />
    </div>
  );
}
