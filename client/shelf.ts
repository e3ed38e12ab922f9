/** Where things are kept by name. */
export type Shelf = {
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
  keys(prefix: string): string[];
};

/** What is kept under a name, or undefined where that is nothing, or nothing that can be read. */
export function readJson<T>(shelf: Shelf, key: string): T | undefined {
  try {
    return JSON.parse(shelf.get(key) ?? '') ?? undefined;
  } catch {
    return undefined;
  }
}

/** A shelf on the page's storage. Where that is forbidden or full, things last as long as the page. */
export function pageShelf(storage: () => Storage): Shelf {
  const memory = new Map<string, string>();
  const attempt = <T>(use: (open: Storage) => T): T | undefined => {
    try {
      return use(storage());
    } catch {
      return undefined;
    }
  };
  return {
    get: (key) => memory.get(key) ?? attempt((open) => open.getItem(key)) ?? null,
    set(key, value) {
      memory.set(key, value);
      attempt((open) => {
        open.setItem(key, value);
        memory.delete(key);
      });
      // What cannot be overwritten must not be found again beside the newer one.
      if (memory.has(key)) attempt((open) => open.removeItem(key));
    },
    remove(key) {
      memory.delete(key);
      attempt((open) => open.removeItem(key));
    },
    keys: (prefix) =>
      [...memory.keys(), ...(attempt(Object.keys) ?? [])].filter((key) => key.startsWith(prefix)),
  };
}
