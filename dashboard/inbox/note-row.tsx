import { useState } from 'preact/hooks';
import { api, read } from '../api.ts';
import { useDesk } from '../desk-context.ts';
import { IconButton } from '../ui/button.tsx';
import { Confirm } from '../ui/dialog.tsx';
import { Icon } from '../ui/icon.tsx';
import { clock, wholeTime } from '../ui/times.ts';
import { TextOf } from './message-row.tsx';
import type { ThreadRow } from './thread-rows.ts';

type NoteRowProps = { row: Extract<ThreadRow, { kind: 'note' }> };

/** What an operator noted for the others; its author can take it back. */
export function NoteRow({ row: { key, note } }: NoteRowProps) {
  const desk = useDesk();
  const [asks, setAsks] = useState(false);

  async function remove(): Promise<void> {
    try {
      await read(api.conversations.notes[':id'].$delete({ param: { id: note.id } }));
    } catch (error) {
      desk.failed(error);
    }
  }
  return (
    <li class="note" data-key={key}>
      <p class="author">
        <Icon name="note" />
        <bdi>{note.authorName}</bdi>
        <span>noted</span>
        <time dateTime={note.createdAt} title={wholeTime(note.createdAt)}>
          {clock(note.createdAt)}
        </time>
        {note.authorId === desk.user.id && (
          <IconButton icon="trash" label="Delete this note" onClick={() => setAsks(true)} />
        )}
      </p>
      <div class="note-text" dir="auto">
        <TextOf content={note.content} />
      </div>
      {asks && (
        <Confirm
          title="Delete this note?"
          text="It is gone for your whole team. This cannot be undone."
          confirm="Delete"
          onConfirm={() => void remove()}
          onClose={() => setAsks(false)}
        />
      )}
    </li>
  );
}
