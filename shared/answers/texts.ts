import type { AiSettings } from '../api/widget.ts';
import type { HandOffReason } from './debt.ts';
import { type Texts, texts } from './texts-by-language.ts';

/** The bot's own words, in the first of the tenant's languages that there is a text for. */
export function textsFor({ languages }: Pick<AiSettings, 'languages'>): Texts {
  const known = languages.map((tag) => texts[tag.slice(0, 2).toLowerCase()]).find(Boolean);
  return known ?? texts.en;
}

type OwnTexts = Pick<AiSettings, 'languages' | 'fallbackText' | 'handOffText' | 'awayText'>;

/** Of a tenant whose own texts cannot be read. */
export const noOwnTexts: OwnTexts = { languages: [], fallbackText: null, handOffText: null, awayText: null };

/** What the visitor reads when a person takes over: why, and what happens next. */
export function handOffText(
  settings: OwnTexts,
  reason: HandOffReason,
  { isOnline }: { isOnline: boolean },
): string {
  const own = textsFor(settings);
  const why = (reason === 'no_answer' ? settings.fallbackText : null) ?? own[reason];
  const next = isOnline ? (settings.handOffText ?? own.here) : (settings.awayText ?? own.away);
  return `${why} ${next}`;
}
