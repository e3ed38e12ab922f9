/** A language by its name, as this page's reader calls it; a tag that nobody knows stays as it is. */
export function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames(undefined, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** What a clock in a time zone shows; null for a zone that this browser does not know. */
export function clockIn(timeZone: string, nowMs: number): string | null {
  try {
    const clock = new Intl.DateTimeFormat(undefined, {
      hour: '2-digit',
      minute: '2-digit',
      weekday: 'short',
      timeZone,
    });
    return clock.format(nowMs);
  } catch {
    return null;
  }
}

/** An address without what goes without saying. */
export function shortAddress(url: string): string {
  return url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
}
