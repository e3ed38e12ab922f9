import { api, messageOf, read } from './api.ts';
import { codeOf } from '../client/http.ts';
import type { Desk } from './live/desk.ts';
import { signedOut } from './session.ts';
import { sayFailed } from './ui/toast-list.ts';

/** Ends this session, and takes what was written off this browser. */
export async function signOut(desk: Desk): Promise<void> {
  try {
    await read(api.auth.logout.$post());
  } catch (error) {
    if (codeOf(error) !== 'unauthorized')
      return sayFailed(`You are still signed in. ${messageOf(error)}`, () => void signOut(desk));
  }
  desk.close({ forget: true });
  signedOut('');
  return undefined;
}
