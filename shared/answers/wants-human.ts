import { foldText } from './fold-text.ts';
import { asianWordings } from './human-wordings-asian.ts';
import { easternWordings } from './human-wordings-eastern.ts';
import { englishWording } from './human-wordings-english.ts';
import { romanceWordings } from './human-wordings-romance.ts';
import { germanicWordings } from './human-wordings-germanic.ts';
import { compile } from './wording.ts';

const wordings = [
  englishWording,
  ...germanicWordings,
  ...romanceWordings,
  ...easternWordings,
  ...asianWordings,
];
const asks = wordings.flatMap(({ person, asks }) => asks.map((pattern) => compile(pattern, person)));
const ignores = wordings.flatMap(({ person, ignores }) => ignores.map((pattern) => compile(pattern, person)));

/** Who asks for a person says so early and shortly; a longer text is about something. */
const maxChars = 1_000;

/** Whether a visitor asks to talk to a person rather than to the bot, in any wording of the languages known. */
export function wantsHuman(text: string): boolean {
  const folded = foldText(text.slice(0, maxChars));
  const said = ignores.reduce((rest, pattern) => rest.replace(pattern, ' | '), folded).trim();
  return asks.some((pattern) => said.search(pattern) !== -1);
}
