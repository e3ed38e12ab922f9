import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { root } from '../../scripts/paths.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chatly-rules-'));
  cpSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Lints one file with the project's own rules, as if it stood at this path. */
function lint(path: string, imported: string) {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `import { planted } from '${imported}';\n\nexport const kept = planted;\n`);
  const { status, stdout, stderr } = spawnSync('oxlint', ['--quiet', path], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, said: stdout + stderr };
}

const forbidden = [
  ['shared/protocol/planted.ts', 'hono', 'import zod only'],
  ['shared/api/planted.ts', 'drizzle-orm', 'import zod only'],
  ['shared/store/planted.ts', 'hono', 'The store imports'],
  ['shared/store/planted.ts', 'node:fs', 'The store imports'],
  ['shared/store/planted.ts', '../../functions/services.ts', 'The store knows no transport'],
  ['shared/store/schema/planted.ts', '../../../realtime/room.ts', 'The store knows no transport'],
  ['shared/answers/planted.ts', 'drizzle-orm', 'SQL lives in shared/store only'],
  ['shared/crawl/planted.ts', '@libsql/client', 'SQL lives in shared/store only'],
  ['shared/planted.ts', 'partyserver', 'Hosts are named in'],
  ['functions/planted.ts', 'drizzle-orm', 'SQL lives in shared/store only'],
  ['functions/planted.ts', 'partyserver', 'Hosts are named in'],
  ['functions/http/planted.ts', '@libsql/client/http', 'SQL lives in shared/store only'],
  ['functions/auth/planted.ts', 'drizzle-orm', 'SQL lives in shared/store only'],
  ['functions/auth/planted.ts', '../widget/index.ts', 'never another group'],
  ['functions/http/planted.ts', '../settings/index.ts', 'never another group'],
  ['functions/settings/planted.ts', '../../realtime/room.ts', 'services.rooms'],
  ['realtime/room.ts', 'partykit/server', 'Hosts are named in'],
  ['realtime/room.ts', 'partyserver', 'Hosts are named in'],
  ['realtime/room.ts', 'drizzle-orm', 'SQL lives in shared/store only'],
  ['realtime/room.ts', '../functions/services.ts', 'never imports the HTTP side'],
  ['realtime/party.ts', '../functions/services.ts', 'never imports the HTTP side'],
  ['realtime/durable-object.ts', '@libsql/client', 'SQL lives in shared/store only'],
  ['client/planted.ts', 'partysocket', 'carries no library'],
  ['client/planted.ts', '../widget/chat.ts', 'knows neither client'],
  ['client/planted.ts', '../dashboard/live/desk.ts', 'knows neither client'],
  ['client/planted.ts', '../shared/api/index.ts', 'only shared/protocol'],
  ['widget/planted.ts', 'zod', 'The widget carries no library'],
  ['widget/view/planted.ts', 'partysocket', 'The widget carries no library'],
  ['widget/planted.ts', '../shared/store/tenant-store.ts', 'from shared/protocol only'],
  ['widget/view/planted.ts', '../../functions/app.ts', 'from shared/protocol only'],
  ['widget/planted.ts', '../dashboard/session.ts', 'from shared/protocol only'],
  ['dashboard/live/planted.ts', '../../widget/chat.ts', 'both clients need'],
  ['dashboard/planted.ts', 'zod', 'carries no schemas'],
  ['dashboard/live/planted.ts', 'partysocket', 'carries no schemas'],
  ['dashboard/planted.ts', '../functions/app.ts', 'takes types only'],
  ['dashboard/inbox/planted.ts', '../../shared/protocol/entities.ts', 'takes types only'],
] as const;

const allowed = [
  ['shared/protocol/planted.ts', 'zod'],
  ['shared/store/planted.ts', 'drizzle-orm'],
  ['functions/auth/planted.ts', '../http/errors.ts'],
  ['functions/auth/planted.ts', '../../shared/store/tenant-store.ts'],
  ['realtime/room.ts', '../shared/limits.ts'],
  ['realtime/party.ts', 'partykit/server'],
  ['realtime/durable-object.ts', 'partyserver'],
  ['client/planted.ts', '../shared/protocol/entities.ts'],
  ['widget/planted.ts', '../shared/protocol/entities.ts'],
  ['widget/view/planted.ts', '../../client/links.ts'],
  ['dashboard/planted.ts', 'hono/client'],
  ['dashboard/planted.ts', '../shared/limits.ts'],
  ['dashboard/live/planted.ts', '../../client/feed.ts'],
  ['dashboard/bot/planted.ts', '../widget/config-store.ts'],
] as const;

describe('who may import whom', () => {
  it.each(forbidden)('%s may not import %s', (path, imported, reason) => {
    const { status, said } = lint(path, imported);
    expect(said).toContain('no-restricted-imports');
    expect(said).toContain(reason);
    expect(status).not.toBe(0);
  });

  it.each(allowed)('%s may import %s', (path, imported) => {
    expect(lint(path, imported).said).not.toContain('no-restricted-imports');
  });
});
