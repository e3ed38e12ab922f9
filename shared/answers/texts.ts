import type { AiSettings } from '../api/widget.ts';
import type { HandOffReason } from './debt.ts';
import { type Texts, texts } from './texts-by-language.ts';

/** The languages that the bot has words of its own in. */
export const spokenLanguages = Object.keys(texts);

/** The bot's own words in one of `spokenLanguages`; in English for any other. */
export function textsIn(language: string): Texts {
  return texts[language] ?? texts.en;
}

/** In which language the bot speaks to a visitor, and what its tenant wants it to say. */
export type OwnTexts = {
  language: string;
  settings: Pick<AiSettings, 'fallbackText' | 'handOffText' | 'awayText'>;
};

/** What the visitor reads when a person takes over: why, and what happens next. */
export function handOffText(
  { language, settings }: OwnTexts,
  reason: HandOffReason,
  { isOnline }: { isOnline: boolean },
): string {
  const own = textsIn(language);
  const why = (reason === 'no_answer' ? settings.fallbackText : null) ?? own[reason];
  const next = isOnline ? (settings.handOffText ?? own.here) : (settings.awayText ?? own.away);
  return `${why} ${next}`;
}

/** Of a tenant whose own texts cannot be read. */
export const noOwnTexts: OwnTexts = {
  language: 'en',
  settings: { fallbackText: null, handOffText: null, awayText: null },
};
