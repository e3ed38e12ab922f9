import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Stack, StackOptions } from '../../scripts/stack.ts';
import { type RoomCall, type Tell, callHeader, roomPath, signRoomCall } from '../../shared/room-calls.ts';
import { tokenKey } from '../../shared/tokens.ts';
import { startPartykitStack } from './partykit-stack.ts';
import { killHard, withWorkerds } from './processes.ts';
import { startTestStack } from './stack.ts';

/** Rooms of a suite's own, for what nobody may do to shared ones. */
export type OwnRooms = {
  url: string;
  database(): Stack['database'];
  /** Says to a room what the Worker would say; here it may be said twice, late or never. */
  tell(tenantId: string, news: Tell): Promise<void>;
  /** Does what the platform does once a minute. */
  everyMinute(): Promise<void>;
  /** Kills the process of the rooms with no word of warning, and starts it again over the same data. */
  crash(): Promise<void>;
  close(): Promise<void>;
};

export type OwnWorkerRooms = OwnRooms & {
  /**
   * Puts a room out of memory as the platform does; its sockets stay open, or are gone too. To be called only while
   * it waits for nothing: its requests are not answered while this waits for them.
   */
  evict(tenantId: string, sockets: 'hibernate' | 'close'): Promise<void>;
  dataDir: string;
};

type Options = Pick<StackOptions, 'vars' | 'libsql'>;

/** Both hosts, to be started by the suites that need rooms of their own. */
export const ownHosts: { host: string; start(options?: Options): Promise<OwnRooms> }[] = [
  { host: 'worker', start: startWorkerRooms },
  { host: 'partykit', start: startPartykitRooms },
];

/** The Worker with its rooms as Durable Objects. */
export async function startWorkerRooms(options: Options = {}): Promise<OwnWorkerRooms> {
  const dataDir = mkdtempSync(join(tmpdir(), 'chatly-rooms-'));
  let port = 0;
  const start = () => withWorkerds(() => startTestStack({ ...options, dataDir, port }));
  let stack = await start();
  port = Number(new URL(stack.value.url).port);
  return {
    url: stack.value.url,
    dataDir,
    database: () => stack.value.database,
    async tell(tenantId, news) {
      const rooms = await stack.value.worker.getDurableObjectNamespace('MAIN', 'chatly');
      const init = callOf('tell', [news]);
      const answer = await rooms
        .get(rooms.idFromName(tenantId))
        .fetch(`https://room${roomPath(tenantId)}`, init);
      if (!answer.ok) throw new Error(`The room answered ${answer.status}.`);
    },
    everyMinute: () => stack.value.everyMinute(),
    evict: (name, webSockets) =>
      stack.value.worker.unsafeEvictDurableObject('chatly', 'RoomObject', { name, webSockets }),
    async crash() {
      killHard(stack.pids);
      await stack.value.close();
      stack = await start();
    },
    async close() {
      await stack.value.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function startPartykitRooms(options: Options = {}): Promise<OwnRooms> {
  const stack = await startPartykitStack(options);
  return {
    url: stack.url,
    database: () => stack.database,
    async tell(tenantId, news) {
      const authorization = `Bearer ${await signRoomCall(tokenKey(stack.roomSecret), tenantId)}`;
      const { headers, ...init } = callOf('tell', [news]);
      const answer = await fetch(`http://${stack.partykitHost}${roomPath(tenantId)}`, {
        ...init,
        headers: { ...headers, authorization },
      });
      if (!answer.ok) throw new Error(`The room answered ${answer.status}.`);
    },
    everyMinute: () => stack.everyMinute(),
    crash: () => stack.crash(),
    close: () => stack.close(),
  };
}

function callOf(call: RoomCall, body: unknown) {
  return { method: 'POST', headers: { [callHeader]: call }, body: JSON.stringify(body) };
}
