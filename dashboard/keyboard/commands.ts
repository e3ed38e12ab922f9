import { computed, signal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';
import type { IconName } from '../ui/icon.tsx';

/** Something that can be done by a key, or by its name in the palette. */
export type Command = {
  id: string;
  title: string;
  group: 'Conversation' | 'Inbox' | 'Go to' | 'This page' | 'Dashboard';
  icon?: IconName;
  /** As tinykeys writes them: `j`, `$mod+k`, `g i` for one after the other. */
  keys?: string;
  run(): void;
};

const layers = signal<readonly { owner: symbol; commands: readonly Command[] }[]>([]);

/** What can be done now; what was added last wins where two have one key. */
export const commands = computed(() => layers.value.flatMap((layer) => layer.commands));

/** Adds commands for as long as `owner` is there. The function it returns takes them away. */
export function addCommands(list: readonly Command[]): () => void {
  const owner = Symbol('commands');
  layers.value = [...layers.value, { owner, commands: list }];
  return () => {
    layers.value = layers.value.filter((layer) => layer.owner !== owner);
  };
}

/** Adds commands while a component is shown, from its first key on; `deps` as in an effect. */
export function useCommands(make: () => readonly Command[], deps: readonly unknown[]): void {
  useLayoutEffect(() => addCommands(make()), [...deps]);
}
