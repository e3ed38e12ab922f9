import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Failed } from '../ui/empty-state.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import type { PlaceEntry } from './places.tsx';

const loaded = new WeakMap<PlaceEntry, ComponentType>();

/** A place, once its part of the dashboard is here. */
export function LazyPlace({ place }: { place: PlaceEntry }) {
  const [, setState] = useState<'loading' | 'ready' | 'failed'>('loading');
  const [problem, setProblem] = useState(false);
  const Place = loaded.get(place);

  function load(): void {
    setProblem(false);
    place.load().then(
      (component) => {
        loaded.set(place, component);
        setState('ready');
      },
      () => setProblem(true),
    );
  }
  useEffect(() => {
    if (!loaded.has(place)) load();
  }, [place]);

  if (Place) return <Place />;
  if (!problem) return <Skeleton lines={6} />;
  // A deploy takes away the files that an older page knows; a reload brings the new ones.
  const message =
    'This part of the dashboard could not be loaded. Check your connection; if it is there, reload the page.';
  return <Failed message={message} retry={load} />;
}
