import type { ComponentType } from 'preact';
import { type PlaceEntry, places } from './places.tsx';

const here = new Map<PlaceEntry, ComponentType>();

export function fetched(place: PlaceEntry): ComponentType | undefined {
  return here.get(place);
}

/** Fetches a place's part of the dashboard, if it is not here. Errors: whatever the browser says. */
export async function fetchPlace(place: PlaceEntry): Promise<void> {
  if (!here.has(place)) here.set(place, await place.load());
}

const quietMs = 2_000;

/** Fetches all parts once the first one stands: a network that is gone later takes no place away. */
export function fetchPlacesLater(): () => void {
  const timer = setTimeout(() => {
    for (const place of Object.values(places)) fetchPlace(place).catch(() => undefined);
  }, quietMs);
  return () => clearTimeout(timer);
}
