import { useDesk } from '../desk-context.ts';
import { useCall } from './use-call.ts';

/** Saves what a form of the shell holds; a session that has ended ends the work. */
export function useSaving() {
  const desk = useDesk();
  const { run: save, ...call } = useCall((error) => desk.failed(error, { isSaid: true }));
  return { ...call, save };
}
