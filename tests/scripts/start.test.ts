import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { limits } from '../../shared/limits.ts';
import { ask, nextReply, tenantWithBot } from '../support/bot.ts';
import { request } from '../support/client.ts';
import { startModelServer } from '../support/model-server.ts';
import { newTenant, newVisitor, signIn } from '../support/people.ts';
import { copyProject } from './project-copy.ts';
import { Started, isRunning } from './started.ts';

let project: ReturnType<typeof copyProject>;
let dataDir: string;
const running: Started[] = [];

beforeAll(() => {
  project = copyProject();
});
afterAll(() => project.remove());
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'chatly-start-'));
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((started) => started.stop('kill')));
  rmSync(dataDir, { recursive: true, force: true });
});

function start(options: { args?: string[]; env?: Record<string, string> } = {}): Started {
  const started = new Started({ folder: project.folder, dataDir, ...options });
  running.push(started);
  return started;
}

async function takenPort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { port: String(port), close: () => server.close() };
}

describe('npm start', () => {
  it('prints the addresses it serves, keeps data over a restart, and leaves nothing running', async () => {
    const first = start();
    const url = await first.url();
    for (const address of ['/docs', '/api/health']) {
      expect(first.output).toContain(`${url}${address}`);
      expect((await fetch(`${url}${address}`)).status).toBe(200);
    }
    const operator = await newTenant(url);
    const processes = first.descendants();
    expect(processes).not.toEqual([]);
    expect(await first.stop('ctrl-c')).toBe(0);
    expect(processes.filter(isRunning)).toEqual([]);

    const second = start();
    const again = await signIn({ ...operator, url: await second.url() });
    expect(again.token).not.toBe(operator.token);
    expect(first.output).toContain('Total Upload');
    expect(second.output).toContain('Nothing has changed since the last build.');
    const later = second.descendants();
    expect(await second.stop('kill')).toBe(0);
    expect(later.filter(isRunning)).toEqual([]);
  });

  it('runs the rooms on PartyKit when asked, and leaves nothing of it running', async () => {
    const free = ['--port', '0', '--libsql-port', '0', '--partykit-port', '0'];
    const started = start({ args: ['--rooms', 'partykit', ...free] });
    const health = await request(await started.url(), 'GET', '/api/health');
    expect(health.json).toEqual({ data: { status: 'ok', database: 'ok', realtime: 'ok' } });
    const processes = started.descendants();
    expect(await started.stop('ctrl-c')).toBe(0);
    expect(processes.filter(isRunning)).toEqual([]);
  });

  it.each(['--port', '--libsql-port'])(
    'says that the port of %s is taken, and how to choose another',
    async (flag) => {
      const { port, close } = await takenPort();
      const other = flag === '--port' ? '--libsql-port' : '--port';
      const started = start({ args: [flag, port, other, '0'] });
      expect(await started.ended()).toBe(1);
      close();
      expect(started.output).toContain(`Port ${port} is already in use.`);
      expect(started.output).toContain(`npm start -- ${flag} ${Number(port) + 1}`);
    },
  );

  it('says which flag it does not understand', async () => {
    const started = start({ args: ['--port', 'many'] });
    expect(await started.ended()).toBe(1);
    expect(started.output).toContain('--port is a number from 0 (any free port) to 65535, not many.');
  });

  it('serves under its public address, and then exempts no address from the limits', async () => {
    const publicUrl = 'https://chat.example.com';
    const url = await start({ env: { PUBLIC_URL: publicUrl } }).url();
    const { token, tenantId } = await newTenant(url);
    const embed = await request(url, 'GET', '/api/widget/embed', { token });
    expect(embed.text).toContain(`${publicUrl}/widget.js`);
    const arrive = () => request(url, 'POST', `/api/widget/public/${tenantId}/sessions`, { body: {} });
    for (let n = 0; n < limits.rate.visitorPerAddress.max; n += 1) expect((await arrive()).status).toBe(201);
    expect((await arrive()).status).toBe(429);
  });

  it.each(['worker', 'partykit'])(
    'answers with the model that the environment names, rooms in %s',
    async (rooms) => {
      const model = await startModelServer();
      const free = ['--port', '0', '--libsql-port', '0', '--partykit-port', '0'];
      const env = { AI_BASE_URL: model.url, AI_MODEL: 'local-model' };
      const started = start({ args: ['--rooms', rooms, ...free], env });
      const url = await started.url();
      expect(started.output).toContain('answers with local-model');
      const { socket } = await ask(await newVisitor(await tenantWithBot(url)));
      expect(await nextReply(socket)).toMatchObject({ sender: 'bot' });
      expect(model.requests).toMatchObject([{ body: { model: 'local-model' } }]);
      socket.close();
      await model.close();
    },
  );

  it('says what is wrong with a variable of the environment', async () => {
    const started = start({ env: { PUBLIC_URL: 'chat.example.com' } });
    expect(await started.ended()).toBe(1);
    expect(started.output).toContain('PUBLIC_URL must be an origin such as https://chat.example.com.');
  });
});
