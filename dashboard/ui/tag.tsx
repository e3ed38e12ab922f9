import type { ComponentChildren } from 'preact';

type TagProps = {
  tone?: 'plain' | 'positive' | 'warning' | 'danger' | 'accent';
  children: ComponentChildren;
};

/** A word or two about the state of something. */
export function Tag({ tone = 'plain', children }: TagProps) {
  return <span class={`tag ${tone}`}>{children}</span>;
}
