import type { ComponentChildren } from 'preact';

type AccountCardProps = { title: string; lead: string; note?: string; children: ComponentChildren };

/** The page for whoever is not at work yet: a form, beside what Chatly is. */
export function AccountCard({ title, lead, note = '', children }: AccountCardProps) {
  return (
    <div class="sign-in">
      <main>
        <p class="brand">
          <img src="/icon.svg" alt="" width="28" height="28" />
          Chatly
        </p>
        <h1>{title}</h1>
        <p class="muted">{lead}</p>
        {note !== '' && (
          <p class="notice" role="status">
            {note}
          </p>
        )}
        {children}
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
