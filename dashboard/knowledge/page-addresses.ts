/** The web addresses in a text, one a line or parted by commas; what is typed without a scheme is meant as https. */
export function pageAddresses(text: string): string[] {
  const parts = text.split(/[\n,]+|\s+(?=https?:\/\/)/i).map((part) => part.trim());
  const named = parts
    .filter(Boolean)
    .map((part) => (/^[a-z][a-z0-9+.-]*:/i.test(part) ? part : `https://${part}`));
  return [...new Set(named)];
}
