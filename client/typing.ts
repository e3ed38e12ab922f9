const renewEveryMs = 3_000;
const quietMs = 4_000;
const forgetMs = 6_000;

/** Says that one types: at once, then every few seconds, and that one has stopped. */
export function typingOut(send: (typing: boolean) => void) {
  let saidAtMs = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function stop(): void {
    clearTimeout(timer);
    if (saidAtMs > 0) send(false);
    saidAtMs = 0;
  }

  return {
    stop,
    typed(): void {
      clearTimeout(timer);
      timer = setTimeout(stop, quietMs);
      if (Date.now() - saidAtMs < renewEveryMs) return;
      saidAtMs = Date.now();
      send(true);
    },
  };
}

/** Holds who types until they stop, or nothing has come for a while. */
export function typingIn<T>(changed: () => void) {
  let who: T | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function set(now: T | null): void {
    clearTimeout(timer);
    if (now !== null) timer = setTimeout(() => set(null), forgetMs);
    if (now === who) return;
    who = now;
    changed();
  }

  return { who: () => who, set };
}
