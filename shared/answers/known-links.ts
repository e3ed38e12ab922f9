/** Top-level domains that make a name with a dot look like an address, also without a path. */
const topLevels =
  'com|net|org|info|biz|io|ai|app|dev|co|edu|gov|xyz|online|site|website|shop|store|club|link|click|top|live|life|world|news|blog|cloud|tech|page|zip|mov|ru|cn|de|uk|fr|es|eu|nl|pl|br|jp|kr|tr|ua|ch|ly|gg|tv|cc|ws|su|example|invalid|test|onion|xn--[a-z0-9-]+';
const host = String.raw`(?:[\p{L}\p{N}_-]{1,63}\.)+`;
const schemes = 'https?|ftp|wss?|javascript|vbscript|data|file|blob|mailto|tel|sms|intent';

/** What a browser, a chat client or a person may take for an address to go to. */
const link = new RegExp(
  [
    String.raw`[\p{L}\p{N}._%+-]{1,64}@${host}?[\p{L}\p{N}-]{2,63}`,
    String.raw`(?<![\p{L}\p{N}])[a-z][a-z0-9+.-]{0,20}:[\\/]{2}\S+`,
    String.raw`(?<![\p{L}\p{N}])(?:${schemes}):[^\s*_"'”’)]\S*`,
    String.raw`(?<![\p{L}\p{N}])(?:javascript|vbscript):\S*[\p{L}\p{N}]\S*`,
    String.raw`[\\/]{2}[^\s\\/]+[.:]\S+`,
    String.raw`(?<![\p{L}\p{N}])www\d?\.\S+`,
    String.raw`(?<![\p{L}\p{N}@._-])${host}\p{L}{2,24}(?::\d+)?[\\/?#]\S*`,
    String.raw`(?<![\p{L}\p{N}@._-])${host}(?:${topLevels})(?::\d+)?(?!_*[\p{L}\p{N}-])`,
    String.raw`(?<![\p{L}\p{N}.])\d{1,3}(?:\.\d{1,3}){3}[:\\/]\S*`,
  ].join('|'),
  'giu',
);
/** The target of a Markdown link or image, whatever it looks like. */
const target = /\]\(<?([^()<>\s]*)>?\)?/g;
const afterLink = /[.,;:!?…)\]}>"'”’»*_`。，！？]+$/u;
const emptied = /!?\(\s*\)|!?\[\s*\]|<\s*>|"\s*"|“\s*”|«\s*»|'\s*'|`\s*`|\*{2,4}|_{2,4}/gu;

/** Takes from a word every address that does not stand in one of these texts just so. */
export function createLinkFilter(allowedTexts: readonly string[]): (word: string) => string {
  const texts = allowedTexts.map((text) => ({ text, lower: text.toLowerCase() }));
  const isKnown = (address: string) => {
    const isCaseless = !/[\\/?#]/.test(address);
    const sought = isCaseless ? address.toLowerCase() : address;
    return texts.some(({ text, lower }) => standsIn(isCaseless ? lower : text, sought));
  };
  const without = (found: string): string => {
    const end = afterLink.exec(found)?.[0] ?? '';
    const address = found.slice(0, found.length - end.length);
    if (isKnown(address) || isKnown(found)) return found;
    // In scripts without blanks the sentence goes on right after the address.
    const plain = /^[!-~]+/.exec(address)?.[0] ?? '';
    if (plain === '' || plain === address || !isKnown(plain)) return end;
    return plain + found.slice(plain.length).replace(link, without);
  };
  return (word) => {
    if (!/[.:@/\\(]|[^\0-\x7F]/.test(word)) return word;
    const targeted = word.replace(target, (whole, address: string) => (isKnown(address) ? whole : ']'));
    const bare = targeted.replace(link, without);
    if (bare !== word) return tidy(bare);
    // The same in letters that only look different, such as full-width ones.
    const plain = word.normalize('NFKC');
    return plain !== word && plain.replace(link, without) !== plain ? '' : word;
  };
}

/** Without the brackets and quotes that an address has left empty. */
function tidy(word: string): string {
  const tidied = word.replace(emptied, '');
  if (/[\p{L}\p{N}]/u.test(tidied)) return tidied;
  return /[.!?…。！？]\p{P}*$/u.exec(tidied)?.[0] ?? '';
}

const goesOnBefore = /[\p{L}\p{N}\-_.@%]$/u;
const goesOnAfter = /^(?:[\p{L}\p{N}\-_%@=&]|\.[\p{L}\p{N}])/u;

/** Whether it stands there as a whole: `a.co` does not stand in `a.com`, nor in `b-a.co`. */
function standsIn(text: string, sought: string): boolean {
  if (sought === '') return false;
  for (let at = text.indexOf(sought); at !== -1; at = text.indexOf(sought, at + 1)) {
    const end = at + sought.length;
    if (
      !goesOnBefore.test(text.slice(Math.max(0, at - 2), at)) &&
      !goesOnAfter.test(text.slice(end, end + 4))
    )
      return true;
  }
  return false;
}
