export const placeNames = ['inbox', 'knowledge', 'bot', 'widget', 'team', 'overview', 'settings'] as const;
export type PlaceName = (typeof placeNames)[number];

/** `#/inbox/open/cnv1` is the place `inbox` with the parts `open` and `cnv1`. */
export type Route = { place: PlaceName | 'start'; parts: readonly string[] };

const places: readonly Route['place'][] = [...placeNames, 'start'];

/** Reads an address; whatever it cannot read is the inbox. */
export function parseRoute(hash: string): Route {
  const [name = '', ...parts] = hash
    .replace(/^#?\/?/, '')
    .split('/')
    .map(decoded);
  const place = places.find((one) => one === name);
  return place ? { place, parts: parts.filter(Boolean) } : { place: 'inbox', parts: [] };
}

/** The address of a place. */
export function pathTo(place: Route['place'], ...parts: string[]): string {
  return `#/${[place, ...parts].map(encodeURIComponent).join('/')}`;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
