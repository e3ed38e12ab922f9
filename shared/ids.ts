const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz';
const RANDOM_CHARS = 24;
/** The largest multiple of 36 below 256: bytes from here up would favour the first letters. */
const FAIR_BYTES = 252;

export type TenantId = string & { readonly brand: 'TenantId' };

export type IdKind =
  | 'ten'
  | 'usr'
  | 'ses'
  | 'vis'
  | 'cnv'
  | 'msg'
  | 'kbe'
  | 'nte'
  | 'rpl'
  | 'inv'
  | 'syn'
  | 'una'
  | 'con'
  | 'req';

/** An unguessable id (124 random bits) of lower-case letters and digits, led by what it names: `msg4k…`. */
export function newId(kind: IdKind): string {
  return kind + randomText(RANDOM_CHARS);
}

/** Random lower-case letters and digits from the platform's secure source; about 5.17 bits a character. */
export function randomText(chars: number): string {
  let text = '';
  while (text.length < chars) {
    for (const byte of crypto.getRandomValues(new Uint8Array(chars))) {
      if (byte < FAIR_BYTES && text.length < chars) text += ALPHABET.charAt(byte % ALPHABET.length);
    }
  }
  return text;
}
