/** The origins in a text, one a line, as browsers state them: what stands behind the host is left out, https is meant. */
export function readOrigins(text: string): { origins: string[]; wrong: string[] } {
  const lines = text.split(/[\s,]+/).filter(Boolean);
  const read = lines.map((line) => ({ line, origin: originOf(line) }));
  return {
    origins: [...new Set(read.flatMap(({ origin }) => origin ?? []))],
    wrong: read.filter(({ origin }) => origin === null).map(({ line }) => line),
  };
}

function originOf(line: string): string | null {
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(line) ? line : `https://${line}`;
  const url = URL.canParse(address) ? new URL(address) : null;
  return url && /^https?:$/.test(url.protocol) && !url.username && !url.hostname.includes('*')
    ? url.origin
    : null;
}
