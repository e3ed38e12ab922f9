import { signal } from '@preact/signals';
import type { User } from '../shared/api/auth.ts';
import { codeOf } from '../client/http.ts';
import { api, messageOf, read } from './api.ts';

export type Session =
  | { state: 'starting' }
  | { state: 'unreachable'; message: string }
  | { state: 'out'; note: string }
  | { state: 'in'; user: User };

/** Who uses this page. */
export const session = signal<Session>({ state: 'starting' });

/** Goes on as whoever this browser is signed in as. */
export async function startSession(): Promise<void> {
  session.value = { state: 'starting' };
  try {
    signedIn((await read(api.settings.$get())).data);
  } catch (error) {
    session.value =
      codeOf(error) === 'unauthorized' || codeOf(error) === 'forbidden'
        ? { state: 'out', note: '' }
        : { state: 'unreachable', message: messageOf(error) };
  }
}

export function signedIn(user: User): void {
  session.value = { state: 'in', user };
}

export function signedOut(note: string): void {
  session.value = { state: 'out', note };
}
