import { el, say } from '../widget/view/dom.ts';
import { api, read } from './api.ts';

/** Shows the line to paste, with a button that copies it and a page to try it on. Errors: RequestError. */
export async function embedDialog(): Promise<void> {
  const { embedCode, tenantId } = (await read(api.widget.embed.$get())).data;
  const copy = el('button', { type: 'button', class: 'primary' }, 'Copy');
  const told = el('span', { role: 'status' });
  const page = el(
    'a',
    { href: `/demo?tenant=${encodeURIComponent(tenantId)}`, target: '_blank' },
    'Open a page with your widget',
  );
  const close = el('button', { type: 'button' }, 'Close');
  const code = el('code', { tabindex: '0' }, embedCode);
  const dialog = el(
    'dialog',
    { 'aria-labelledby': 'embed' },
    el('h2', { id: 'embed' }, 'Your embed code'),
    el('p', {}, 'Paste this line into any page, before the end of its head or body.'),
    el('pre', {}, code),
    el('p', { class: 'actions' }, copy, told, page, close),
  );
  copy.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(embedCode);
      say(told, 'Copied.');
    } catch {
      getSelection()?.selectAllChildren(code);
      say(told, 'Selected: copy it with your keyboard.');
    }
  });
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  document.body.appendChild(dialog);
  dialog.showModal();
}
