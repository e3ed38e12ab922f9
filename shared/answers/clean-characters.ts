/** Joiners that Persian and emoji need. */
const joiners = '\u200C\u200D';
const unwanted = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Noncharacter_Code_Point}\u{FE00}-\u{FE0D}\u{E0100}-\u{E01EF}]/u;

/** Takes text in pieces and gives its whole characters, without controls, hidden ones and halves of pairs. */
export function createCharacters(): (piece: string) => string[] {
  let high = '';
  return (piece) => {
    const units = high + piece;
    const isOpen = /[\uD800-\uDBFF]$/.test(units);
    high = isOpen ? units.slice(-1) : '';
    return [...(isOpen ? units.slice(0, -1) : units)].flatMap(clean);
  };
}

function clean(character: string): string[] {
  if (character === '\n' || character === '\t' || joiners.includes(character)) return [character];
  if (character === '\u2028' || character === '\u2029') return ['\n'];
  return unwanted.test(character) ? [] : [character];
}
