export type Piece = { text: string; href?: string };

const address = /\bhttps?:\/\/[^\s<>"'`]+/gi;
const trailing = '.,;:!?…*_~';
const pairs: [string, string][] = [
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
];

/** Cuts a text into plain pieces and http(s) links, leaving the punctuation around a link outside of it. */
export function findLinks(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { 0: match, index } of text.matchAll(address)) {
    const link = trimLink(match);
    if (!URL.canParse(link)) continue;
    if (index > from) pieces.push({ text: text.slice(from, index) });
    pieces.push({ text: link, href: link });
    from = index + link.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from) });
  return pieces;
}

/** Takes off what ends the sentence and not the address; a bracket stays where the address itself opened it. */
function trimLink(link: string): string {
  const unopened = new Map(
    pairs.map(([open, close]) => [close, link.split(close).length - link.split(open).length]),
  );
  let end = link.length;
  for (; end > 0; end -= 1) {
    const last = link.charAt(end - 1);
    const surplus = unopened.get(last) ?? 0;
    if (surplus <= 0 && !trailing.includes(last)) break;
    unopened.set(last, surplus - 1);
  }
  return link.slice(0, end);
}
