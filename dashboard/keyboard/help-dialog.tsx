import { Dialog } from '../ui/dialog.tsx';
import { commands } from './commands.ts';
import { Keys } from './keys.tsx';

/** Every key that does something just now. */
export function HelpDialog({ onClose }: { onClose(): void }) {
  const withKeys = commands.value.filter(({ keys }) => keys !== undefined);
  return (
    <Dialog title="Keys" size="wide" onClose={onClose}>
      <div class="help-groups">
        {[...Map.groupBy(withKeys, ({ group }) => group)].map(([group, list]) => (
          <section key={group}>
            <h3>{group}</h3>
            <dl>
              {list.map(({ id, title, keys = '' }) => (
                <div key={id}>
                  <dt>{title}</dt>
                  <dd>
                    <Keys keys={keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p class="muted">Single keys work while no text field has the focus; Esc leaves one.</p>
    </Dialog>
  );
}
