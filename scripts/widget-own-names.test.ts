import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './paths.ts';
import { ownNames } from './widget-own-names.ts';

const sources = (...patterns: string[]) =>
  patterns
    .flatMap((pattern) => globSync(pattern, { cwd: root }))
    .map((path) => readFileSync(join(root, path), 'utf8'))
    .join('');
const namesIn = (code: string) =>
  new Set([...code.matchAll(/(?:^|[{,(])\s*(\w+)\??:/gm)].map(([, name]) => name ?? ''));

it('shortens no name that the server, the loader or another version of the widget knows', () => {
  const server = namesIn(sources('shared/protocol/*.ts', 'shared/api/*.ts', 'shared/errors.ts'));
  const loader = namesIn(sources('widget/loader.ts', 'widget/host.ts', 'widget/launcher.ts'));
  const types = sources('widget/session.ts', 'client/outbox.ts').matchAll(
    /export type (?:Session|Draft) = \{([^}]*)\}/g,
  );
  const stored = namesIn([...types].map(([, fields]) => fields).join(''));
  expect(stored).toContain('place');
  expect(stored).toContain('clientId');
  expect(ownNames.filter((name) => server.has(name) || loader.has(name) || stored.has(name))).toEqual([]);
});

it('names nothing that is gone', () => {
  const used = new Set(sources('widget/**/*.ts', 'client/*.ts').match(/\w+/g));
  expect(ownNames.filter((name) => !used.has(name))).toEqual([]);
});
