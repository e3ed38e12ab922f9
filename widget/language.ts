/** The page's language where there is a file for it, else the browser's, else English. */
export function chooseLanguage(wanted: readonly string[], available: readonly string[]): string {
  const primary = wanted.map((language) => language.toLowerCase().split('-')[0] ?? '');
  return primary.find((language) => available.includes(language)) ?? 'en';
}
