/** A character of a script that writes no blanks between words, or such a script's own full stop or comma. */
const unspaced =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー、。！？，；：]$/u;

/** Whether a word may end before or after this character without a blank. */
export function isUnspaced(character: string): boolean {
  return unspaced.test(character);
}
