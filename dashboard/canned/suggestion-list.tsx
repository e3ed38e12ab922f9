import type { CannedReply } from '../../shared/api/canned-replies.ts';

type SuggestionListProps = {
  id: string;
  replies: readonly CannedReply[];
  activeAt: number;
  choose(reply: CannedReply): void;
};

/** The replies that what is typed may mean, above the field; the focus stays in the field. */
export function SuggestionList({ id, replies, activeAt, choose }: SuggestionListProps) {
  return (
    <ul id={id} class="canned-list" role="listbox" aria-label="Canned replies">
      {replies.map((reply, at) => (
        <li
          key={reply.id}
          id={`${id}-${at}`}
          role="option"
          aria-selected={at === activeAt}
          onPointerDown={(event) => {
            event.preventDefault();
            choose(reply);
          }}
        >
          <strong>/{reply.shortcut}</strong>
          <span dir="auto">{reply.content}</span>
        </li>
      ))}
    </ul>
  );
}
