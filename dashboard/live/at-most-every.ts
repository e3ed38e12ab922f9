/** Runs soon, then at most every so often, once for all that came meanwhile. */
export function atMostEvery(everyMs: number, run: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let ranAtMs = -Infinity;
  return {
    /** There is a reason to run. */
    due(): void {
      timer ??= setTimeout(
        () => {
          timer = undefined;
          ranAtMs = Date.now();
          run();
        },
        Math.max(0, ranAtMs + everyMs - Date.now()),
      );
    },
    stop(): void {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
