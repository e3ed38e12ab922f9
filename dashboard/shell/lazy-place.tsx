import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Failed } from '../ui/empty-state.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import type { PlaceEntry } from './places.tsx';

const loaded = new WeakMap<PlaceEntry, ComponentType>();

// A deploy takes away the files that an older page knows; a reload brings the new ones.
const notLoaded =
  'This part of the dashboard could not be loaded. Check your connection; if it is there, reload the page.';

/** A place, once its part of the dashboard is here. */
export function LazyPlace({ place }: { place: PlaceEntry }) {
  const [outcome, setOutcome] = useState<{ of: PlaceEntry; isLoaded: boolean } | null>(null);
  const Place = loaded.get(place);

  function load(): void {
    setOutcome(null);
    place.load().then(
      (component) => {
        loaded.set(place, component);
        setOutcome({ of: place, isLoaded: true });
      },
      () => setOutcome({ of: place, isLoaded: false }),
    );
  }
  useEffect(() => {
    if (!loaded.has(place)) load();
  }, [place]);

  if (Place) return <Place />;
  if (outcome?.of === place && !outcome.isLoaded) return <Failed message={notLoaded} retry={load} />;
  return <Skeleton lines={6} />;
}
