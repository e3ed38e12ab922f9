import type { Visitor } from '../../shared/protocol/index.ts';

/** What an operator calls a visitor. */
export function nameOf({ visitor }: { visitor: Pick<Visitor, 'id' | 'name' | 'email'> }): string {
  return visitor.name ?? visitor.email ?? `Visitor ${visitor.id.slice(-4)}`;
}
