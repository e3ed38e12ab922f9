import { endsInMarkerStart, marker } from './citation-markers.ts';
import { createCharacters } from './clean-characters.ts';
import { createLinkFilter } from './known-links.ts';
import { createTagFilter, endsInTag, maxTagChars } from './known-tags.ts';
import { leakDetectors } from './leak-detector.ts';
import { isUnspaced } from './unspaced.ts';

export type OutputFilter = {
  /** Takes a piece of a model's text and gives what of it may be shown now. */
  push(piece: string): string;
  /** Gives what was still held back. */
  end(): string;
  /** Whether something was about to be said that must not be; from then on nothing comes out. */
  readonly leaked: boolean;
};

export type FilterOptions = {
  secrets: readonly string[];
  /** What the visitor may see in any case: the passages, the question, the turns. */
  allowedTexts: readonly string[];
  /** Of these, what the tenant wrote: only from here may links and HTML come. */
  ownTexts: readonly string[];
};

/**
 * Lets a model's text through word by word: without references by number, which the server makes itself, without
 * addresses and HTML that nobody gave it, and not at all once it tells a secret. How the text was parted changes nothing.
 */
export function createOutputFilter({ secrets, allowedTexts, ownTexts }: FilterOptions): OutputFilter {
  const characters = createCharacters();
  const detector = leakDetectors(secrets, allowedTexts);
  // Both are listened to: what is left out may be all that keeps a secret apart.
  const [said, shown] = [detector(), detector()];
  const allowed = createCleaner(ownTexts);
  const blanks = createBlanks();
  let word = '';
  let leaked = false;

  const flush = (): string => {
    const whole = word;
    word = '';
    if (whole === '' || leaked) return '';
    const text = allowed(whole);
    leaked = said.tells(whole) || shown.tells(text);
    return leaked ? '' : blanks.before(text, whole);
  };

  const take = (character: string): string => {
    if (leaked) return '';
    const isBlank = /\s/u.test(character);
    if (isBlank && !mayGoOn(word)) {
      const released = flush();
      blanks.take(character);
      return released;
    }
    const released = !isBlank && endsBefore(word, character) ? flush() : '';
    word += character;
    return released;
  };

  return {
    push: (piece) => characters(piece).map(take).join(''),
    end: flush,
    get leaked() {
      return leaked;
    },
  };
}

/** Nobody nests what is to be left out this deep by chance. */
const maxPasses = 8;

/** Takes out of a word what may not be shown, until nothing of it is left: what stood around it may form it anew. */
function createCleaner(ownTexts: readonly string[]): (word: string) => string {
  const withoutUnknownLinks = createLinkFilter(ownTexts);
  const withoutUnknownTags = createTagFilter(ownTexts);
  return (word) => {
    let text = word;
    for (let pass = 0; pass < maxPasses; pass += 1) {
      const cleaned = withoutUnknownLinks(withoutUnknownTags(text.replace(marker, '')));
      if (cleaned === text) return text === word ? text : text.trim();
      text = cleaned;
    }
    return '';
  };
}

/** `[1, 2]` is one word, and so is a tag with its attributes. */
function mayGoOn(word: string): boolean {
  return endsInMarkerStart(word) || (word.length < maxTagChars && word.length > 1 && endsInTag(word));
}

const inAddress = /:\/\/|www\.|@|\]\(/i;

/** Whether a word is over because the next character begins another one, without a blank between them. */
function endsBefore(word: string, next: string): boolean {
  if (word === '') return false;
  if (inAddress.test(word)) return /[、。！？，；：]/.test(next);
  return isUnspaced(next) || isUnspaced(Array.from(word.slice(-2)).at(-1) ?? '');
}

type Blanks = {
  take(blank: string): void;
  /** The text of a word with the blanks that belong before it; `whole` is the word as it came. */
  before(text: string, whole: string): string;
};

/** What stands close after the word before it; alone, since more after it could make that word an address. */
const closing = /^[.,;:!?…)\]}”’»。，！？、]+$/u;

/** Keeps the blanks between words until it is known whether a word follows, so that what is left out leaves no gap. */
function createBlanks(): Blanks {
  let kept = '';
  let isAfterGap = false;
  let hasBegun = false;
  return {
    take(blank) {
      if (!isAfterGap) kept += blank;
      else if (blank === '\n') kept = kept.includes('\n') ? kept + blank : blank;
      else if (!kept.includes('\n')) kept = blank;
      isAfterGap &&= blank !== '\n';
    },
    before(text, whole) {
      isAfterGap = text === '';
      if (text === '') return '';
      const isJoined = !hasBegun || (text !== whole && closing.test(text) && !kept.includes('\n'));
      const shown = isJoined ? text : kept + text;
      kept = '';
      hasBegun = true;
      return shown;
    },
  };
}
