import * as z from 'zod';
import { eventsIn } from '../shared/protocol/events-in.ts';
import { ServerFrame } from '../shared/protocol/server-frames.ts';
import { ask } from './subject.ts';

/** Whose socket it is, and where. */
export type Reader = { url: string; token: string; tenantId: string };
type Heard = (content: string) => void;

const Ticket = z.object({ data: z.object({ url: z.string(), ticket: z.string() }) });
/** What follows is the place from which a lost connection goes on. */
const PeerEvent = z.tuple([z.string(), z.object({ content: z.string() })]).rest(z.unknown());

/** A socket of Chatly's that has joined, and hears the content of each message. */
export async function listenAtChatly({ url, token }: Reader, heard: Heard): Promise<WebSocket> {
  const { data } = await ask(Ticket, `${url}/api/realtime/ticket`, { token, body: {} });
  const socket = new WebSocket(`${data.url}?ticket=${encodeURIComponent(data.ticket)}`);
  const { promise: joined, resolve, reject } = Promise.withResolvers<void>();
  socket.addEventListener('open', () => socket.send('{"type":"join-tenant"}'));
  socket.addEventListener('error', () => reject(new Error('Chatly let nobody in.')));
  socket.addEventListener('message', (message) => {
    const frame = ServerFrame.parse(JSON.parse(String(message.data)));
    if (frame.type === 'joined') resolve();
    for (const event of eventsIn(frame)) if (event.type === 'message:new') heard(event.message.content);
  });
  await joined;
  return socket;
}

/** The same at the peer, in Socket.io's own words: `40` connects, `42` is an event, `43` its ack, `2` and `3` a ping. */
export async function listenAtPeer({ url, token, tenantId }: Reader, heard: Heard): Promise<WebSocket> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`);
  const { promise: joined, resolve, reject } = Promise.withResolvers<void>();
  socket.addEventListener('error', () => reject(new Error('The peer let nobody in.')));
  socket.addEventListener('message', (message) => {
    const text = String(message.data);
    if (text.startsWith('0')) socket.send(`40${JSON.stringify({ token })}`);
    else if (text.startsWith('40')) socket.send(`420${JSON.stringify(['join-tenant', tenantId])}`);
    else if (text.startsWith('430')) resolve();
    else if (text === '2') socket.send('3');
    else if (text.startsWith('42')) heard(PeerEvent.parse(JSON.parse(text.slice(2)))[1].content);
  });
  await joined;
  return socket;
}
