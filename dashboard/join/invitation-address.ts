/** The token in the address of an invitation's link, `#invitation=…`; null in any other address. */
export function invitationIn(hash: string): string | null {
  const token = /^#invitation=(.+)$/.exec(hash)?.[1];
  if (token === undefined) return null;
  try {
    return decodeURIComponent(token);
  } catch {
    return token;
  }
}
