/** What an operator calls a visitor. */
export function nameOf({
  visitor,
}: {
  visitor: { id: string; name: string | null; email: string | null };
}): string {
  return visitor.name ?? visitor.email ?? `Visitor ${visitor.id.slice(-4)}`;
}
