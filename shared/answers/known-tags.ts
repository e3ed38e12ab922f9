/** HTML as a browser would read it; `a < b` and `<3` are none. */
const tag = /<[a-z!/?][^<>]*>?/giu;
const openTag = /<(?:[a-z!/?][^<>]*)?$/iu;

/** The longest tag that is taken as one; the rest of a longer one is text. */
export const maxTagChars = 400;

/** Whether a text ends within a tag, so that a blank in it ends no word. */
export function endsInTag(text: string): boolean {
  return openTag.test(text);
}

/** Takes from a word every tag that does not stand in one of these texts just so. */
export function createTagFilter(allowedTexts: readonly string[]): (word: string) => string {
  return (word) =>
    word.includes('<')
      ? word.replace(tag, (found) => (allowedTexts.some((text) => text.includes(found)) ? found : ''))
      : word;
}
