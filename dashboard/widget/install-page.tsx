import { useLayoutEffect, useState } from 'preact/hooks';
import type { WidgetConfig } from '../../shared/api/widget.ts';
import { limits } from '../../shared/limits.ts';
import { EmbedCode } from '../start/embed-code.tsx';
import { TextField } from '../ui/field.tsx';
import { ConfigForm } from './config-form.tsx';
import type { ConfigStore } from './config-store.ts';
import { EmbedLoader } from './embed-loader.tsx';
import { readOrigins } from './origins.ts';
import { type ConfigDraft, useConfigDraft } from './use-config-draft.ts';

type InstallProps = { store: ConfigStore; config: WidgetConfig };

/** The line to paste, and on which pages it may be used. */
export function InstallPage({ store, config }: InstallProps) {
  const draft = useConfigDraft({ store, config, saved: 'Saved.' });
  return (
    <>
      <section class="stack" aria-labelledby="install-code">
        <h2 id="install-code">Your line</h2>
        <p class="muted">Paste it into any page, before the end of its head or body.</p>
        <EmbedLoader>{(embed) => <EmbedCode {...embed} />}</EmbedLoader>
      </section>
      <section class="stack" aria-labelledby="install-origins">
        <h2 id="install-origins">Where it may be used</h2>
        <ConfigForm draft={draft}>
          <OriginsField draft={draft} />
        </ConfigForm>
      </section>
    </>
  );
}

function OriginsField({ draft: { draft, change, problemOf } }: { draft: ConfigDraft }) {
  const [text, setText] = useState(draft.allowedOrigins.join('\n'));
  const { origins, wrong } = readOrigins(text);
  const kept = draft.allowedOrigins.join('\n');
  // What was discarded goes from the field too.
  useLayoutEffect(() => {
    if (origins.join('\n') !== kept) setText(kept);
  }, [kept]);
  const most = limits.widget.allowedOrigins;
  const problem =
    problemOf('allowedOrigins') ??
    (draft.allowedOrigins.length > most ? `At most ${most} can be named.` : undefined) ??
    (wrong.length > 0 ? `Not an address: ${wrong.join(', ')}` : undefined);
  return (
    <TextField
      label="Allowed sites"
      rows={4}
      dir="ltr"
      spellcheck={false}
      value={text}
      placeholder="https://example.com"
      hint="One a line. Empty: any site may show your widget. Named: visitors of all others are refused."
      problem={problem}
      onInput={({ currentTarget }) => {
        setText(currentTarget.value);
        change({ allowedOrigins: readOrigins(currentTarget.value).origins });
      }}
    />
  );
}
