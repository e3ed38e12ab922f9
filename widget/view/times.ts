import { spokenLocale } from '../locale.ts';
import * as strings from '../strings/en.ts';

const dayMs = 24 * 60 * 60_000;
const clock = new Intl.DateTimeFormat(spokenLocale, { hour: '2-digit', minute: '2-digit' });
const date = new Intl.DateTimeFormat(spokenLocale, { weekday: 'long', day: 'numeric', month: 'long' });

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
