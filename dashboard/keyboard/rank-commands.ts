import type { Command } from './commands.ts';

const folded = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase();

/** The commands whose titles hold the words of a query, best first: at the title's start, at a word's, then anywhere. */
export function rankCommands<C extends Pick<Command, 'title'>>(query: string, commands: readonly C[]): C[] {
  const words = folded(query).split(/\s+/).filter(Boolean);
  return commands
    .map((command) => ({ command, rank: rankOf(folded(command.title), words) }))
    .filter(({ rank }) => rank !== null)
    .toSorted((one, other) => (one.rank ?? 0) - (other.rank ?? 0))
    .map(({ command }) => command);
}

function rankOf(title: string, words: readonly string[]): number | null {
  let rank = 0;
  for (const word of words) {
    const at = title.indexOf(word);
    if (at < 0) return null;
    if (at > 0) rank += title.includes(` ${word}`) ? 1 : 2;
  }
  return rank;
}
