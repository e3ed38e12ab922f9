import * as strings from '../strings/en.ts';

const dayMs = 24 * 60 * 60_000;

/** Times as the reader's language writes them. */
export function timesIn(language: string | undefined) {
  const clock = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit' });
  const date = new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long' });
  return {
    clock: (iso: string) => clock.format(new Date(iso)),
    day(iso: string): string {
      const day = new Date(iso).toDateString();
      if (day === new Date().toDateString()) return strings.today;
      if (day === new Date(Date.now() - dayMs).toDateString()) return strings.yesterday;
      return date.format(new Date(iso));
    },
  };
}

export type Times = ReturnType<typeof timesIn>;
