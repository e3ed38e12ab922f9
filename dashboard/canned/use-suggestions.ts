import { useEffect, useId, useLayoutEffect, useState } from 'preact/hooks';
import type { CannedReply } from '../../shared/api/canned-replies.ts';
import { useDesk } from '../desk-context.ts';
import { matchReplies } from './match-replies.ts';
import { putInPlace, slashWordAt } from './slash-word.ts';

type Options = { text: string; caret: number; put(text: string, caret: number): void };

/** Canned replies for the slash word that is being typed: which there are, which is chosen, and what keys do. */
export function useSuggestions({ text, caret, put }: Options) {
  const desk = useDesk();
  const id = useId();
  const [chosen, setChosen] = useState({ query: '', at: 0 });
  const [dismissed, setDismissed] = useState<number | null>(null);
  const word = slashWordAt(text, caret);
  const isWanted = word !== null && word.from !== dismissed;
  // Another word begins at the top of another list.
  const at = chosen.query === word?.query ? chosen.at : 0;
  const replies = isWanted ? matchReplies(desk.canned.list.value ?? [], word.query) : [];

  useEffect(() => {
    if (isWanted) desk.canned.want().catch((error: unknown) => desk.failed(error));
  }, [isWanted]);
  useLayoutEffect(() => {
    if (word === null) setDismissed(null);
  }, [word === null]);

  function choose(reply: CannedReply | undefined): void {
    if (!reply || word === null) return;
    const place = putInPlace(text, caret, word, reply.content);
    put(place.text, place.caret);
  }

  return {
    id,
    activeAt: at,
    replies,
    choose,
    /** Whether the key was for the list. */
    press(event: KeyboardEvent): boolean {
      if (replies.length === 0 || event.isComposing) return false;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step !== undefined && word !== null)
        setChosen({ query: word.query, at: (at + step + replies.length) % replies.length });
      else if (event.key === 'Enter' || event.key === 'Tab') choose(replies[at]);
      else if (event.key === 'Escape') setDismissed(word?.from ?? null);
      else return false;
      event.preventDefault();
      return true;
    },
  };
}
