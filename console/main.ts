import type { User } from '../shared/api/auth.ts';
import { codeOf } from '../widget/http.ts';
import { el } from '../widget/view/dom.ts';
import { api, messageOf, read } from './api.ts';
import { deskView } from './desk-view.ts';
import { signInView } from './sign-in.ts';

function showSignIn(note = ''): void {
  document.body.replaceChildren(signInView(showDesk, note));
  document.title = 'Chatly console';
}

function showDesk(user: User): void {
  const view = deskView(user, (note) => {
    view.close();
    showSignIn(note);
  });
  document.body.replaceChildren(view.element);
}

/** Goes on as whoever this browser is signed in as. */
async function start(): Promise<void> {
  try {
    showDesk((await read(api.settings.$get())).data);
  } catch (error) {
    if (codeOf(error) === 'unauthorized') return showSignIn();
    const again = el('button', { type: 'button', class: 'primary' }, 'Try again');
    again.addEventListener('click', () => void start());
    document.body.replaceChildren(
      el('main', { class: 'card', role: 'alert' }, el('p', {}, messageOf(error)), again),
    );
  }
}

void start();
