import { useEffect } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import type { ConfigStore } from '../widget/config-store.ts';
import { EmbedLoader } from '../widget/embed-loader.tsx';
import { EmbedCode } from './embed-code.tsx';
import { Waiting } from './waiting.tsx';

const askAgainMs = 3_000;

type EmbedStepProps = { store: ConfigStore; installedOn: string | null; goOn(): void };

/** The line to paste; it says so as soon as a page of the tenant's has loaded it. */
export function EmbedStep({ store, installedOn, goOn }: EmbedStepProps) {
  useEffect(() => {
    if (installedOn !== null) return undefined;
    const timer = setInterval(() => void store.load(), askAgainMs);
    return () => clearInterval(timer);
  }, [installedOn]);
  return (
    <>
      <p class="muted">Paste this line into any page of yours, before the end of its head or body.</p>
      <EmbedLoader>{(embed) => <EmbedCode {...embed} />}</EmbedLoader>
      <Waiting
        isOver={installedOn !== null}
        text={
          installedOn === null ? 'Waiting for a page of yours to load it' : `${installedOn} has loaded it.`
        }
      />
      <div class="row-of">
        <Button kind={installedOn === null ? 'quiet' : 'primary'} onClick={goOn}>
          {installedOn === null ? 'Do it later' : 'Go on'}
        </Button>
      </div>
    </>
  );
}
