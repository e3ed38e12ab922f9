import { useDesk } from '../desk-context.ts';
import { Avatar } from '../ui/avatar.tsx';
import { IconButton } from '../ui/button.tsx';
import { AssigneeField } from './assignee.tsx';
import { areDetailsShown } from './inbox-state.ts';
import { nameOf } from './names.ts';
import { OtherConversations } from './other-conversations.tsx';
import { RatingShown } from './rating-shown.tsx';
import { VisitorFacts } from './visitor-facts.tsx';

/** Who the conversation is with, and whose it is. */
export function DetailsPane({ id }: { id: string }) {
  const desk = useDesk();
  void desk.version.value;
  const one = desk.book.get(id);
  if (!one) return <aside class="details-pane" aria-label="About the visitor" />;
  const { visitor, rating, createdAt } = one;
  return (
    <aside class="details-pane" aria-label="About the visitor">
      <IconButton
        class="details-close"
        icon="close"
        label="Close"
        onClick={() => (areDetailsShown.value = false)}
      />
      <div class="details-who">
        <Avatar name={nameOf(one)} id={visitor.id} size={48} />
        <h2 dir="auto">{nameOf(one)}</h2>
        <p class="muted">{desk.online.value.has(visitor.id) ? 'Here now' : 'Not here now'}</p>
      </div>
      <AssigneeField one={one} />
      {rating && <RatingShown rating={rating} />}
      <VisitorFacts visitor={visitor} began={createdAt} />
      <OtherConversations visitorId={visitor.id} id={id} />
    </aside>
  );
}
