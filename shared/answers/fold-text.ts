const marks = /[\u0300-\u036F\u064B-\u0655\u0670\u0640]/g;

/** Small letters without accents, and one kind of apostrophe. */
export const foldLetters = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(marks, '')
    .normalize('NFC')
    .replace(/[‘’ʼ`´]/g, "'");

/** A text as wordings are compared: folded letters, single blanks. */
export const foldText = (text: string): string => foldLetters(text).replace(/\s+/g, ' ').trim();
