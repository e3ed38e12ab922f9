import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';

type PaneProps = {
  title: string;
  /** Where a phone's Back leads. */
  back: string;
  actions?: ComponentChildren;
  children: ComponentChildren;
};

/** What stands beside a list: its title and what can be done with it, above what it holds. */
export function Pane({ title, back, actions, children }: PaneProps) {
  return (
    <div class="pane">
      <header class="pane-head">
        <a class="button quiet icon-only pane-back" href={back} aria-label="Back" title="Back">
          <Icon name="back" />
        </a>
        <h1 dir="auto" title={title}>
          {title}
        </h1>
        {actions && <div class="row-of">{actions}</div>}
      </header>
      <div class="pane-body">{children}</div>
    </div>
  );
}
