import * as strings from '../strings/en.ts';

const dayMs = 24 * 60 * 60_000;
const own = new Intl.DateTimeFormat().resolvedOptions().locale;
/** As the reader's own browser writes times, where that is in the widget's language. */
const locale = own.startsWith(strings.tag) ? own : strings.tag;
const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });
const date = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' });

export function clockOf(iso: string): string {
  return clock.format(new Date(iso));
}

export function dayOf(iso: string): string {
  const moment = new Date(iso);
  const day = moment.toDateString();
  if (day === new Date().toDateString()) return strings.today;
  if (day === new Date(Date.now() - dayMs).toDateString()) return strings.yesterday;
  return date.format(moment);
}
