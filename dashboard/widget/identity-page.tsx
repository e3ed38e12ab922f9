import { useState } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { EmbedLoader } from './embed-loader.tsx';
import { type ServerLanguage, identityExamples, serverLanguages } from './identity-examples.ts';

/** How the tenant's own server vouches for visitors it knows. */
export function IdentityPage() {
  const [language, setLanguage] = useState<ServerLanguage>('node');
  const example = identityExamples[language];
  return (
    <>
      <section class="stack" aria-labelledby="identity-why">
        <h2 id="identity-why">Visitors you know</h2>
        <p>
          Your server can vouch for people who are signed in on your site: they are shown with their name and
          marked as verified, and find their conversations on every device. It signs a token that holds for
          minutes, with a secret that only you and Chatly have.
        </p>
      </section>
      <section class="stack" aria-labelledby="identity-secret">
        <h2 id="identity-secret">Your secret</h2>
        <EmbedLoader>{({ identitySecret }) => <Secret secret={identitySecret} />}</EmbedLoader>
      </section>
      <section class="stack" aria-labelledby="identity-server">
        <h2 id="identity-server">On your server</h2>
        <Choice label="Language" value={language} options={serverLanguages} choose={setLanguage} />
        <pre class="code" tabIndex={0} aria-label="Example">
          <code>{example}</code>
        </pre>
        <div class="row-of">
          <CopyButton text={example} />
        </div>
      </section>
      <section class="stack" aria-labelledby="identity-page">
        <h2 id="identity-page">On your page</h2>
        <pre class="code" tabIndex={0} aria-label="Call">
          <code>{'Chatly.identify({ identity });'}</code>
        </pre>
      </section>
    </>
  );
}

/** Shown only on demand: somebody may look over the shoulder. */
function Secret({ secret }: { secret: string }) {
  const [isShown, setShown] = useState(false);
  return (
    <>
      <pre class="code" tabIndex={0} aria-label="Identity secret">
        <code>{isShown ? secret : '•'.repeat(32)}</code>
      </pre>
      <div class="row-of">
        <Button onClick={() => setShown(!isShown)} aria-pressed={isShown}>
          {isShown ? 'Hide' : 'Show'}
        </Button>
        <CopyButton text={secret} />
        <span class="muted small">It belongs on your server, never into a page.</span>
      </div>
    </>
  );
}
