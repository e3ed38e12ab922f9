export type Piece = { text: string; href?: string };

/** An http(s) address, with the round brackets that it opens itself and without what ends the sentence around it. */
const address = /\bhttps?:\/\/(?:[^\s<>"'`()]|\([^\s()]*\))*(?:[^\s<>"'`().,;:!?…*_~\]}]|\([^\s()]*\))/gi;

/** Cuts a text into plain pieces and http(s) links. */
export function findLinks(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { 0: link, index } of text.matchAll(address)) {
    pieces.push({ text: text.slice(from, index) }, { text: link, href: link });
    from = index + link.length;
  }
  return [...pieces, { text: text.slice(from) }].filter((piece) => piece.text);
}
