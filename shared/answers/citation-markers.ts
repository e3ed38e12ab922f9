/** A reference to passages by number: `[1]`, `[1, 2]`, `[^3]`, `【1】`, `【4†source】`, `[Passage 2]`. */
export const marker =
  /\[\^?(?:(?:passages?|sources?|quellen?) ?)?\d{1,2}(?:\s?[,;–-]\s?\d{1,2}){0,9}\]|【\^?\d{1,2}(?:\s?[,;–:-]\s?\d{1,2}){0,9}(?:†[^【】\n]{0,40})?】/giu;

/** The longest text that may still become a marker is shorter than this. */
const maxMarkerChars = 64;

const start =
  /(?:\[\^?(?:(?:p(?:a(?:s(?:s(?:a(?:g(?:es?)?)?)?)?)?)?|s(?:o(?:u(?:r(?:c(?:es?)?)?)?)?)?|q(?:u(?:e(?:l(?:l(?:en?)?)?)?)?)?) ?)?(?:\d{1,2}[\s,;–-]{0,3}){0,10}|【\^?(?:\d{1,2}[\s,;–:-]{0,3}){0,10}(?:†[^【】\n]{0,40})?)$/iu;

/** Whether a text ends in what may become a marker, so that a blank in it ends no word. */
export function endsInMarkerStart(text: string): boolean {
  return start.test(text.slice(-maxMarkerChars));
}

/** The numbers that a marker names, in order. */
export function numbersOf(found: string): number[] {
  const bare = found.replace(/†.*/u, '');
  return [...bare.matchAll(/\d+/g)].map(([digits]) => Number(digits));
}
