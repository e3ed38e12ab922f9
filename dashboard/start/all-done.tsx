import { pathTo } from '../parse-route.ts';
import { Icon } from '../ui/icon.tsx';

/** What is reached, and where to go from here. */
export function AllDone() {
  return (
    <section class="all-done" aria-labelledby="all-done">
      <Icon name="check" />
      <div class="stack">
        <h2 id="all-done">Your first message is answered</h2>
        <p>From now on visitors’ messages come into your inbox the moment they are written.</p>
        <div class="row-of">
          <a class="button primary" href={pathTo('inbox')}>
            Go to the inbox
          </a>
          <a class="button plain" href={pathTo('knowledge', 'ask')}>
            Test what the bot knows
          </a>
        </div>
      </div>
    </section>
  );
}
