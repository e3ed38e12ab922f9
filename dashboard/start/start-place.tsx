import { useEffect, useState } from 'preact/hooks';
import { api, messageOf, read } from '../api.ts';
import { useDesk } from '../desk-context.ts';
import { Failed } from '../ui/empty-state.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { EmbedCode } from './embed-code.tsx';

type State = { embedCode: string; tenantId: string } | { problem: string } | null;

/** The way to the first message. */
export function StartPlace() {
  const desk = useDesk();
  const [state, setState] = useState<State>(null);

  async function load(): Promise<void> {
    setState(null);
    try {
      setState((await read(api.widget.embed.$get())).data);
    } catch (error) {
      desk.failed(error, { isSaid: true });
      setState({ problem: messageOf(error) });
    }
  }
  useEffect(() => void load(), []);

  if (state === null) return <Skeleton lines={6} />;
  if ('problem' in state) return <Failed message={state.problem} retry={() => void load()} />;
  return (
    <div class="page">
      <header>
        <h1>Put the chat on your page</h1>
        <p class="muted">Paste this line into any page, before the end of its head or body.</p>
      </header>
      <EmbedCode {...state} />
    </div>
  );
}
