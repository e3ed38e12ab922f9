import { signal } from '@preact/signals';

export type Toast = {
  id: number;
  text: string;
  kind: 'done' | 'failed';
  action?: { label: string; run(): void };
  lastsMs: number;
};

const doneMs = 5_000;
const failedMs = 9_000;

/** What is said at the edge of the page for a moment, newest last. */
export const toasts = signal<readonly Toast[]>([]);

let lastId = 0;

/** Says that something is done; where that loses something, with a way back for five seconds. */
export function sayDone(text: string, undo?: () => void): void {
  add({ text, kind: 'done', lastsMs: doneMs, ...(undo ? { action: { label: 'Undo', run: undo } } : {}) });
}

/** Says that something is done, and leads for a moment to what came of it. */
export function sayLinked(text: string, label: string, run: () => void): void {
  add({ text, kind: 'done', lastsMs: doneMs, action: { label, run } });
}

/** Says what went wrong, whether anything was lost, and what to do. */
export function sayFailed(text: string, retry?: () => void): void {
  add({
    text,
    kind: 'failed',
    lastsMs: failedMs,
    ...(retry ? { action: { label: 'Try again', run: retry } } : {}),
  });
}

export function dismiss(id: number): void {
  toasts.value = toasts.value.filter((toast) => toast.id !== id);
}

const most = 4;

function add(toast: Omit<Toast, 'id'>): void {
  lastId += 1;
  const others = toasts.value.filter(({ text }) => text !== toast.text);
  toasts.value = [...others, { ...toast, id: lastId }].slice(-most);
}
