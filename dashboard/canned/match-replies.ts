import type { CannedReply } from '../../shared/api/canned-replies.ts';

const most = 8;

/** The replies that a few typed letters may mean: by shortcut first, then by what they say. */
export function matchReplies(replies: readonly CannedReply[], query: string): CannedReply[] {
  const wanted = query.normalize().toLocaleLowerCase();
  const rank = ({ shortcut, content }: CannedReply) => {
    if (shortcut.startsWith(wanted)) return 0;
    if (shortcut.includes(wanted)) return 1;
    return content.toLocaleLowerCase().includes(wanted) ? 2 : 3;
  };
  return replies
    .filter((reply) => rank(reply) < 3)
    .toSorted((one, other) => rank(one) - rank(other) || one.shortcut.localeCompare(other.shortcut))
    .slice(0, most);
}
