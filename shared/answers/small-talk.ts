/** Greetings, thanks, yes and goodbye, in the languages of the widget; compared without case, accents and signs. */
const phrases = new Set(
  `hi|hello|hey|hello there|hi there|good morning|good afternoon|good evening|thanks|thank you|thx|ok|okay|great|bye|goodbye
  |hallo|guten tag|guten morgen|guten abend|danke|vielen dank|tschuss|bonjour|salut|bonsoir|merci|merci beaucoup|au revoir
  |hola|buenos dias|buenas tardes|gracias|muchas gracias|adios|ciao|buongiorno|grazie|ola|bom dia|obrigado|obrigada
  |hoi|goedendag|bedankt|dank je|czesc|dzien dobry|dziekuje|merhaba|selam|tesekkurler|привет|здравствуйте|спасибо
  |привіт|дякую|مرحبا|السلام عليكم|شكرا|你好|您好|谢谢|こんにちは|ありがとう|안녕하세요|감사합니다`
    .split('|')
    .map((phrase) => phrase.trim()),
);

const marks = /\p{M}/gu;
const signs = /[^\p{L}\p{N}]+/gu;

/** Whether a message says nothing but hello, thanks, yes or goodbye, so that there is nothing to search for. */
export function isSmallTalk(text: string): boolean {
  if (/[?？؟]/.test(text)) return false;
  const plain = text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(marks, '')
    .normalize('NFC')
    .replaceAll(signs, ' ')
    .trim();
  return plain === '' || phrases.has(plain);
}
