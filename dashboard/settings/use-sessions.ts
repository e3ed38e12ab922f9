import { useEffect, useState } from 'preact/hooks';
import type { Session } from '../../shared/api/sessions.ts';
import { codeOf } from '../../client/http.ts';
import { api, messageOf, read } from '../api.ts';
import { useDesk } from '../desk-context.ts';
import { signedOut } from '../session.ts';
import { sayDone, sayFailed } from '../ui/toast-list.ts';

/** Where one is signed in, as far as that was fetched, and what ends it. */
export function useSessions() {
  const desk = useDesk();
  const [sessions, setSessions] = useState<readonly Session[] | null>(null);
  const [problem, setProblem] = useState('');

  async function load(): Promise<void> {
    setProblem('');
    try {
      setSessions((await read(api.settings.sessions.$get())).data);
    } catch (error) {
      desk.failed(error, { isSaid: true });
      setProblem(messageOf(error));
    }
  }
  useEffect(() => void load(), []);

  /** Whether it succeeded. */
  async function attempt(call: Promise<{ message: string }>): Promise<boolean> {
    try {
      await call;
      return true;
    } catch (error) {
      // Somebody else may have been faster: then it is as it was wanted.
      if (codeOf(error) === 'not_found') return true;
      if (codeOf(error) === 'unauthorized') desk.failed(error);
      else sayFailed(`No session was ended. ${messageOf(error)}`);
      return false;
    }
  }
  async function end({ id, client }: Session): Promise<void> {
    if (!(await attempt(read(api.settings.sessions[':id'].$delete({ param: { id } }))))) return;
    sayDone(`Signed out: ${client ?? 'an unknown browser'}.`);
    await load();
  }
  async function endOthers(): Promise<void> {
    if (!(await attempt(read(api.settings.sessions.$delete({ query: { keep: 'current' } }))))) return;
    sayDone('Signed out everywhere else.');
    await load();
  }
  async function endAll(): Promise<void> {
    if (!(await attempt(read(api.settings.sessions.$delete({ query: {} }))))) return;
    desk.close({ forget: true });
    signedOut('You are signed out everywhere.');
  }

  return { sessions, problem, load, end, endOthers, endAll };
}
