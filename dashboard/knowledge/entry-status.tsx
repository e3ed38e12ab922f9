import type { Entry } from '../../shared/api/knowledge-base.ts';
import { Tag } from '../ui/tag.tsx';

const states = {
  ready: { tone: 'positive', text: 'Ready' },
  indexing: { tone: 'warning', text: 'Indexing' },
  failed: { tone: 'danger', text: 'Failed' },
} as const;

/** Whether the bot can answer from an entry. */
export function EntryStatus({ entry }: { entry: Pick<Entry, 'status'> }) {
  const { tone, text } = states[entry.status];
  return <Tag tone={tone}>{text}</Tag>;
}
