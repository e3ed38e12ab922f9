import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Desk } from './live/desk.ts';

const DeskContext = createContext<Desk | null>(null);

export const DeskProvider = DeskContext.Provider;

/** The signed-in operator's desk. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('This is drawn outside of the shell.');
  return desk;
}
