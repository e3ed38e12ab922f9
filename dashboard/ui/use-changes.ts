import { useState } from 'preact/hooks';
import { withChanges, withoutSaved } from './changes.ts';

/**
 * What is being changed of something. Only what was touched here stands over it: what others change of it comes in,
 * and an answer that comes late takes nothing back that was typed meanwhile.
 */
export function useChanges<T extends object>(of: T) {
  const [changes, setChanges] = useState<Partial<T>>({});
  return {
    changes,
    value: { ...of, ...changes },
    change: (more: Partial<T>) => setChanges((now) => withChanges(of, now, more)),
    saved: (sent: Partial<T>) => setChanges((now) => withoutSaved(now, sent)),
    discard: () => setChanges({}),
  };
}
