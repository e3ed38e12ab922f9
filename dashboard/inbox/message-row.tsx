import type { Message } from '../../shared/protocol/index.ts';
import { findLinks } from '../../client/links.ts';
import { isOnline } from '../shell/is-online.ts';
import type { Thread } from '../live/thread.ts';
import { BotMark } from '../ui/avatar.tsx';
import { IconButton } from '../ui/button.tsx';
import { clock, wholeTime } from '../ui/times.ts';
import { Citations } from './citations.tsx';
import { keeping } from './inbox-state.ts';
import type { ThreadRow } from './thread-rows.ts';

const statuses = { sent: '✓ Sent', delivered: '✓✓ Delivered', seen: '✓✓ Seen' };

/** A text as it was written: line breaks stay, addresses become links, everything else is only text. */
export function TextOf({ content }: { content: string }) {
  return (
    <>
      {findLinks(content).map(({ text, href }, at) =>
        href === undefined ? (
          text
        ) : (
          <a key={at} href={href} target="_blank" rel="noopener noreferrer nofollow">
            {text}
          </a>
        ),
      )}
    </>
  );
}

type RowOf<K extends ThreadRow['kind']> = Extract<ThreadRow, { kind: K }>;

/** A message that is stored. */
export function MessageRow({ row }: { row: RowOf<'message'> }) {
  const { message, startsGroup, showsStatus } = row;
  const { sender, content, citations = [], createdAt, status } = message;
  const isOwn = sender !== 'visitor';
  return (
    <li class={`message ${sender} ${isOwn ? 'own' : ''} ${startsGroup ? 'starts' : ''}`} data-key={row.key}>
      {startsGroup && <Author message={message} />}
      <div class="bubble" dir="auto" title={wholeTime(createdAt)}>
        <TextOf content={content} />
        {sender === 'operator' && (
          <IconButton
            icon="knowledge"
            label="Add to knowledge"
            class="keep"
            onClick={() => (keeping.value = message)}
          />
        )}
      </div>
      {citations.length > 0 && <Citations citations={citations} />}
      {showsStatus && <p class={`status ${status}`}>{statuses[status]}</p>}
    </li>
  );
}

function Author({ message: { sender, senderName, createdAt } }: { message: Message }) {
  const name = senderName ?? { visitor: 'Visitor', operator: 'Operator', bot: 'Bot', system: '' }[sender];
  return (
    <p class="author">
      {sender === 'bot' && <BotMark />}
      <bdi>{name}</bdi>
      {sender === 'bot' && <span class="tag">Bot</span>}
      <time dateTime={createdAt} title={wholeTime(createdAt)}>
        {clock(createdAt)}
      </time>
    </p>
  );
}

/** A message that was written here and is not yet known to be stored. */
export function OutgoingRow({ row, thread }: { row: RowOf<'outgoing'>; thread: Thread }) {
  const { clientId, content, failed } = row.draft;
  const outgoing = thread.outgoing[row.as];
  const isHeldUp = outgoing.isHeldUp.value || !isOnline.value;
  return (
    <li class={`message own outgoing ${row.as} ${row.startsGroup ? 'starts' : ''}`} data-key={row.key}>
      <div class="bubble" dir="auto">
        <TextOf content={content} />
      </div>
      {failed === undefined ? (
        <p class="status">{isHeldUp ? 'Waiting to be sent' : 'Sending…'}</p>
      ) : (
        <p class="status failed">
          Not sent.{' '}
          <button type="button" class="text-button" onClick={() => outgoing.retry(clientId)}>
            Try again
          </button>{' '}
          <button type="button" class="text-button" onClick={() => outgoing.remove(clientId)}>
            Discard
          </button>
        </p>
      )}
    </li>
  );
}

/** The bot's answer while it is being written. */
export function StreamRow({ text }: { text: string }) {
  return (
    <li class="message bot own starts streaming">
      <p class="author">
        <BotMark />
        <span class="tag">Bot</span>
        is writing…
      </p>
      <div class="bubble" dir="auto">
        <TextOf content={text} />
      </div>
    </li>
  );
}

/** What happened in the conversation. */
export function SystemRow({ message: { id, content, createdAt } }: { message: Message }) {
  return (
    <li class="system" data-key={id} title={wholeTime(createdAt)}>
      <span dir="auto">{content}</span>
    </li>
  );
}
