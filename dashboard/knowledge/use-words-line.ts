import { useState } from 'preact/hooks';
import { useSaving } from '../ui/use-saving.ts';
import { readWords } from './read-words.ts';

/** A line of words that mean the same, as it is being written. */
export function useWordsLine(written: string) {
  const [line, setLine] = useState(written);
  const [missing, setMissing] = useState<string>();
  const saving = useSaving();
  return {
    line,
    setLine,
    isBusy: saving.isBusy,
    problem: missing ?? saving.problem ?? saving.problemOf('words'),
    /** Whether it is saved. */
    async save(keep: (words: string[]) => Promise<void>): Promise<boolean> {
      const words = readWords(line);
      const isPair = words.length > 1;
      setMissing(isPair ? undefined : 'Name at least two words, with commas between them.');
      return isPair && (await saving.save(() => keep(words)));
    },
  };
}
