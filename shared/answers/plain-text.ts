const fenceLine = /^[^\S\n]*(?:```|~~~).*$/u;
const tableRule = /^[^\S\n]*\|?(?:[^\S\n]*:?-{2,}:?[^\S\n]*\|)+[^\S\n]*(?::?-{2,}:?)?[^\S\n]*$/u;
const tableRow = /^[^\S\n]*\|(.*?)\|?[^\S\n]*$/u;

/** Tags that only shape a text; any other may be what the text is about. */
const shaping =
  /<\/?(?:a|abbr|b|blockquote|br|center|code|div|em|font|h[1-6]|hr|i|img|li|mark|ol|p|pre|q|s|small|span|strong|sub|sup|table|tbody|td|tfoot|th|thead|tr|u|ul)(?:\s[^<>]*)?\/?>/giu;
const entities: Record<string, string> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  '#39': "'",
};

/** Each takes a mark of Markdown off one line. */
const marks: [RegExp, string][] = [
  [/^(?:[^\S\n]*>)+[^\S\n]?/u, ''],
  [/^[^\S\n]{0,3}#{1,6}[^\S\n]+/u, ''],
  [/^([^\S\n]*)[*+](?=[^\S\n])/u, '$1-'],
  [/!\[([^\]\n]*)\]\([^)\n]*\)/gu, '$1'],
  [/\[([^\]\n]+)\]\(<?(https?:[^\s)<>]+)>?(?:\s[^)\n]*)?\)/gu, '$1 ($2)'],
  [/\[([^\]\n]+)\]\([^)\s]*\)/gu, '$1'],
  [/\*\*(?=\S)([^\n]+?)(?<=\S)\*\*/gu, '$1'],
  [/(?<![\p{L}\p{N}_])__(?=\S)([^\n]+?)(?<=\S)__(?![\p{L}\p{N}_]|\.\p{L})/gu, '$1'],
  [/(?<![\p{L}\p{N}*])\*(?=[^\s*])([^*\n]+?)(?<=\S)\*(?![\p{L}\p{N}*])/gu, '$1'],
  [/(?<![\p{L}\p{N}_])_(?=[^\s_])([^_\n]+?)(?<=\S)_(?![\p{L}\p{N}_])/gu, '$1'],
  [/~~(?=\S)([^~\n]+?)~~/gu, '$1'],
];

/** A text without the marks of Markdown and HTML, as a person reads it who sees it as it is. What is code stays. */
export function plainText(text: string): string {
  let isCode = false;
  const lines = text.split('\n').flatMap((line) => {
    if (fenceLine.test(line)) {
      isCode = !isCode;
      return [];
    }
    if (isCode) return [line];
    return tableRule.test(line) ? [] : [plainLine(line)];
  });
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function plainLine(line: string): string {
  // Between backticks nothing is a mark.
  const pieces = line.split(/(`[^`\n]+`)/u);
  const plain = pieces.map((piece, at) => (at % 2 === 1 ? piece.slice(1, -1) : unmarked(piece))).join('');
  const cells = tableRow.exec(plain)?.[1]?.split('|');
  return (cells ? cells.map((cell) => cell.trim()).join(' · ') : plain).trimEnd();
}

function unmarked(piece: string): string {
  const bare = marks.reduce(
    (text, [mark, instead]) => text.replace(mark, instead),
    piece.replace(shaping, ''),
  );
  return bare
    .replace(/\\([*_`#[\]()>~|\\-])/gu, '$1')
    .replace(/&(nbsp|amp|lt|gt|quot|apos|#39);/gu, (whole, name: string) => entities[name] ?? whole);
}
