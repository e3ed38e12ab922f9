import type { Entry } from '../../shared/api/knowledge-base.ts';
import { Tag } from '../ui/tag.tsx';

const states = {
  ready: { tone: 'positive', text: 'Ready' },
  indexing: { tone: 'warning', text: 'Indexing' },
  failed: { tone: 'danger', text: 'By words only' },
} as const;

/** How the bot finds an entry: by words and meaning, or by words until it is indexed. */
export function EntryStatus({ entry }: { entry: Pick<Entry, 'status'> }) {
  const { tone, text } = states[entry.status];
  return <Tag tone={tone}>{text}</Tag>;
}
