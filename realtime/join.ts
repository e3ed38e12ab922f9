import * as z from 'zod';
import { AppError } from '../shared/errors.ts';
import { limits } from '../shared/limits.ts';
import type { LogEvent } from '../shared/protocol/server-frames.ts';
import { publicPrincipal } from './access.ts';
import type { Delivery } from './delivery.ts';
import { frame, framesOf } from './frames.ts';
import type { ConversationVerbs, Peer } from './ports.ts';

type Replay = { events: LogEvent[]; cursor: number; isTooFar: boolean };
type Joining = {
  store: ConversationVerbs;
  delivery: Delivery;
  /** Told in the same breath in which the socket has joined, so that nothing comes between. */
  joined: (peer: Peer) => void;
};

const Page = z.object({
  data: z.array(z.custom<LogEvent>((value) => typeof value === 'object')),
  page: z.object({ cursor: z.int(), more: z.boolean() }),
});

/** The room is ahead of a read for a moment only; after a few the log itself must have gone back, as by a restore. */
const [readsInStep, maxReads] = [3, 10];

/**
 * Joins a socket to the live stream where its replay ends. The log is read as the principal itself, which also
 * proves that its session lives; reading goes on until it has caught up with what the room has already sent others.
 */
export async function join(
  peer: Peer,
  since: number | null,
  { store, delivery, joined }: Joining,
): Promise<void> {
  const from = since ?? (await store.currentCursor());
  let replay: Replay = { events: [], cursor: from, isTooFar: false };
  if (since !== null) replay = await readOn(store, replay);
  for (let reads = 1; !peer.state().left && !delivery.admit(peer, replay.cursor); reads += 1) {
    if (reads >= maxReads) throw new AppError('unavailable');
    if (reads >= readsInStep) await delivery.catchUp();
    replay = replay.isTooFar
      ? { ...replay, cursor: await store.currentCursor() }
      : await readOn(store, replay);
  }
  if (peer.state().left) return;
  for (const text of opening(peer, from, replay)) peer.send(text);
  joined(peer);
}

/** `joined` names the place from which the stream goes on: a client cut off within the replay resumes from there. */
function opening(peer: Peer, from: number, { events, cursor, isTooFar }: Replay): string[] {
  const { principal } = peer.state();
  const { tenantId } = principal;
  const at = isTooFar ? cursor : from;
  const hello = frame({ type: 'joined', tenantId, principal: publicPrincipal(principal), cursor: at });
  return isTooFar ? [hello, frame({ type: 'resync', cursor })] : [hello, ...framesOf(events)];
}

/** Reads to the end of the log; too far are more events than a replay may have, and a log that ends before `cursor`. */
async function readOn(store: ConversationVerbs, { events, cursor }: Replay): Promise<Replay> {
  const all = [...events];
  for (;;) {
    const text = await store.listEvents({ since: cursor, limit: limits.page.maxEvents });
    const { data, page } = Page.parse(JSON.parse(text));
    all.push(...data);
    if (page.cursor < cursor || all.length > limits.room.replayEvents) {
      return { events: [], cursor: await store.currentCursor(), isTooFar: true };
    }
    cursor = page.cursor;
    if (!page.more) return { events: all, cursor, isTooFar: false };
  }
}
