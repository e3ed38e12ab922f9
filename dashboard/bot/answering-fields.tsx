import { limits } from '../../shared/limits.ts';
import { Field } from '../ui/field.tsx';
import { Slider } from '../ui/slider.tsx';
import { Switch } from '../ui/switch.tsx';
import type { ConfigDraft } from '../widget/use-config-draft.ts';

/** What is usual where the tenant has set nothing of its own. */
const usualThreshold = 0.5;

/** How sure the bot must be, and how a language model writes where one is set up. */
export function AnsweringFields({ draft: { draft, changeBot, problemOf } }: { draft: ConfigDraft }) {
  const { threshold, temperature, maxTokens } = draft.aiSettings;
  const percent = (share: number) => `${Math.round(share * 100)}%`;
  return (
    <section class="stack" aria-labelledby="bot-answering">
      <h2 id="bot-answering">Answering</h2>
      <Switch
        label="Decide by itself when it is sure enough"
        hint="Measured on questions it should and should not answer. Turn it off to choose yourself."
        isOn={threshold === null}
        turn={(isOn) => changeBot({ threshold: isOn ? null : usualThreshold })}
      />
      {threshold !== null && (
        <Slider
          label="Sure enough at"
          value={threshold}
          min={0}
          max={1}
          step={0.05}
          shown={percent(threshold)}
          hint="Lower: more answers, more of them wrong. Higher: more visitors wait for a person."
          change={(value) => changeBot({ threshold: value })}
        />
      )}
      <Slider
        label="Temperature"
        value={temperature}
        min={0}
        max={1}
        step={0.05}
        shown={temperature.toFixed(2)}
        hint="How freely a language model words its answers."
        change={(value) => changeBot({ temperature: value })}
      />
      <Field
        label="Longest answer, in tokens"
        type="number"
        inputMode="numeric"
        value={String(maxTokens)}
        min={limits.answer.minTokens}
        max={limits.answer.maxTokens}
        hint={`From ${limits.answer.minTokens} to ${limits.answer.maxTokens}. A token is about three quarters of a word.`}
        problem={problemOf('aiSettings.maxTokens')}
        onInput={({ currentTarget }) => {
          if (currentTarget.value !== '') changeBot({ maxTokens: currentTarget.valueAsNumber });
        }}
      />
    </section>
  );
}
