import { useState } from 'preact/hooks';
import { CallError, messageOf } from '../api.ts';

/** Makes calls for a form: whether one is under way, and what is wrong, in all or by field. */
export function useCall(failed: (error: unknown) => void = () => undefined) {
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const issues = error instanceof CallError ? error.issues : [];
  return {
    isBusy,
    /** What to say above the form; null where its fields say it. */
    problem: error === null || issues.length > 0 ? null : messageOf(error),
    /** Of a list, what is wrong with any of its items. */
    problemOf: (field: string) => issues.find(({ path }) => `${path}.`.startsWith(`${field}.`))?.message,
    /** Whether it succeeded. */
    async run(call: () => Promise<unknown>): Promise<boolean> {
      if (isBusy) return false;
      setBusy(true);
      setError(null);
      try {
        await call();
        return true;
      } catch (failure) {
        failed(failure);
        setError(failure);
        return false;
      } finally {
        setBusy(false);
      }
    },
  };
}
