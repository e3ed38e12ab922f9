/** Runs a task while no other tab of this page runs one under the same name, where the browser can tell. */
export function exclusively<T>(name: string, task: () => Promise<T>): Promise<T> {
  // Only secure pages have locks; without them the server's own rules still keep every message single.
  return navigator.locks ? navigator.locks.request(name, task) : task();
}
