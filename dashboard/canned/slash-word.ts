/** A word after a slash, where the caret stands: the way to a canned reply. */
export type SlashWord = { from: number; query: string };

const beforeCaret = /(?:^|\s)\/([\p{L}\p{M}\p{N}_-]*)$/u;

/** The slash word that is being typed, or null. A slash inside of a word or an address is none. */
export function slashWordAt(text: string, caret: number): SlashWord | null {
  const query = beforeCaret.exec(text.slice(0, caret))?.[1];
  return query === undefined ? null : { from: caret - query.length - 1, query };
}

/** A text with something in the place of its slash word, and where the caret stands then. */
export function putInPlace(text: string, caret: number, { from }: SlashWord, content: string) {
  return { text: text.slice(0, from) + content + text.slice(caret), caret: from + content.length };
}
