import type { ButtonHTMLAttributes, ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';

type Kind = 'plain' | 'primary' | 'quiet' | 'danger';

type ButtonProps = Omit<ButtonHTMLAttributes, 'icon' | 'disabled'> & {
  kind?: Kind;
  icon?: IconName;
  /** The key that does the same. */
  keys?: string | undefined;
  /** Work is under way: it is said, and further presses do nothing, but the focus stays. */
  busy?: boolean;
  children?: ComponentChildren;
};

export function Button({ kind = 'plain', icon, keys, busy = false, children, ...rest }: ButtonProps) {
  const { onClick, ...attributes } = rest;
  return (
    <button
      type="button"
      {...attributes}
      class={`button ${kind} ${children === undefined ? 'icon-only' : ''} ${String(rest.class ?? '')}`}
      aria-disabled={busy || rest['aria-disabled']}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      {icon && <Icon name={icon} />}
      {children}
      {keys && <kbd aria-hidden="true">{keys}</kbd>}
    </button>
  );
}

/** A button that only has a picture; its name is for those who do not see it, and for the pointer that rests on it. */
export function IconButton({
  label,
  ...rest
}: Omit<ButtonProps, 'children'> & { label: string; icon: IconName }) {
  return <Button kind="quiet" aria-label={label} title={label} {...rest} />;
}
