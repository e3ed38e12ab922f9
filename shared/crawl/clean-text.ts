// oxlint-disable-next-line no-control-regex -- finding control characters is the point
const INVISIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b\u2060\ufeff]/g;

/** Makes text storable and searchable: well-formed Unicode, `\n` line ends, no control or zero-width break characters. */
export function cleanText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(INVISIBLE, '').toWellFormed();
}

/** The same on one line, at most `maxChars` code points; null when nothing is left. */
export function cleanLine(text: string, maxChars: number): string | null {
  const line = cleanText(text).replace(/\s+/g, ' ').trim();
  return line === ''
    ? null
    : Array.from(line.slice(0, maxChars * 2))
        .slice(0, maxChars)
        .join('')
        .trim();
}

/** Says whether text has more than `maxChars` Unicode code points. */
export function isLongerThan(text: string, maxChars: number): boolean {
  if (text.length <= maxChars) return false;
  let chars = 0;
  for (const _ of text) chars += 1;
  return chars > maxChars;
}
