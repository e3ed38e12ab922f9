import { useDesk } from '../desk-context.ts';
import { session } from '../session.ts';
import { BrowserSettings } from './browser-settings.tsx';
import { PasswordForm } from './password-form.tsx';
import { ProfileForm } from './profile-form.tsx';
import { SessionList } from './session-list.tsx';

/** Who one is, how one proves it, and how this browser behaves. */
export function SettingsPlace() {
  const desk = useDesk();
  const user = session.value.state === 'in' ? session.value.user : desk.user;
  return (
    <div class="page settings">
      <header>
        <h1>Settings</h1>
      </header>
      <section class="stack" aria-labelledby="settings-profile">
        <h2 id="settings-profile">Profile</h2>
        <ProfileForm key={user.id} user={user} />
      </section>
      <section class="stack" aria-labelledby="settings-password">
        <h2 id="settings-password">Password</h2>
        <PasswordForm email={user.email} />
      </section>
      <section class="stack" aria-labelledby="settings-sessions">
        <h2 id="settings-sessions">Where you are signed in</h2>
        <SessionList />
      </section>
      <section class="stack" aria-labelledby="settings-browser">
        <h2 id="settings-browser">This browser</h2>
        <BrowserSettings />
      </section>
    </div>
  );
}
