/** A stretch of a text, by its offsets. */
export type Span = { start: number; end: number };

/** A sentence ends at a line's end, at a full stop before a blank, and at the full stops of scripts without blanks. */
const sentence = /[^\n]*?(?:[.!?…]+["'”’)\]]*(?=\s|$)|[。！？]+[」』”）]*|(?=\n)|$)/gy;
/** After these a full stop ends nothing. */
const abbreviation =
  /(?:^|[\s(])(?:e\.g|i\.e|etc|vs|mr|mrs|ms|dr|st|no|nr|z\.B|bzw|ca|approx|\p{L})\.$|^\d{1,2}\.$|(?<![\p{L}\p{N}])…$/iu;

/** The sentences of a text, in order, without the blanks around them. */
export function sentencesOf(
  text: string,
  { start: from, end: to }: Span = { start: 0, end: text.length },
): Span[] {
  const found: Span[] = [];
  let start = from;
  while (start < to) {
    let end = nextEnd(text, start, to);
    while (end < to && text[end] !== '\n' && abbreviation.test(text.slice(Math.max(start, end - 12), end))) {
      end = nextEnd(text, end, to);
    }
    const trimmed = trim(text, { start, end });
    if (trimmed.end > trimmed.start) found.push(trimmed);
    start = text[end] === '\n' ? end + 1 : Math.max(end, start + 1);
  }
  return found;
}

function nextEnd(text: string, start: number, to: number): number {
  sentence.lastIndex = start;
  const length = sentence.exec(text)?.[0].length ?? 0;
  return Math.min(to, Math.max(start + length, start));
}

/** A span without the blanks at its ends. */
export function trim(text: string, { start, end }: Span): Span {
  while (start < end && /\s/.test(text.charAt(start))) start += 1;
  while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1;
  return { start, end };
}
