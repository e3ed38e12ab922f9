import { useEffect, useState } from 'preact/hooks';
import type { CannedReply } from '../../shared/api/canned-replies.ts';
import { messageOf } from '../api.ts';
import { useDesk } from '../desk-context.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Confirm, Dialog } from '../ui/dialog.tsx';
import { EmptyState, Failed } from '../ui/empty-state.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { CannedForm } from './canned-form.tsx';

type Shown =
  | { kind: 'list' }
  | { kind: 'form'; reply: CannedReply | null }
  | { kind: 'removing'; reply: CannedReply };

/** Where ready-made replies are written, changed and removed. */
export function CannedDialog({ onClose }: { onClose(): void }) {
  const desk = useDesk();
  const [problem, setProblem] = useState('');
  const [shown, setShown] = useState<Shown>({ kind: 'list' });
  const replies = desk.canned.list.value;
  const toList = () => setShown({ kind: 'list' });

  function load(): void {
    setProblem('');
    desk.canned.want().catch((error: unknown) => {
      desk.failed(error, { isSaid: true });
      setProblem(messageOf(error));
    });
  }
  useEffect(load, []);

  async function remove({ id }: CannedReply): Promise<void> {
    await desk.canned.remove(id).catch((error: unknown) => desk.failed(error));
  }

  return (
    <Dialog
      title="Canned replies"
      size="wide"
      onClose={onClose}
      footer={
        shown.kind === 'list' && (
          <Button kind="primary" icon="plus" onClick={() => setShown({ kind: 'form', reply: null })}>
            New reply
          </Button>
        )
      }
    >
      {shown.kind === 'form' ? (
        <CannedForm reply={shown.reply} onDone={toList} />
      ) : replies === null ? (
        problem === '' ? (
          <Skeleton lines={4} />
        ) : (
          <Failed message={problem} retry={load} />
        )
      ) : replies.length === 0 ? (
        <EmptyState icon="bolt" title="No canned replies yet">
          <p>Write what you say often once, and type / and a few letters from then on.</p>
        </EmptyState>
      ) : (
        <ul class="canned-table">
          {replies.map((reply) => (
            <li key={reply.id}>
              <strong>/{reply.shortcut}</strong>
              <span dir="auto">{reply.content}</span>
              <IconButton
                icon="edit"
                label={`Change /${reply.shortcut}`}
                onClick={() => setShown({ kind: 'form', reply })}
              />
              <IconButton
                icon="trash"
                label={`Delete /${reply.shortcut}`}
                onClick={() => setShown({ kind: 'removing', reply })}
              />
            </li>
          ))}
        </ul>
      )}
      {shown.kind === 'removing' && (
        <Confirm
          title={`Delete /${shown.reply.shortcut}?`}
          text="Nobody on your team can use it any more. This cannot be undone."
          confirm="Delete"
          onConfirm={() => void remove(shown.reply)}
          onClose={toList}
        />
      )}
    </Dialog>
  );
}
