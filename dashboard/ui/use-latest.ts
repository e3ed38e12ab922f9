import { useRef } from 'preact/hooks';

/** A function that stays the same and always does what was drawn last: keys come faster than effects. */
export function useLatest(run: () => void): () => void {
  const latest = useRef(run);
  latest.current = run;
  const stable = useRef(() => latest.current());
  return stable.current;
}
