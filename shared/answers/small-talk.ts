import { chat, courtesies } from './chat-wordings.ts';
import { foldText } from './fold-text.ts';

/** Greetings, thanks, yes and goodbye, in the languages of the widget; compared without case, accents and signs. */
const phrases =
  `hi|hello|hey|hello there|hi there|hey there|good morning|good afternoon|good evening|good day|thanks|thank you|thx
  |thanks a lot|thank you so much|thank you very much|many thanks|cheers|ok|okay|great|perfect|nice|cool|bye|goodbye|see you
  |hallo|guten tag|guten morgen|guten abend|moin|danke|vielen dank|danke schon|tschuss|auf wiedersehen|bonjour|salut|bonsoir
  |merci|merci beaucoup|au revoir|hola|buenos dias|buenas tardes|buenas|gracias|muchas gracias|muy amable|adios|ciao|buongiorno
  |buonasera|salve|grazie|grazie mille|arrivederci|ola|bom dia|boa tarde|obrigado|obrigada|muito obrigado|muito obrigada
  |hoi|goedendag|goedemorgen|bedankt|dank je|dank je wel|czesc|dzien dobry|dziekuje|merhaba|selam|tesekkurler
  |привет|здравствуйте|спасибо|привіт|дякую|مرحبا|السلام عليكم|شكرا|你好|您好|谢谢|こんにちは|ありがとう|안녕하세요|감사합니다`
    .split('|')
    .map((phrase) => phrase.trim());

/** Who says more at a stretch says something. */
const maxChars = 80;

const isCourtesy = wholly(courtesies);
/** One after the other: `hey what's up`, `haha ok`. */
const isTalk = wholly([...phrases, ...courtesies]);
const isChatter = wholly([...phrases, ...courtesies, ...chat]);

function wholly(patterns: readonly string[]): (part: string) => boolean {
  const any = `(?:${patterns.join('|')})`;
  const whole = new RegExp(`^${any}(?: ${any})*$`, 'u');
  return (part) => part.length <= maxChars && whole.test(part);
}

const signs = /[^\p{L}\p{N}]+/gu;
const partEnds = /([.!?,;:…\n¿¡。！？]+)/u;

const plain = (part: string) => foldText(part).replaceAll(signs, ' ').trim();

function partsOf(text: string): string[] {
  return text.split(partEnds).map(plain).filter(Boolean);
}

/** A message without the greetings and thanks around what it says; as it is where it says nothing else. */
export function withoutCourtesies(text: string): string {
  const said = text
    .split(partEnds)
    .map((part) => (isTalk(plain(part)) ? '' : part))
    .join('');
  return plain(said) === '' ? text : said;
}

/** Whether a message says nothing but hello, thanks, yes or goodbye, so that there is nothing to search for. */
export function isSmallTalk(text: string): boolean {
  const parts = partsOf(text);
  const asksNothing = !/[?？؟]/.test(text) || parts.some(isCourtesy);
  return asksNothing && parts.every(isTalk);
}

/** Whether a message only chats, with the bot about itself or to pass the time: no knowledge base answers that. */
export function isChat(text: string): boolean {
  const parts = partsOf(text);
  return parts.length > 0 && parts.every(isChatter);
}
