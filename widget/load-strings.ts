import { chooseLanguage } from './language.ts';
import { strings as english, type Strings } from './strings/en.ts';

/** The strings of the page's language, fetched where they are not English. */
export async function loadStrings(base: string): Promise<Strings> {
  const page = document.documentElement.lang;
  const language = chooseLanguage(page ? [page] : navigator.languages, languages);
  if (language === 'en') return english;
  try {
    return (await import(`${base}/widget/strings/${language}.js?v=${buildVersion}`)).strings;
  } catch {
    return english;
  }
}
