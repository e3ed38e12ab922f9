/** Changes with some more of them; what is as it was before again is none. */
export function withChanges<T extends object>(of: T, changes: Partial<T>, more: Partial<T>): Partial<T> {
  return withoutSame({ ...changes, ...more }, of);
}

/** What is left to be saved once some changes are: what was changed again meanwhile. */
export function withoutSaved<T extends object>(changes: Partial<T>, saved: Partial<T>): Partial<T> {
  return withoutSame(changes, saved);
}

function withoutSame<T extends object>(changes: Partial<T>, other: Partial<T>): Partial<T> {
  const left = { ...changes };
  for (const name in other) if (left[name] === other[name]) delete left[name];
  return left;
}
