import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon, type IconName } from './icon.tsx';

type MenuProps = {
  /** What the list holds; the button's name as well, where that has no words of its own. */
  label: string;
  button: ComponentChildren;
  hasWords?: boolean;
  class?: string;
  children: ComponentChildren;
};

/** A button with a list of things to do. Arrows move in it; Escape, Tab and a click elsewhere close it. */
export function Menu({ label, button, hasWords = false, class: name = '', children }: MenuProps) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);

  const items = () =>
    [...(root.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])].filter(isShown);
  function close(): void {
    setOpen(false);
    opener.current?.focus();
  }
  useLayoutEffect(() => {
    if (!isOpen) return undefined;
    items()[0]?.focus();
    const off = new AbortController();
    document.addEventListener(
      'pointerdown',
      ({ target }) => {
        if (target instanceof Node && !root.current?.contains(target)) setOpen(false);
      },
      { signal: off.signal },
    );
    return () => off.abort();
  }, [isOpen]);

  function move(event: KeyboardEvent): void {
    const all = items();
    const at = all.findIndex((item) => item === document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      all.at(to % all.length)?.focus();
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      close();
    } else if (event.key === 'Tab') setOpen(false);
  }

  return (
    <div class={`menu ${name}`} ref={root}>
      <button
        ref={opener}
        type="button"
        class={`button quiet ${hasWords ? '' : 'icon-only'}`}
        {...(hasWords ? {} : { 'aria-label': label, title: label })}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        {button}
      </button>
      {isOpen && (
        <div id={id} role="menu" aria-label={label} class="menu-list" onKeyDown={move} onClick={close}>
          {children}
        </div>
      )}
    </div>
  );
}

type MenuItemProps = {
  icon: IconName;
  class?: string;
  href?: string;
  onSelect?(): void;
  /** A word or a number at the end of the line. */
  note?: ComponentChildren;
  children: ComponentChildren;
};

export function MenuItem({ icon, class: name = '', href, onSelect, note, children }: MenuItemProps) {
  const shared = { role: 'menuitem', class: `menu-item ${name}`, tabIndex: -1 } as const;
  const content = (
    <>
      <Icon name={icon} />
      <span class="menu-words">{children}</span>
      {note !== undefined && <span class="muted figure">{note}</span>}
    </>
  );
  if (href !== undefined)
    return (
      <a {...shared} href={href}>
        {content}
      </a>
    );
  return (
    <button {...shared} type="button" onClick={onSelect}>
      {content}
    </button>
  );
}

function isShown(element: HTMLElement): boolean {
  return element.getClientRects().length > 0;
}
