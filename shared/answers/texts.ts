import type { AiSettings } from '../api/widget.ts';
import type { HandOffReason } from './debt.ts';

type Texts = Record<HandOffReason | 'here' | 'away' | 'smallTalk', string>;

const english: Texts = {
  asked: 'You asked for a person.',
  no_answer: 'I could not find an answer to that in what I know.',
  used_up: 'I have answered as much as I may for now.',
  outage: 'I cannot answer just now.',
  here: 'A colleague will answer you here.',
  away: 'Nobody is online at the moment. Leave your e-mail address here, and the team will get back to you.',
  smallTalk: 'Hello! What would you like to know?',
};

const texts: Record<string, Texts> = {
  en: english,
  de: {
    asked: 'Sie möchten mit einem Menschen sprechen.',
    no_answer: 'Dazu habe ich in dem, was ich weiß, keine Antwort gefunden.',
    used_up: 'Mehr kann ich im Moment nicht beantworten.',
    outage: 'Ich kann gerade nicht antworten.',
    here: 'Jemand aus dem Team antwortet Ihnen hier.',
    away: 'Gerade ist niemand online. Hinterlassen Sie hier Ihre E-Mail-Adresse, und das Team meldet sich.',
    smallTalk: 'Hallo! Was möchten Sie wissen?',
  },
  fr: {
    asked: 'Vous souhaitez parler à une personne.',
    no_answer: 'Je n’ai pas trouvé de réponse à cela dans ce que je sais.',
    used_up: 'Je ne peux pas répondre davantage pour le moment.',
    outage: 'Je ne peux pas répondre pour l’instant.',
    here: 'Un collègue vous répondra ici.',
    away: 'Personne n’est en ligne en ce moment. Laissez ici votre adresse e-mail, et l’équipe vous répondra.',
    smallTalk: 'Bonjour ! Que souhaitez-vous savoir ?',
  },
  es: {
    asked: 'Quiere hablar con una persona.',
    no_answer: 'No he encontrado una respuesta en lo que sé.',
    used_up: 'Por ahora no puedo responder más.',
    outage: 'Ahora mismo no puedo responder.',
    here: 'Un compañero le responderá aquí.',
    away: 'Ahora no hay nadie en línea. Deje aquí su correo electrónico y el equipo le responderá.',
    smallTalk: '¡Hola! ¿Qué le gustaría saber?',
  },
};

/** The bot's own words, in the first of the tenant's languages that there is a text for. */
export function textsFor({ languages }: Pick<AiSettings, 'languages'>): Texts {
  const known = languages.map((tag) => texts[tag.slice(0, 2).toLowerCase()]).find(Boolean);
  return known ?? english;
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
