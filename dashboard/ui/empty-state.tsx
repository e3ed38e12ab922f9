import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';

/** What stands where nothing is yet: what would be here, and the next step. */
export function EmptyState({
  icon,
  title,
  children,
}: {
  icon: IconName;
  title: string;
  children?: ComponentChildren;
}) {
  return (
    <div class="empty-state">
      <Icon name={icon} />
      <h2>{title}</h2>
      {children}
    </div>
  );
}

/** What stands where something could not be fetched. */
export function Failed({ message, retry }: { message: string; retry(): void }) {
  return (
    <div class="empty-state" role="alert">
      <Icon name="warning" />
      <p>{message}</p>
      <button type="button" class="button plain" onClick={retry}>
        Try again
      </button>
    </div>
  );
}
