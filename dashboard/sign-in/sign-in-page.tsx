import { useState } from 'preact/hooks';
import { AccountCard } from './account-card.tsx';
import { AccountForm } from './account-form.tsx';

/** Where operators sign in, or register a company. */
export function SignInPage({ note }: { note: string }) {
  const [isNew, setNew] = useState(location.hash === '#/register');
  return (
    <AccountCard
      title={isNew ? 'Register your company' : 'Sign in'}
      lead={
        isNew
          ? 'A minute from here to the first message on your own page.'
          : 'Your visitors are a moment away.'
      }
      note={note}
    >
      <AccountForm key={String(isNew)} isNew={isNew} />
      <p>
        {isNew ? 'Your company is here already? ' : 'New here? '}
        <button type="button" class="text-button" onClick={() => setNew(!isNew)}>
          {isNew ? 'Sign in instead' : 'Register a company'}
        </button>
      </p>
    </AccountCard>
  );
}
