import { useState } from 'preact/hooks';
import { useDesk } from '../desk-context.ts';
import { notifications, turnNotifications } from '../notifications.ts';
import { type PlaceName, pathTo, placeNames } from '../parse-route.ts';
import { route } from '../route.ts';
import { signOut } from '../sign-out.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Confirm } from '../ui/dialog.tsx';
import { Icon } from '../ui/icon.tsx';
import { Menu, MenuItem } from '../ui/menu.tsx';
import { sayFailed } from '../ui/toast-list.ts';
import { places } from './places.tsx';

type RailProps = { openPalette(): void; openHelp(): void };

/** What stays in a phone's bar; the others are in its menu. */
const onPhone = new Set<PlaceName>(['inbox', 'knowledge', 'bot', 'overview']);

/** The way to every place; on a phone a bar at the bottom. */
export function Rail({ openPalette, openHelp }: RailProps) {
  const desk = useDesk();
  const [asks, setAsks] = useState(false);
  const { user } = desk;

  function leave(): void {
    if (desk.lost() !== '') setAsks(true);
    else void signOut(desk);
  }

  return (
    <nav class="rail" aria-label="Places">
      <ul>
        {placeNames.map((name) => (
          <PlaceLink key={name} name={name} />
        ))}
      </ul>
      <Menu
        class="rail-me"
        label={user.name === user.companyName ? user.name : `${user.name}, ${user.companyName}`}
        button={<Avatar name={user.name} id={user.id} />}
      >
        <div class="menu-head">
          <strong dir="auto">{user.name}</strong>
          <span class="muted" dir="auto">
            {user.companyName}
          </span>
        </div>
        {placeNames
          .filter((name) => places[name] && !onPhone.has(name))
          .map((name) => (
            <MenuItem key={name} class="only-phone" icon={places[name]?.icon ?? 'more'} href={pathTo(name)}>
              {places[name]?.title}
            </MenuItem>
          ))}
        <MenuItem icon="search" onSelect={openPalette}>
          Find anything
        </MenuItem>
        <NotificationsItem />
        <MenuItem icon="help" onSelect={openHelp}>
          Keyboard
        </MenuItem>
        <MenuItem icon="signOut" onSelect={leave}>
          Sign out
        </MenuItem>
      </Menu>
      {asks && (
        <Confirm
          title="Sign out and lose what you wrote?"
          text={`${desk.lost()} Signing out takes everything you wrote off this browser.`}
          confirm="Sign out"
          onConfirm={() => void signOut(desk)}
          onClose={() => setAsks(false)}
        />
      )}
    </nav>
  );
}

function NotificationsItem() {
  const state = notifications.value;
  if (state === 'unable') return null;
  if (state === 'blocked') {
    const how = 'Your browser blocks notifications of this page. Its settings for this site can allow them.';
    return (
      <MenuItem icon="bell" onSelect={() => sayFailed(how)}>
        Notifications are blocked
      </MenuItem>
    );
  }
  const next = state === 'on' ? 'off' : 'on';
  return (
    <MenuItem icon="bell" onSelect={() => void turnNotifications(next)}>
      {next === 'on' ? 'Notify me of new messages' : 'Notify me no more'}
    </MenuItem>
  );
}

function PlaceLink({ name }: { name: PlaceName }) {
  const desk = useDesk();
  const place = places[name];
  if (!place) return null;
  const isHere = route.value.place === name;
  const unread = name === 'inbox' ? desk.unread.value : 0;
  return (
    <li class={onPhone.has(name) ? '' : 'not-phone'}>
      <a href={pathTo(name)} aria-current={isHere ? 'page' : undefined}>
        <Icon name={place.icon} />
        <span>{place.title}</span>
        {unread > 0 && (
          <span class="badge">
            {unread > 99 ? '99+' : unread}
            <span class="unseen"> unread</span>
          </span>
        )}
      </a>
    </li>
  );
}
