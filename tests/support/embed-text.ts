import { createHash } from 'node:crypto';

/**
 * A stand-in for an embedding model: texts that share words, parts of words or the things named below come to lie near
 * each other, the same ones each time. It knows nothing else of language.
 */
export type EmbedOptions = {
  dimensions: number;
  /** How much all texts have in common: real models differ in how near to each other they put what is unrelated. */
  common: number;
};

const things: [thing: string, ...wordings: string[]][] = [
  [
    'refund',
    'refunds',
    'money back',
    'recompense',
    'recompensed',
    'geld zurück',
    'erstattung',
    'rückerstattung',
  ],
  ['cancel', 'cancellation', 'unsubscribe', 'quit', 'stop paying', 'kündigen', 'kündigung'],
  ['delivery', 'shipping', 'shipped', 'parcel', 'package arrive', 'lieferung', 'versand'],
  ['price', 'cost', 'costs', 'how expensive', 'fee', 'preis', 'kosten'],
  ['password', 'credentials', 'locked out', 'passwort', 'kennwort'],
];
const thingOf = new Map(
  things.flatMap(([thing, ...wordings]) => wordings.map((each) => [each, thing] as const)),
);
const wordings = [...thingOf.keys()].toSorted((a, b) => b.length - a.length);
const everywhere = new RegExp(`(?<!\\p{L})(?:${wordings.join('|')})(?!\\p{L})`, 'gu');
const small = new Set(
  `a about an and are as at be by can could do does for from get give had has have how i if in is it its me my of on or our
  so that the their them there they this to us was we were what when where which who will with would you your`.split(
    /\s+/,
  ),
);
const names = new Set(things.map(([thing]) => thing));
/** What a text is about weighs more in a model than the words around it. */
const thingWeight = 3;
const partChars = 4;
const partWeight = 0.25;

export function embedText(text: string, { dimensions, common }: EmbedOptions): number[] {
  const named = text.toLowerCase().replace(everywhere, (wording) => thingOf.get(wording) ?? wording);
  const words = (named.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !small.has(word));
  const sum = Array.from({ length: dimensions }, () => 0);
  for (const word of new Set(words)) {
    add(sum, word, names.has(word) ? thingWeight : 1);
    for (let at = 0; at + partChars <= word.length; at += 1)
      add(sum, word.slice(at, at + partChars), partWeight);
  }
  const own = Math.hypot(...sum) || 1;
  const shared = directionOf('', dimensions);
  return sum.map((each, at) => each / own + common * (shared[at] ?? 0));
}

function add(sum: number[], key: string, weight: number): void {
  for (const [at, each] of directionOf(key, sum.length).entries()) sum[at] = (sum[at] ?? 0) + weight * each;
}

const blockBytes = 64;
const directions = new Map<string, number[]>();

/** A direction of length 1 that any other key's is nearly at right angles to. */
function directionOf(key: string, dimensions: number): number[] {
  const name = `${dimensions} ${key}`;
  const known = directions.get(name);
  if (known) return known;
  const blocks = Array.from({ length: Math.ceil(dimensions / blockBytes) }, (_, at) =>
    createHash('sha512').update(`${name} ${at}`).digest(),
  );
  const bytes = new Uint8Array(Buffer.concat(blocks));
  const raw = Array.from(bytes.subarray(0, dimensions), (byte) => byte - 127.5);
  const long = Math.hypot(...raw);
  const direction = raw.map((each) => each / long);
  directions.set(name, direction);
  return direction;
}
