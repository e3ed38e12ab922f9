import { operations } from '../../shared/api/index.ts';

/** What is known of an address before any handler runs: for CORS, for bodies, and for saying 405 instead of 404. */
export type KnownRoute = { methods: string[]; forDashboard: boolean; takesLargeBodies: boolean };

type Pattern = KnownRoute & { pattern: RegExp };

const literals = new Map<string, KnownRoute>();
const patterns: Pattern[] = [];

for (const [path, group] of Map.groupBy(operations, (operation) => operation.path)) {
  const route: KnownRoute = {
    methods: group.map((operation) => operation.method.toUpperCase()),
    takesLargeBodies: group.some((operation) => operation.takesLargeBodies),
    forDashboard: group.some(
      ({ access, group: name }) => access === 'operator' || access === 'owner' || name === 'Auth',
    ),
  };
  if (path.includes(':'))
    patterns.push({ ...route, pattern: new RegExp(`^/api${path.replaceAll(/:\w+/g, '[^/]+')}$`) });
  else literals.set(`/api${path}`, route);
}

/** The route that an address names, or null; a literal one before one with parameters. */
export function knownRoute(path: string): KnownRoute | null {
  return literals.get(path) ?? patterns.find(({ pattern }) => pattern.test(path)) ?? null;
}
