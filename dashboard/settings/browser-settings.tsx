import { notifications, turnNotifications } from '../notifications.ts';
import { setTheme, theme } from '../theme.ts';
import { Choice } from '../ui/choice.tsx';
import { Switch } from '../ui/switch.tsx';

const looks = [
  { value: 'system', title: 'As the system' },
  { value: 'light', title: 'Light' },
  { value: 'dark', title: 'Dark' },
] as const;

const hints = {
  on: 'A new message is shown while you look at something else.',
  off: 'Shows a new message while you look at something else. Your browser will ask.',
  blocked: 'Your browser blocks them for this page. Allow them in its settings for this site.',
  unable: 'Your browser cannot show any.',
};

/** What is kept in this browser alone. */
export function BrowserSettings() {
  const state = notifications.value;
  return (
    <>
      <Choice label="Look" value={theme.value} options={looks} choose={setTheme} />
      <Switch
        label="Desktop notifications"
        hint={hints[state]}
        isOn={state === 'on'}
        turn={(isOn) => void turnNotifications(isOn ? 'on' : 'off')}
      />
    </>
  );
}
