/** The page's language where there is a file for it, else the browser's, else English. */
export function chooseLanguage(wanted: readonly string[], available: readonly string[]): string {
  const primary = wanted.map((language) => language.toLowerCase().split('-')[0] ?? '');
  return primary.find((language) => language === 'en' || available.includes(language)) ?? 'en';
}

/** Puts values into a text where it names them. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}
