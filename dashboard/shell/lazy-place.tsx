import { useEffect, useState } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { isOnline } from './is-online.ts';
import { fetchPlace, fetched } from './fetch-place.ts';
import type { PlaceEntry } from './places.tsx';

/** A place, once its part of the dashboard is here. */
export function LazyPlace({ place }: { place: PlaceEntry }) {
  const [outcome, setOutcome] = useState<{ of: PlaceEntry; isHere: boolean } | null>(null);
  useEffect(() => {
    fetchPlace(place).then(
      () => setOutcome({ of: place, isHere: true }),
      () => setOutcome({ of: place, isHere: false }),
    );
  }, [place]);
  const Place = fetched(place);
  if (Place) return <Place />;
  return outcome?.of === place && !outcome.isHere ? <NotHere /> : <Skeleton lines={6} />;
}

/** Browsers remember that a file could not be fetched; after a deploy it may be gone: only a reload helps. */
function NotHere() {
  const canReload = isOnline.value;
  return (
    <div role="alert">
      <EmptyState icon="warning" title="This part is not here yet">
        <p>
          {canReload
            ? 'It could not be loaded. Reload the page; what you wrote is kept.'
            : 'You are offline. Reload the page once you are back; what you wrote is kept.'}
        </p>
        <Button kind="primary" aria-disabled={!canReload} onClick={() => canReload && location.reload()}>
          Reload
        </Button>
      </EmptyState>
    </div>
  );
}
