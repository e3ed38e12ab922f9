import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Embed } from '../../shared/api/widget.ts';
import { api, messageOf, read } from '../api.ts';
import { useDesk } from '../desk-context.ts';
import { OwnersOnly } from '../team/owners-only.tsx';
import { Failed } from '../ui/empty-state.tsx';
import { Skeleton } from '../ui/skeleton.tsx';

/** Fetches the tenant's line and secret for whoever shows them. */
export function EmbedLoader({ children }: { children(embed: Embed): ComponentChildren }) {
  const desk = useDesk();
  const [loaded, setLoaded] = useState<{ embed: Embed } | { problem: string } | null>(null);

  async function load(): Promise<void> {
    setLoaded(null);
    try {
      setLoaded({ embed: (await read(api.widget.embed.$get())).data });
    } catch (error) {
      desk.failed(error, { isSaid: true });
      setLoaded({ problem: messageOf(error) });
    }
  }
  const isOwner = desk.isOwner.value;
  useEffect(() => {
    if (isOwner) void load();
  }, [isOwner]);

  if (!isOwner) return <OwnersOnly may="see" />;
  if (loaded === null) return <Skeleton lines={2} />;
  if ('problem' in loaded) return <Failed message={loaded.problem} retry={() => void load()} />;
  return <>{children(loaded.embed)}</>;
}
