const marks = /[\u0300-\u036F\u064B-\u0655\u0670\u0640]/g;
const letters: Record<string, string> = { ß: 'ss', ł: 'l', ı: 'i', ø: 'o', đ: 'd' };

/** Small letters without accents, as people type who are in a hurry. */
export const foldText = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(marks, '')
    .normalize('NFC')
    .replace(/[ßłıøđ]/g, (letter) => letters[letter] ?? letter);
