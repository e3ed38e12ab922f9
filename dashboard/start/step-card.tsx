import type { ComponentChildren } from 'preact';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';

type StepCardProps = {
  number: number;
  title: string;
  /** What has been reached, once it is. */
  summary: string;
  isDone: boolean;
  isOpen: boolean;
  open(): void;
  children: ComponentChildren;
};

/** One step of the guide: its title, and what to do while it is open. */
export function StepCard({ number, title, summary, isDone, isOpen, open, children }: StepCardProps) {
  return (
    <li
      class={`step ${isDone ? 'done' : ''} ${isOpen ? 'open' : ''}`}
      aria-current={isOpen ? 'step' : undefined}
    >
      <div class="step-head">
        <span class="step-number" aria-hidden="true">
          {isDone ? <Icon name="check" /> : number}
        </span>
        <div class="step-title">
          <h2>
            {title}
            {isDone && <span class="unseen"> (done)</span>}
          </h2>
          {!isOpen && isDone && <p class="muted">{summary}</p>}
        </div>
        {!isOpen && (
          <Button kind="quiet" onClick={open} aria-label={`${isDone ? 'Change' : 'Go to'}: ${title}`}>
            {isDone ? 'Change' : 'Go to'}
          </Button>
        )}
      </div>
      {isOpen && <div class="step-body">{children}</div>}
    </li>
  );
}
