import { Citations } from '../inbox/citations.tsx';
import { pathTo } from '../parse-route.ts';
import { Button } from '../ui/button.tsx';
import type { SuggestedReply } from './suggested-reply.ts';

type BarProps = { suggested: SuggestedReply; accept(): void };

/** What there is to say and do about a suggested reply, below the field in which it stands in grey. */
export function SuggestionBar({ suggested, accept }: BarProps) {
  const state = suggested.state.value;
  const dismiss = () => suggested.dismiss();
  if (state.is === 'off') return null;
  return (
    <div class="suggestion">
      {state.is === 'writing' && (
        <>
          <p class="muted small">{state.text === '' ? 'Looking into your knowledge…' : 'Writing…'}</p>
          <Button kind="quiet" keys="Esc" onClick={dismiss}>
            Stop
          </Button>
        </>
      )}
      {state.is === 'ready' && (
        <>
          {state.citations.length > 0 && <Citations citations={state.citations} />}
          <Button keys="Tab" onClick={accept}>
            Use it
          </Button>
          <Button kind="quiet" keys="Esc" onClick={dismiss}>
            Dismiss
          </Button>
        </>
      )}
      {state.is === 'nothing' && (
        <>
          <p class="small">
            Your knowledge holds no answer to this. <a href={pathTo('knowledge', 'new-qa')}>Write one</a>
          </p>
          <Button kind="quiet" keys="Esc" onClick={dismiss}>
            Dismiss
          </Button>
        </>
      )}
      {state.is === 'failed' && (
        <>
          <p class="small problem">Nothing is suggested. {state.why}</p>
          <Button onClick={() => void suggested.ask()}>Try again</Button>
          <Button kind="quiet" keys="Esc" onClick={dismiss}>
            Dismiss
          </Button>
        </>
      )}
    </div>
  );
}

/** Says to who cannot see it what is suggested, once it is whole. */
export function SuggestionSaid({ suggested }: { suggested: SuggestedReply }) {
  const state = suggested.state.value;
  const said = {
    off: '',
    writing: 'A reply is being suggested.',
    ready: state.is === 'ready' ? `Suggested: ${state.text} Tab uses it, Escape dismisses it.` : '',
    nothing: 'Your knowledge holds no answer to this.',
    failed: state.is === 'failed' ? `Nothing is suggested. ${state.why}` : '',
  }[state.is];
  return (
    <p class="unseen" role="status">
      {said}
    </p>
  );
}
