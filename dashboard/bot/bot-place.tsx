import { useEffect } from 'preact/hooks';
import type { WidgetConfig } from '../../shared/api/widget.ts';
import { useDesk } from '../desk-context.ts';
import { pathTo } from '../parse-route.ts';
import { Failed } from '../ui/empty-state.tsx';
import { Icon } from '../ui/icon.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { Switch } from '../ui/switch.tsx';
import { ConfigForm } from '../widget/config-form.tsx';
import { type ConfigStore, configOf } from '../widget/config-store.ts';
import { useConfigDraft } from '../widget/use-config-draft.ts';
import { AnsweringFields } from './answering-fields.tsx';
import { CharacterFields } from './character-fields.tsx';
import { WordsFields } from './words-fields.tsx';

/** Whether the bot answers, as whom, how sure it must be, and what it says where it does not. */
export function BotPlace() {
  const store = configOf(useDesk());
  useEffect(() => void store.load(), [store]);
  const loaded = store.loaded.value;
  return (
    <div class="page">
      <header class="bot-head">
        <div>
          <h1>Bot</h1>
          <p class="muted">
            It answers from your knowledge, and hands over to a person where that holds no answer.
          </p>
        </div>
        <a class="button plain" href={pathTo('knowledge', 'ask')}>
          <Icon name="spark" />
          Test a question
        </a>
      </header>
      {loaded.state === 'loading' && <Skeleton lines={8} label="Loading the settings" />}
      {loaded.state === 'failed' && <Failed message={loaded.problem} retry={() => void store.load()} />}
      {loaded.state === 'ready' && <BotForm store={store} config={loaded.config} />}
    </div>
  );
}

function BotForm({ store, config }: { store: ConfigStore; config: WidgetConfig }) {
  const draft = useConfigDraft({ store, config, saved: 'Saved. The bot heeds it from its next answer.' });
  const { enabled } = draft.draft.aiSettings;
  return (
    <ConfigForm draft={draft}>
      <Switch
        label="The bot answers first"
        hint={
          enabled
            ? 'New conversations begin with the bot. A reply of yours takes a conversation over.'
            : 'New conversations wait for a person.'
        }
        isOn={enabled}
        turn={(isOn) => draft.changeBot({ enabled: isOn })}
      />
      <CharacterFields draft={draft} />
      <AnsweringFields draft={draft} />
      <WordsFields draft={draft} />
    </ConfigForm>
  );
}
