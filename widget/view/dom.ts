/** Makes an element; texts among its children stay texts. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.replaceChildren(...children);
  return node;
}

/** Shows a text in an element that is only there while it has one. */
export function say(node: HTMLElement, text: string): void {
  if (node.textContent !== text) node.textContent = text;
  node.hidden = text === '';
}

export type Row = { key: string; signature: string; make(): HTMLElement };

/** Makes a list's children be the rows, in order; what has not changed is left as it stands. */
export function rowsIn(list: HTMLElement): (rows: Row[]) => void {
  const shown = new Map<string, { signature: string; node: HTMLElement }>();
  return (rows) => {
    const wanted = new Set(rows.map(({ key }) => key));
    for (const [key, { node }] of shown) {
      if (wanted.has(key)) continue;
      node.remove();
      shown.delete(key);
    }
    for (const [at, { key, signature, make }] of rows.entries()) {
      const old = shown.get(key);
      const node = old?.signature === signature ? old.node : make();
      if (old && old.node !== node) old.node.replaceWith(node);
      if (list.children[at] !== node) list.insertBefore(node, list.children[at] ?? null);
      shown.set(key, { signature, node });
    }
  };
}
