import { chinese, japanese, korean } from './human-wordings-asian.ts';
import { arabic, polish, russian, turkish, ukrainian } from './human-wordings-eastern.ts';
import { english } from './human-wordings-english.ts';
import { dutch, german } from './human-wordings-germanic.ts';
import { french, italian, portuguese, spanish } from './human-wordings-romance.ts';
import { type PartReader, createPartReader, unitsOf } from './read-parts.ts';

const wordings = [
  english,
  german,
  dutch,
  french,
  spanish,
  portuguese,
  italian,
  polish,
  russian,
  ukrainian,
  turkish,
  arabic,
  chinese,
  japanese,
  korean,
];
/** Made when the first message comes, so that they cost a start nothing. */
let readers: PartReader[] | undefined;

/** Who asks for a person says so early and shortly; a longer text is about something. */
const maxChars = 1_000;

/** Whether a visitor asks to talk to a person rather than to the bot, in any wording of the languages known. */
export function wantsHuman(text: string): boolean {
  readers ??= wordings.map(createPartReader);
  const units = unitsOf(text.slice(0, maxChars));
  return readers.some((read) => read(units).split('.').some(asks));
}

/** `to a person` is H, whichever way a language says it. The letters in all these are those of `parts`. */
const toPerson = /L[fuYM]{0,3}[PS]+|[PS]+f{0,2}J/g;

/** What, before a wish, makes it none: a denial, somebody else's wish, a question about wishes. */
const otherwise = /[NR][^,;C]*$|[OQ][^,]*$/;
/** And also: a person or the bot is who talks or connects, and not for `me`. */
const otherwiseOrByOthers = new RegExp(`${otherwise.source}|[PSB][^,;MW]*$`);
/** What, after a wish, denies it. */
const denied = /^[^,;]{0,3}Z/;

const wishes: { is: RegExp; unless: RegExp }[] = [
  // Connect me … to a person.
  { is: /[TV]f*M[^,;NOQBZ]{0,4}H/g, unless: otherwise },
  // Talk to a person; to a person talk; contact an agent; pass me somebody.
  { is: /[TV][^,;NOQBRZ]{0,4}H|H[^,;NOQBZR]{0,4}[TV]/g, unless: otherwiseOrByOthers },
  { is: /Tf{0,3}P|MVf*[SP]/g, unless: otherwiseOrByOthers },
  // I want an agent, but not: an agent licence.
  { is: /[WA][fY]{0,3}P(?!u)|P[fY]*A/g, unless: otherwise },
  // Is there somebody to talk to? Can somebody help me? Call me!
  { is: /[WA][fYD]*[SP][fLMJ;]*T|Tf*[SP]f*[AD]/g, unless: otherwise },
  { is: /[SP][fYM]*X|K/g, unless: otherwise },
  // Enough of talking to this bot.
  { is: /R[fTLMVu]{0,4}B|Nf*T[fL]*B|B[fJLT]*[RZ]/g, unless: /[OQ][^,]*$/ },
];
/** A whole sentence of nothing else: `Hello, an agent please!` */
const alone = /^(?=.*[PH]|.*S.*[DXY]|S$|.*D.*S|.*W.*S|.*S.*A)[fYWATVLMPSHJDKX;]+$/;
/** What may stand before it: `Not a bot, …` */
const notThat = /^[^u;]*[NR][^u;]*;/;
/** A part of a sentence: `…, an agent please, …` */
const politely = /^(?=.*P)(?=.*[YWA])[fYWATVLMPSHJ]+$/;

function asks(sentence: string): boolean {
  const said = sentence.replace(toPerson, 'H');
  return (
    alone.test(sentence.replace(notThat, '')) ||
    sentence.split(';').some((clause) => politely.test(clause)) ||
    wishes.some(({ is, unless }) =>
      [...said.matchAll(is)].some(
        ({ 0: found, index }) =>
          !unless.test(said.slice(0, index)) && !denied.test(said.slice(index + found.length)),
      ),
    )
  );
}
