import { Icon } from '../ui/icon.tsx';

/** Says what is waited for, and that it has come. */
export function Waiting({ isOver, text }: { isOver: boolean; text: string }) {
  return (
    <p class={`wait-line ${isOver ? 'over' : ''}`} role="status">
      {isOver ? <Icon name="check" /> : <span class="pulse" aria-hidden="true" />}
      <span dir="auto">{text}</span>
    </p>
  );
}
