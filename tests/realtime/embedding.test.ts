import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addText, ask, nextReply, refunds, tenantWithBot } from '../support/bot.ts';
import { type EmbeddingServer, startEmbeddingServer } from '../support/embedding-server.ts';
import { embeddedAt, entryOf, untilStatus } from '../support/embeddings.ts';
import { type OwnRooms, ownHosts, startWorkerRooms } from '../support/own-rooms.ts';
import { newTenant, newVisitor } from '../support/people.ts';
import { joinedSocket } from '../support/socket.ts';

/** Shares no word with what the bot knows of refunds. */
const inOtherWords = 'How are customers recompensed?';

/** A busy machine may take a while. */
const soon = { timeout: 20_000 };

async function onlyEntryOf({ api }: Awaited<ReturnType<typeof newTenant>>): Promise<string> {
  const { data } = await (await api['knowledge-base'].$get({ query: {} })).json();
  return data[0]?.id ?? '';
}

describe.each(ownHosts)('rooms on $host', ({ start }) => {
  let embeddings: EmbeddingServer;
  let rooms: OwnRooms;
  beforeAll(async () => {
    embeddings = await startEmbeddingServer();
    rooms = await start({ vars: embeddedAt(embeddings) });
  });
  afterAll(async () => {
    await rooms.close();
    await embeddings.close();
  });

  it('embed what changes though nobody is connected, and answer by it', async () => {
    const operator = await tenantWithBot(rooms.url);
    await untilStatus(operator, await onlyEntryOf(operator));
    const { socket } = await ask(await newVisitor(operator), inOtherWords);
    expect(await nextReply(socket)).toMatchObject({
      sender: 'bot',
      content: refunds.content,
      citations: [{ title: refunds.title }],
    });
  });

  it('answer by words while the model says nothing, and in time', async () => {
    const operator = await tenantWithBot(rooms.url);
    await untilStatus(operator, await onlyEntryOf(operator));
    embeddings.always = { kind: 'silence' };
    const { socket } = await ask(await newVisitor(operator));
    expect(await nextReply(socket)).toMatchObject({ sender: 'bot' });
    embeddings.always = null;
  });

  it('answer while much is still to be embedded', async () => {
    const operator = await tenantWithBot(rooms.url);
    await untilStatus(operator, await onlyEntryOf(operator));
    const held = Promise.withResolvers<void>();
    embeddings.script({ kind: 'hold', until: held.promise });
    const id = await addText(operator, { title: 'More', content: 'More to be embedded.' });
    await expect.poll(() => embeddings.requests.at(-1)?.input, soon).toEqual(['More\nMore to be embedded.']);
    const { socket } = await ask(await newVisitor(operator), inOtherWords);
    expect(await nextReply(socket)).toMatchObject({ sender: 'bot', content: refunds.content });
    expect((await entryOf(operator, id)).status).toBe('indexing');
    held.resolve();
    await untilStatus(operator, id);
  });

  it('go on where they were killed, once anything wakes them', async () => {
    const operator = await newTenant(rooms.url);
    embeddings.always = { kind: 'silence' };
    const id = await addText(operator, refunds);
    await expect
      .poll(() => JSON.stringify(embeddings.requests.at(-1)?.input), soon)
      .toContain(refunds.content);
    await rooms.crash();
    embeddings.always = null;
    expect((await entryOf(operator, id)).status).toBe('indexing');
    await joinedSocket(operator);
    await untilStatus(operator, id);
  });
});

it('a room that has embedded everything can leave memory; one that was killed wakes by its alarm', async () => {
  const embeddings = await startEmbeddingServer();
  const rooms = await startWorkerRooms({ vars: embeddedAt(embeddings) });
  const operator = await tenantWithBot(rooms.url);
  const desk = await joinedSocket(operator);
  await untilStatus(operator, await onlyEntryOf(operator));
  const startedMs = performance.now();
  await rooms.evict(operator.tenantId, 'hibernate');
  expect(performance.now() - startedMs).toBeLessThan(4_000);
  expect(desk.closeCode).toBeNull();
  embeddings.always = { kind: 'silence' };
  const id = await addText(operator, { title: 'More', content: 'More to be embedded.' });
  await expect.poll(() => JSON.stringify(embeddings.requests.at(-1)?.input), soon).toContain('More');
  await rooms.crash();
  embeddings.always = null;
  await untilStatus(operator, id);
  await rooms.close();
  await embeddings.close();
});
