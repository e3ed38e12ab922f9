import { useState } from 'preact/hooks';
import { type Command, useCommands } from '../keyboard/commands.ts';
import { pathTo, placeNames } from '../parse-route.ts';
import { go } from '../route.ts';
import { setTheme, themes } from '../theme.ts';
import { places } from './places.tsx';

type Window = 'palette' | 'help' | null;

const themeTitles = { system: 'Look as the system does', light: 'Look light', dark: 'Look dark' };

/** What can be done wherever one is, and which of the shell's own windows is open. */
export function useShellCommands() {
  const [shown, setShown] = useState<Window>(null);
  useCommands(
    () => [
      ...toPlaces(),
      ...toKnowledge(),
      {
        id: 'palette',
        title: 'Find anything',
        group: 'Dashboard',
        keys: '$mod+k',
        run: () => setShown('palette'),
      },
      {
        id: 'help',
        title: 'Show all keys',
        group: 'Dashboard',
        icon: 'help',
        keys: '[Shift]+?',
        run: () => setShown('help'),
      },
      ...themes.map((name): Command => ({
        id: `theme-${name}`,
        title: themeTitles[name],
        group: 'Dashboard',
        run: () => setTheme(name),
      })),
    ],
    [],
  );
  return {
    isPaletteOpen: shown === 'palette',
    isHelpOpen: shown === 'help',
    open: setShown,
    /** A window tells of its close a moment later, when another may be open already. */
    close: (which: Exclude<Window, null>) => setShown((now) => (now === which ? null : now)),
  };
}

function toKnowledge(): Command[] {
  const page = (id: string, title: string, keys: string): Command => ({
    id: `go-${id}`,
    title,
    group: 'Go to',
    icon: 'knowledge',
    keys,
    run: () => go(pathTo('knowledge', id)),
  });
  return [page('unanswered', 'Unanswered questions', 'g u'), page('synonyms', 'Synonyms', 'g y')];
}

function toPlaces(): Command[] {
  return placeNames.flatMap((name) => {
    const place = places[name];
    if (!place) return [];
    const { title, icon, keys } = place;
    return { id: `go-${name}`, title, group: 'Go to', icon, keys, run: () => go(pathTo(name)) };
  });
}
