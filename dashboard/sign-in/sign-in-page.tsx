import { useState } from 'preact/hooks';
import { AccountForm } from './account-form.tsx';

/** Where operators sign in, or register a company. */
export function SignInPage({ note }: { note: string }) {
  const [isNew, setNew] = useState(location.hash === '#/register');
  return (
    <div class="sign-in">
      <main>
        <p class="brand">
          <img src="/icon.svg" alt="" width="28" height="28" />
          Chatly
        </p>
        <h1>{isNew ? 'Register your company' : 'Sign in'}</h1>
        <p class="muted">
          {isNew
            ? 'A minute from here to the first message on your own page.'
            : 'Your visitors are a moment away.'}
        </p>
        {note !== '' && (
          <p class="notice" role="status">
            {note}
          </p>
        )}
        <AccountForm key={String(isNew)} isNew={isNew} />
        <p>
          {isNew ? 'Your company is here already? ' : 'New here? '}
          <button type="button" class="text-button" onClick={() => setNew(!isNew)}>
            {isNew ? 'Sign in instead' : 'Register a company'}
          </button>
        </p>
      </main>
      <aside aria-label="What Chatly is">
        <h2>Answers from what you know, people when it matters.</h2>
        <ul>
          <li>One line puts the chat on any web site: 3 KB, nothing stored before somebody writes.</li>
          <li>The bot answers from your knowledge and shows its source, or hands over to you.</li>
          <li>Every message arrives once and in order, whatever the network does.</li>
        </ul>
        <nav aria-label="For developers">
          <a href="/docs">API</a>
          <a href="/api/health">Status</a>
        </nav>
      </aside>
    </div>
  );
}
