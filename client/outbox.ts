import { readJson, type Shelf } from './shelf.ts';

/** A message that was written and is not yet known to be stored; `failed` is why it was refused for good. */
export type Draft = {
  clientId: string;
  content: string;
  createdAt: string;
  failed?: string | undefined;
  /** The conversation it is for, where there are several. */
  to?: string | undefined;
};

/**
 * What was written and not yet acknowledged, in the order of writing. Each draft has a place of its own in the
 * storage, so tabs that write at the same time cannot lose each other's.
 */
export function outbox(shelf: Shelf, prefix: string, now: () => number = Date.now) {
  const keys = () => shelf.keys(prefix).toSorted();
  const keyOf = (clientId: string) => keys().find((key) => key.endsWith(`-${clientId}`));

  function change(clientId: string, edit: (draft: Draft) => Draft): void {
    const key = keyOf(clientId);
    const draft = key && readJson<Draft>(shelf, key);
    if (key && draft) shelf.set(key, JSON.stringify(edit(draft)));
  }

  function all(): Draft[] {
    return keys().flatMap((key) => {
      const draft = readJson<Draft>(shelf, key);
      return draft?.content ? draft : [];
    });
  }

  return {
    all,
    /** The next to be sent. */
    next: () => all().find(({ failed }) => !failed),
    add(content: string, to?: string): Draft {
      const last = Number.parseInt(keys().at(-1)?.slice(prefix.length) ?? '0', 10);
      // A clock that was set back must not put a message before an earlier one.
      const place = Math.max(now(), last + 1);
      const draft = { clientId: uniqueId(), content, createdAt: new Date(place).toISOString(), to };
      shelf.set(`${prefix}${place}-${draft.clientId}`, JSON.stringify(draft));
      return draft;
    },
    remove(clientId: string): void {
      const key = keyOf(clientId);
      if (key) shelf.remove(key);
    },
    fail: (clientId: string, code: string) => change(clientId, (draft) => ({ ...draft, failed: code })),
    retry: (clientId: string) => change(clientId, (draft) => ({ ...draft, failed: undefined })),
  };
}

export type Outbox = ReturnType<typeof outbox>;

/** 128 random bits; `crypto.randomUUID` exists on secure pages only, and the widget also lives on others. */
export function uniqueId(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join('_');
}
