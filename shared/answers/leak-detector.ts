import { isUnspaced } from './unspaced.ts';

/** So many words in a row are no chance. A character of a script without blanks is half a word. */
const shingleWords = 6;
const minSecretChars = 8;
const tailChars = 512;

export type LeakDetector = {
  /** Whether the text told so far says, with this word, something of what must not be said. */
  tells(word: string): boolean;
};

/** Knows the secrets that are no part of what may be said; each detector hears one text, from its beginning. */
export function leakDetectors(
  secrets: readonly string[],
  allowedTexts: readonly string[],
): () => LeakDetector {
  const secretRuns = new Set(secrets.flatMap(runsOf));
  for (const run of allowedTexts.flatMap(runsOf)) secretRuns.delete(run);
  const allowed = allowedTexts.map((text) => text.toLowerCase());
  const tokens = [...new Set(secrets.flatMap(tokensOf))].filter(
    (token) => !allowed.some((text) => text.includes(token.toLowerCase())),
  );
  const compactTokens = [...new Set(tokens.filter(hasDigit).flatMap(spellings))];
  const literalTokens = tokens.filter((token) => !hasDigit(token));

  const holdsToken = (text: string) =>
    compactTokens.some((token) => compact(text).includes(token)) ||
    literalTokens.some((token) => text.includes(token));
  const holdsSecret = (text: string) => holdsToken(text) || runsOf(text).some((run) => secretRuns.has(run));

  return () => {
    const said = createWindow();
    let tail = '';
    return {
      tells(word) {
        tail = (tail + compact(word)).slice(-tailChars);
        const runs = unitsOf(word).map((unit) => said(unit));
        return (
          compactTokens.some((token) => tail.includes(token)) ||
          runs.some((run) => run !== null && secretRuns.has(run)) ||
          holdsToken(word.normalize('NFKC')) ||
          decoded(word).some(holdsSecret)
        );
      },
    };
  };
}

const hasDigit = (token: string) => /\p{N}/u.test(token);

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

function compact(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]/gu, '');
}

function unitsOf(text: string): string[] {
  const runs = fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  return runs.flatMap((run) => {
    const characters = Array.from(run);
    return characters.some(isUnspaced) ? characters : [run];
  });
}

/** The shortest run of the last words that is long enough to tell, or null. */
function createWindow(): (unit: string) => string | null {
  const units: string[] = [];
  return (unit) => {
    units.push(unit);
    if (units.length > shingleWords * 2) units.shift();
    let words = 0;
    for (let from = units.length - 1; from >= 0; from -= 1) {
      words += isUnspaced(units[from] ?? '') ? 0.5 : 1;
      if (words >= shingleWords) return units.slice(from).join(' ');
    }
    return null;
  };
}

function runsOf(text: string): string[] {
  const next = createWindow();
  return unitsOf(text).flatMap((unit) => next(unit) ?? []);
}

/** Names that nobody says by chance: long with a digit (`X7-QUARTZ-9`), `ZEBRA-QUARTZ`, `zebra_quartz`, `xQzTrPlm`. */
function tokensOf(secret: string): string[] {
  const words = secret.normalize('NFKC').match(/[\p{L}\p{N}][^\s"'`“”‘’()[\]{}<>|,;!?]*[\p{L}\p{N}]/gu) ?? [];
  return words.filter((word) => compact(word).length >= minSecretChars && isOdd(word));
}

function isOdd(word: string): boolean {
  return (
    hasDigit(word) ||
    /^\p{Lu}+(?:[-_.]\p{Lu}+)+$/u.test(word) ||
    /^\p{L}+(?:_\p{L}+)+$/u.test(word) ||
    (word.match(/\p{Ll}\p{Lu}/gu)?.length ?? 0) >= 2
  );
}

/** A name as it is, backwards, turned by thirteen letters and in hexadecimal. */
function spellings(token: string): string[] {
  const bare = compact(token);
  return [
    bare,
    [...bare].toReversed().join(''),
    turned(bare),
    ...[token, token.toLowerCase(), token.toUpperCase()].map(hex),
  ];
}

function turned(text: string): string {
  return text.replace(/[a-z]/g, (letter) => String.fromCharCode(((letter.charCodeAt(0) - 84) % 26) + 97));
}

function hex(text: string): string {
  return [...new TextEncoder().encode(text)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What a word says when read as Base64, hexadecimal or percent codes. */
function decoded(word: string): string[] {
  const readings = (word.match(/[\w+/-]{12,}={0,2}/g) ?? []).flatMap((run) => [
    fromBase64(run),
    fromHex(run),
  ]);
  if (/%[0-9a-f]{2}/i.test(word)) readings.push(fromPercent(word));
  return readings.filter((reading) => reading !== '');
}

function fromBase64(run: string): string {
  try {
    return utf8(atob(run.replace(/[-_]/g, (sign) => (sign === '-' ? '+' : '/')).replace(/=+$/, '')));
  } catch {
    return '';
  }
}

function fromHex(run: string): string {
  if (!/^(?:0x)?(?:[0-9a-f]{2})+$/i.test(run)) return '';
  const pairs = run.replace(/^0x/i, '').match(/../g) ?? [];
  return utf8(String.fromCharCode(...pairs.map((pair) => Number.parseInt(pair, 16))));
}

function fromPercent(word: string): string {
  return utf8(
    word.replace(/%([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
  );
}

function utf8(binary: string): string {
  return new TextDecoder().decode(Uint8Array.from(binary, (unit) => unit.charCodeAt(0) & 0xff));
}
