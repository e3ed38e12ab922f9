import { useLayoutEffect } from 'preact/hooks';

/** The forms of this page that hold what was not saved. */
const unsaved = new Set<object>();

/** Whether anything on this page was not saved. */
export function isPageUnsaved(): boolean {
  return unsaved.size > 0;
}

/** Lets the browser ask before the page goes away with what was not saved, and whoever signs out know of it. */
export function useUnloadGuard(isUnsaved: boolean): void {
  useLayoutEffect(() => {
    if (!isUnsaved) return undefined;
    const form = {};
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    unsaved.add(form);
    addEventListener('beforeunload', ask);
    return () => {
      unsaved.delete(form);
      removeEventListener('beforeunload', ask);
    };
  }, [isUnsaved]);
}
