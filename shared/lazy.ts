/** What is made when it is first asked for, and kept: a cold start pays for nothing that it does not need. */
export function lazy<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
