import type { WidgetConfig } from '../../shared/api/widget.ts';
import { useCommands } from '../keyboard/commands.ts';
import { sayDone } from '../ui/toast-list.ts';
import { useChanges } from '../ui/use-changes.ts';
import { useLatest } from '../ui/use-latest.ts';
import { useSaving } from '../ui/use-saving.ts';
import { useUnloadGuard } from '../ui/use-unload-guard.ts';
import { configPatch } from './config-patch.ts';
import type { ConfigStore } from './config-store.ts';

type DraftOptions = { store: ConfigStore; config: WidgetConfig; saved: string };

/** Settings that are being changed: nothing holds for visitors before it is saved. */
export function useConfigDraft({ store, config, saved }: DraftOptions) {
  const look = useChanges(config);
  const bot = useChanges(config.aiSettings);
  const draft: WidgetConfig = { ...look.value, aiSettings: bot.value };
  const saving = useSaving();
  const patch = configPatch(config, draft);
  useUnloadGuard(patch !== null);

  /** Whether there was something to save and it is saved. */
  async function save(): Promise<boolean> {
    if (!patch) return false;
    return saving.save(async () => {
      await store.save(patch);
      look.saved(look.changes);
      bot.saved(bot.changes);
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
    change: look.change,
    changeBot: bot.change,
    discard: () => {
      look.discard();
      bot.discard();
    },
    save,
  };
}

export type ConfigDraft = ReturnType<typeof useConfigDraft>;
