import type { ComponentChildren } from 'preact';

type SplitProps = {
  list: ComponentChildren;
  /** On a phone, where there is room for one of the two: whether it is the content. */
  showsContent: boolean;
  children: ComponentChildren;
};

/** A list beside what is chosen in it; on a phone one of the two. */
export function Split({ list, showsContent, children }: SplitProps) {
  return (
    <div class={`split ${showsContent ? 'shows-content' : ''}`}>
      <div class="split-list">{list}</div>
      <div class="split-content">{children}</div>
    </div>
  );
}
