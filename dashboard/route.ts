import { signal } from '@preact/signals';
import { type Route, parseRoute } from './parse-route.ts';

/** Where on the dashboard this page is; it lives in the address after `#`, which no server ever sees. */
export const route = signal<Route>(parseRoute(location.hash));

addEventListener('hashchange', () => {
  route.value = parseRoute(location.hash);
});

/** Goes somewhere, at once: the next key is already for what is there. */
export function go(path: string): void {
  location.hash = path;
  route.value = parseRoute(location.hash);
}

/** Goes somewhere without leaving a step for the browser's Back. */
export function replace(path: string): void {
  history.replaceState(null, '', path);
  route.value = parseRoute(path);
}
