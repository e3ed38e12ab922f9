type Name = 'online' | 'offline' | 'focus' | 'visibilitychange' | 'storage';
type Heard = Event & { key?: string | null };

/** Listens to the page until the returned function is called. */
export function listen(handlers: { [name in Name]?: (event: Heard) => void }) {
  const off = new AbortController();
  for (const [name, handler] of Object.entries(handlers)) {
    const target = name === 'visibilitychange' ? document : window;
    target.addEventListener(name, handler, { signal: off.signal });
  }
  return () => off.abort();
}
