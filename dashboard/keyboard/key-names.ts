const names: Record<string, string> = {
  $mod: 'Ctrl',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Enter: '↵',
};

/** Keys as a person reads them: `$mod+k` is ⌘K on a Mac and Ctrl+K elsewhere. */
export function keyNames(keys: string, { isMac }: { isMac: boolean }): string[] {
  return keys.split(' ').map((press) => {
    const parts = press.split('+').filter((part) => !part.startsWith('['));
    const shown = parts.map((part) => (part === '$mod' && isMac ? '⌘' : (names[part] ?? part)));
    const last = shown.at(-1) ?? '';
    const key = last.length === 1 ? last.toUpperCase() : last;
    return [...shown.slice(0, -1), key].join(isMac ? '' : '+');
  });
}

export const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform);
