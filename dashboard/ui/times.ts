const dayMs = 24 * 60 * 60_000;
const hourMs = 60 * 60_000;
const minuteMs = 60_000;

const clockFormat = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const weekdayFormat = new Intl.DateTimeFormat(undefined, { weekday: 'short' });
const dateFormat = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
const yearFormat = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric' });
const dayFormat = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long' });
const wholeFormat = new Intl.DateTimeFormat(undefined, { dateStyle: 'long', timeStyle: 'short' });

/** The time of day. */
export function clock(iso: string): string {
  return clockFormat.format(new Date(iso));
}

/** A moment in full, for who wants to know exactly. */
export function wholeTime(iso: string): string {
  return wholeFormat.format(new Date(iso));
}

/** A day between messages: today, yesterday, or by its name. */
export function dayName(iso: string, nowMs: number): string {
  const day = new Date(iso).toDateString();
  if (day === new Date(nowMs).toDateString()) return 'Today';
  if (day === new Date(nowMs - dayMs).toDateString()) return 'Yesterday';
  return dayFormat.format(new Date(iso));
}

/** A moment in a list, as short as it can be told: the clock today, the weekday this week, the date before. */
export function shortTime(iso: string, nowMs: number): string {
  const time = new Date(iso);
  const now = new Date(nowMs);
  if (time.toDateString() === now.toDateString()) return clockFormat.format(time);
  if (nowMs - time.getTime() < 6 * dayMs) return weekdayFormat.format(time);
  return (time.getFullYear() === now.getFullYear() ? dateFormat : yearFormat).format(time);
}

/** A length of time in its largest unit that is worth saying. */
export function span(ms: number): string {
  if (ms < minuteMs) return `${Math.max(0, Math.round(ms / 1000))} s`;
  if (ms < hourMs) return `${Math.floor(ms / minuteMs)} min`;
  if (ms < 2 * dayMs) return `${Math.floor(ms / hourMs)} h`;
  return `${Math.floor(ms / dayMs)} days`;
}
