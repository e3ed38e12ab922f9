const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Up to two initials, whole as a person sees them: an emoji or a letter with its marks is one. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const [first, last] = [words[0], words.length > 1 ? words.at(-1) : undefined];
  return [first, last].map((word) => (word === undefined ? '' : firstOf(word))).join('');
}

function firstOf(word: string): string {
  for (const { segment } of segmenter.segment(word)) return segment.toLocaleUpperCase();
  return '';
}
