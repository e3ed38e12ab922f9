import * as strings from './strings/en.ts';

const { locale, timeZone } = new Intl.DateTimeFormat().resolvedOptions();

export const timezone = timeZone;
/** The language that the widget speaks here, as the reader's own browser writes it where that is in the same. */
export const spokenLocale = locale.startsWith(strings.tag) ? locale : strings.tag;
