import { useSignalEffect } from '@preact/signals';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import type { User } from '../../shared/api/auth.ts';
import { DeskProvider } from '../desk-context.ts';
import { HelpDialog } from '../keyboard/help-dialog.tsx';
import { listenToKeys } from '../keyboard/listen-to-keys.ts';
import { Palette } from '../keyboard/palette.tsx';
import { Desk } from '../live/desk.ts';
import { notifyOf } from '../notifications.ts';
import { route } from '../route.ts';
import { signedIn, signedOut } from '../session.ts';
import { ConnectionBanner } from './connection-banner.tsx';
import { fetchPlacesLater } from './fetch-place.ts';
import { LazyPlace } from './lazy-place.tsx';
import { placeNamed } from './places.tsx';
import { Rail } from './rail.tsx';
import { useShellCommands } from './shell-commands.ts';

const ended = 'Your session has ended. Sign in again; what you wrote is kept.';

/** The dashboard of a signed-in operator: the rail of places, and the place one is at. */
export function Shell({ user }: { user: User }) {
  const [desk] = useState(
    () => new Desk({ user, arrived: notifyOf, changed: signedIn, signedOut: () => signedOut(ended) }),
  );
  // Who changes their name goes on at the same desk.
  desk.user = user;
  const { isPaletteOpen, isHelpOpen, close, open } = useShellCommands();

  useEffect(() => () => desk.close({ forget: false }), [desk]);
  useLayoutEffect(listenToKeys, []);
  useEffect(fetchPlacesLater, []);
  useSignalEffect(() => {
    const unread = desk.unread.value;
    document.title = unread > 0 ? `(${unread}) Chatly` : 'Chatly';
  });

  const place = placeNamed(route.value.place);
  return (
    <DeskProvider value={desk}>
      <div class="shell" data-connection={desk.status.value}>
        <a class="skip" href="#main" onClick={skipToMain}>
          Skip to the content
        </a>
        <Rail openPalette={() => open('palette')} openHelp={() => open('help')} />
        <div class="shell-main">
          <ConnectionBanner />
          <main id="main" tabIndex={-1}>
            {place && <LazyPlace key={place.title} place={place} />}
          </main>
        </div>
      </div>
      {isPaletteOpen && <Palette onClose={() => close('palette')} />}
      {isHelpOpen && <HelpDialog onClose={() => close('help')} />}
    </DeskProvider>
  );
}

/** The address after `#` is the route, so the jump is made by hand. */
function skipToMain(event: MouseEvent): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}
