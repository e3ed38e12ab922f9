import { useState } from 'preact/hooks';
import { useDesk } from '../desk-context.ts';
import { ImportItems } from '../knowledge/import-items.tsx';
import { type KnowledgeStore, knowledgeOf } from '../knowledge/knowledge-store.ts';
import { pageAddresses } from '../knowledge/page-addresses.ts';
import { pathTo } from '../parse-route.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Switch } from '../ui/switch.tsx';
import type { ConfigStore } from '../widget/config-store.ts';
import { sampleKnowledge } from './sample-knowledge.ts';

type KnowledgeStepProps = { config: ConfigStore; isDone: boolean; goOn(): void };

/** Gives the bot its first knowledge, from a page, from files, or a sample. */
export function KnowledgeStep({ config, isDone, goOn }: KnowledgeStepProps) {
  const store = knowledgeOf(useDesk());
  const [text, setText] = useState('');
  const addresses = pageAddresses(text);
  const { waiting, working, all } = store.imports.counts.value;
  const isBusy = waiting + working > 0;

  function fetchPages(event: Event): void {
    event.preventDefault();
    store.importPages(addresses);
    setText('');
  }
  return (
    <>
      <p class="muted">
        The bot answers from it, with its sources. Begin with a page of your help, or with a sample.
      </p>
      <form class="step-line" onSubmit={fetchPages}>
        <Field
          label="A page of yours"
          dir="ltr"
          inputMode="url"
          placeholder="https://example.com/help"
          value={text}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
        <Button type="submit" kind="primary" aria-disabled={addresses.length === 0} busy={isBusy}>
          Fetch
        </Button>
      </form>
      <div class="row-of">
        <Button onClick={() => importSample(store)} busy={isBusy}>
          Use a sample
        </Button>
        <a class="button quiet" href={pathTo('knowledge', 'import')}>
          Upload files
        </a>
      </div>
      {all > 0 && <ImportItems queue={store.imports} />}
      {isDone && <BotSwitch config={config} />}
      <div class="row-of">
        <Button kind={isDone ? 'primary' : 'quiet'} onClick={goOn}>
          {isDone ? 'Go on' : 'Skip this'}
        </Button>
      </div>
    </>
  );
}

function importSample(store: KnowledgeStore): void {
  store.imports.clear();
  store.importDrafts(
    sampleKnowledge.map((entry) => ({ name: entry.type === 'qa' ? entry.question : '', entry })),
  );
}

/** Knowledge is of use once the bot may answer from it. */
function BotSwitch({ config }: { config: ConfigStore }) {
  const desk = useDesk();
  const loaded = config.loaded.value;
  const [wanted, setWanted] = useState<boolean | null>(null);
  if (loaded.state !== 'ready') return null;

  async function turn(isOn: boolean): Promise<void> {
    setWanted(isOn);
    await config.save({ aiSettings: { enabled: isOn } }).catch((error: unknown) => desk.failed(error));
    setWanted(null);
  }
  return (
    <Switch
      label="The bot answers first"
      hint="It hands over to you where the knowledge holds no answer."
      isOn={wanted ?? loaded.config.aiSettings.enabled}
      turn={(isOn) => void turn(isOn)}
    />
  );
}
