type Tags = HTMLElementTagNameMap;
type Tag = keyof Tags;
type Made<S extends string> = S extends `${infer T}.${string}` ? Made<T> : S extends Tag ? Tags[S] : never;
type Handler = (event: Event) => void;
type Attributes = Record<string, string | Handler>;
type Child = Node | string | false | null | undefined;

/**
 * Makes an element: `li.row.own`. A function among its attributes is called at the event of that name. Texts among its
 * children stay texts; what is not there is left out.
 */
export function el<S extends Tag | `${Tag}.${string}`>(
  selector: S,
  attributes?: Attributes,
  ...children: Child[]
): Made<S>;
export function el(selector: string, attributes: Attributes = {}, ...children: Child[]) {
  const [tag = '', ...classes] = selector.split('.');
  const node = document.createElement(tag);
  if (classes.length > 0) node.className = classes.join(' ');
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'string') node.setAttribute(name, value);
    else node.addEventListener(name, value);
  }
  node.append(...children.filter((child): child is Node | string => !!child));
  return node;
}

/** Makes a button that does something. */
export function button(
  look: '' | `.${string}`,
  label: string | Node,
  click: () => void,
  attributes: Attributes = {},
): HTMLButtonElement {
  return el(`button${look}`, { type: 'button', click, ...attributes }, label);
}

/** Makes a place for a text of several lines. */
export function textArea(label: string): HTMLTextAreaElement {
  return el('textarea', { rows: '1', 'aria-label': label, placeholder: label, dir: 'auto' });
}

/** Shows a text in an element that is only there while it has one. */
export function say(node: HTMLElement, text: string): void {
  if (node.textContent !== text) node.textContent = text;
  node.hidden = text === '';
}

/** What stands in a list; `make` is given what stood there under the same key before. */
export type Row = { key: string; signature: string; make(old?: HTMLElement): HTMLElement };

/** Makes a list's children be the rows, in order; what has not changed is left as it stands. */
export function rowsIn(list: HTMLElement): (rows: Row[]) => void {
  let shown = new Map<string, { signature: string; node: HTMLElement }>();
  return (rows) => {
    const before = shown;
    shown = new Map(
      rows.map(({ key, signature, make }) => {
        const old = before.get(key);
        return [key, { signature, node: old?.signature === signature ? old.node : make(old?.node) }];
      }),
    );
    const nodes = [...shown.values()].map(({ node }) => node);
    for (const [key, { node }] of before) if (shown.get(key)?.node !== node) node.remove();
    for (const [at, node] of nodes.entries()) {
      if (list.children[at] !== node) list.insertBefore(node, list.children[at] ?? null);
    }
  };
}
