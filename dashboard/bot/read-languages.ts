const tag = /^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/;

/** The language tags in a text, each once, and what is none. */
export function readLanguages(text: string): { tags: string[]; wrong: string[] } {
  const words = [...new Set(text.split(/[\s,;]+/).filter(Boolean))];
  return { tags: words.filter((word) => tag.test(word)), wrong: words.filter((word) => !tag.test(word)) };
}

/** Languages by their names, in the reader's own language where the browser knows them. */
export function languageNames(tags: readonly string[]): string {
  const names = new Intl.DisplayNames(undefined, { type: 'language' });
  return tags.map((one) => names.of(one) ?? one).join(', ');
}
