import type { WidgetConfig } from '../../shared/api/widget.ts';
import { Choice } from '../ui/choice.tsx';
import { Switch } from '../ui/switch.tsx';

type PreChat = WidgetConfig['preChat'];
type PreChatProps = { preChat: PreChat; change(preChat: PreChat): void };

const asked = [
  { value: 'nothing', title: 'Nothing' },
  { value: 'name', title: 'Name' },
  { value: 'email', title: 'E-mail' },
  { value: 'both', title: 'Both' },
] as const;

type Asked = (typeof asked)[number]['value'];

const fieldsOf = {
  name: ['name'],
  email: ['email'],
  both: ['name', 'email'],
} satisfies Record<Exclude<Asked, 'nothing'>, NonNullable<PreChat>['fields']>;

/** What a visitor is asked for before its first message. */
export function PreChatFields({ preChat, change }: PreChatProps) {
  const required = preChat?.required ?? false;
  return (
    <>
      <Choice
        label="Ask visitors first for"
        value={askedIn(preChat)}
        options={asked}
        choose={(value) => change(value === 'nothing' ? null : { fields: fieldsOf[value], required })}
      />
      {preChat && (
        <Switch
          label="They must say it"
          hint="Every question before the first message keeps somebody from asking. Visitors you vouch for are not asked."
          isOn={required}
          turn={(isOn) => change({ ...preChat, required: isOn })}
        />
      )}
    </>
  );
}

function askedIn(preChat: PreChat): Asked {
  if (!preChat) return 'nothing';
  return preChat.fields.length > 1 ? 'both' : (preChat.fields[0] ?? 'nothing');
}
