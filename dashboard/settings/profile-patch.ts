import type { User } from '../../shared/api/auth.ts';

type Profile = Pick<User, 'name' | 'email' | 'companyName'>;

/** What has changed of a profile; null where nothing has. */
export function profilePatch(before: Profile, after: Profile): Partial<Profile> | null {
  const names = ['name', 'email', 'companyName'] as const;
  const changed = names.filter((name) => after[name].trim() !== before[name]);
  if (changed.length === 0) return null;
  return Object.fromEntries(changed.map((name) => [name, after[name].trim()]));
}
