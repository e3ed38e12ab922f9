import { useLayoutEffect } from 'preact/hooks';

/** Lets the browser ask before the page goes away with what was not saved. */
export function useUnloadGuard(isUnsaved: boolean): void {
  useLayoutEffect(() => {
    if (!isUnsaved) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [isUnsaved]);
}
