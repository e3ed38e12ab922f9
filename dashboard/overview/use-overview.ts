import { useEffect, useMemo } from 'preact/hooks';
import type { Day } from '../../shared/calendar.ts';
import { listen } from '../../client/listen.ts';
import { useDesk } from '../desk-context.ts';
import { type Days, OverviewStore } from './overview-store.ts';

/** The overview of these days, which follows what happens for as long as it is looked at. */
export function useOverview({ from, to, interval }: Days, today: Day) {
  const desk = useDesk();
  const store = useMemo(() => new OverviewStore(desk), [desk]);
  const load = () => void store.load({ from, to, interval });
  useEffect(load, [store, from, to, interval]);
  const news = desk.news.value;
  useEffect(() => {
    // What happens now is in no period that is over.
    if (to >= today) store.changed();
  }, [news]);
  useEffect(() => {
    const deafen = listen({ visibilitychange: () => store.catchUp() });
    return () => {
      deafen();
      store.stop();
    };
  }, [store]);
  return { store, load };
}
