import { useState } from 'preact/hooks';
import { useDesk } from '../desk-context.ts';
import { CallError, messageOf } from '../api.ts';

/** Saves what a form holds: whether it is under way, and what is wrong, in all or by field. */
export function useSaving() {
  const desk = useDesk();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const issues = error instanceof CallError ? error.issues : [];
  return {
    isBusy,
    /** What to say above the form; null where its fields say it. */
    problem: error === null || issues.length > 0 ? null : messageOf(error),
    problemOf: (field: string) => issues.find(({ path }) => path === field)?.message,
    /** Whether it was saved. */
    async save(run: () => Promise<unknown>): Promise<boolean> {
      if (isBusy) return false;
      setBusy(true);
      setError(null);
      try {
        await run();
        return true;
      } catch (failure) {
        desk.failed(failure, { isSaid: true });
        setError(failure);
        return false;
      } finally {
        setBusy(false);
      }
    },
  };
}
