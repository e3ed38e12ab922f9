import { join } from 'node:path';
import * as z from 'zod';
import { type Subject, ask, fill, pinned, serving, sharedWorkloads, size, started } from './subject.ts';

const Started = z.object({ url: z.string(), database: z.object({ url: z.string(), authToken: z.string() }) });
const Registered = z.object({ token: z.string(), user: z.object({ tenantId: z.string() }) });
const Session = z.object({ data: z.object({ visitorToken: z.string() }) });
const Opened = z.object({ data: z.object({ conversation: z.object({ id: z.string() }) }) });

export type Chatly = Subject & z.infer<typeof Started> & { token: string; tenantId: string };

type Options = {
  nodeArgs?: string[];
  env?: NodeJS.ProcessEnv;
  isEmpty?: boolean;
  /** On whichever core, for what does not load the machine. */
  isFree?: boolean;
  /** Who has registered in an earlier run over the same data. */
  as?: Pick<Chatly, 'token' | 'tenantId'>;
};

/** Starts Chatly as the bench serves it, with one tenant; unless `isEmpty`, with its conversations. */
export async function startChatly({
  nodeArgs = [],
  env,
  isEmpty,
  isFree,
  as,
}: Options = {}): Promise<Chatly> {
  const run = isFree ? serving : pinned;
  const server = run([process.execPath, ...nodeArgs, join(import.meta.dirname, 'serve-chatly.ts')], {
    env: { ...process.env, ...env },
  });
  const { url, database } = await started(server, Started);
  const { token, tenantId } = as ?? (await register(url));
  const ids = isEmpty ? [] : await openConversations(url, tenantId);
  await fill(url, token, ids);
  const workloads = { ...sharedWorkloads(token, ids), ...ownWorkloads(token, tenantId) };
  return { name: 'Chatly', url, database, process: server, token, tenantId, workloads };
}

const account = { email: 'bench@example.com', password: 'bench-password' };

async function register(url: string): Promise<Pick<Chatly, 'token' | 'tenantId'>> {
  const body = { ...account, companyName: 'Bench' };
  const { token, user } = await ask(Registered, `${url}/api/auth/register`, { body });
  return { token, tenantId: user.tenantId };
}

async function openConversations(url: string, tenantId: string): Promise<string[]> {
  const { data: visitor } = await ask(Session, `${url}/api/widget/public/${tenantId}/sessions`, { body: {} });
  const ids: string[] = [];
  for (let n = 0; n < size.conversations; n += 1) {
    const { data } = await ask(Opened, `${url}/api/conversations`, {
      token: visitor.visitorToken,
      body: { content: `Question ${n}`, clientId: `open-${n}` },
    });
    ids.push(data.conversation.id);
  }
  return ids;
}

function ownWorkloads(token: string, tenantId: string): Subject['workloads'] {
  const get = (path: string) => () => ({ method: 'GET', path, token });
  return {
    'public widget config': get(`/api/widget/public/${tenantId}`),
    'not found': () => ({ ...get('/api/nothing/here')(), status: 404 }),
    'one row': get('/api/widget'),
  };
}
