import { useEffect, useState } from 'preact/hooks';
import type { AiSettings, WidgetConfig } from '../../shared/api/widget.ts';
import { useCommands } from '../keyboard/commands.ts';
import { sayDone } from '../ui/toast-list.ts';
import { useLatest } from '../ui/use-latest.ts';
import { useSaving } from '../ui/use-saving.ts';
import { useUnloadGuard } from '../ui/use-unload-guard.ts';
import { configPatch } from './config-patch.ts';
import type { ConfigStore } from './config-store.ts';

type DraftOptions = { store: ConfigStore; config: WidgetConfig; saved: string };

/** Settings that are being changed: nothing holds for visitors before it is saved. */
export function useConfigDraft({ store, config, saved }: DraftOptions) {
  const [draft, setDraft] = useState(config);
  const saving = useSaving();
  const patch = configPatch(config, draft);
  useUnloadGuard(patch !== null);
  // What somebody else has changed meanwhile comes in where nothing is being changed here.
  useEffect(() => {
    if (patch === null) setDraft(config);
  }, [config]);

  /** Whether there was something to save and it is saved. */
  async function save(): Promise<boolean> {
    if (!patch) return false;
    return saving.save(async () => {
      setDraft(await store.save(patch));
      sayDone(saved);
    });
  }
  const saveNow = useLatest(() => void save());
  useCommands(
    () => [
      {
        id: 'save-config',
        title: 'Save changes',
        group: 'This page',
        keys: '$mod+s',
        run: saveNow,
      },
    ],
    [],
  );
  return {
    draft,
    isChanged: patch !== null,
    isBusy: saving.isBusy,
    problem: saving.problem,
    problemOf: saving.problemOf,
    change: (fields: Partial<WidgetConfig>) => setDraft({ ...draft, ...fields }),
    changeBot: (fields: Partial<AiSettings>) =>
      setDraft({ ...draft, aiSettings: { ...draft.aiSettings, ...fields } }),
    discard: () => setDraft(config),
    save,
  };
}

export type ConfigDraft = ReturnType<typeof useConfigDraft>;
