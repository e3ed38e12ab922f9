/** Where things are kept by name. */
export type Shelf = {
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
  keys(prefix: string): string[];
};

/** A shelf on the page's storage. Where that is forbidden or full, things last as long as the page. */
export function pageShelf(storage: () => Storage): Shelf {
  const memory = new Map<string, string>();
  const attempt = <T>(use: (open: Storage) => T, otherwise: T): T => {
    try {
      return use(storage());
    } catch {
      return otherwise;
    }
  };
  return {
    get: (key) => memory.get(key) ?? attempt((open) => open.getItem(key), null),
    set(key, value) {
      memory.delete(key);
      const isKept = attempt((open) => {
        open.setItem(key, value);
        return true;
      }, false);
      if (isKept) return;
      // What cannot be overwritten must not be found again beside the newer one.
      attempt((open) => open.removeItem(key), undefined);
      memory.set(key, value);
    },
    remove(key) {
      memory.delete(key);
      attempt((open) => open.removeItem(key), undefined);
    },
    keys: (prefix) => [
      ...[...memory.keys()].filter((key) => key.startsWith(prefix)),
      ...attempt((open) => Object.keys(open).filter((key) => key.startsWith(prefix)), []),
    ],
  };
}
