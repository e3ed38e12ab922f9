const META_SEARCH_BYTES = 1024; // the HTML standard's prescan
const META_CHARSET = /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w:.-]+)/i;

type Hints = { readonly charset: string | null; readonly isHtml: boolean };

/** Decodes a body by its byte order mark, its Content-Type's charset or its meta element; otherwise as UTF-8. */
export function decodeBody(bytes: Uint8Array, { charset, isHtml }: Hints): string {
  const label = markedCharset(bytes) ?? charset ?? (isHtml ? metaCharset(bytes) : null) ?? 'utf-8';
  return decoderFor(label).decode(bytes);
}

function markedCharset([first, second, third]: Uint8Array): string | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xff && second === 0xfe ? 'utf-16le' : null;
}

function metaCharset(bytes: Uint8Array): string | null {
  const start = String.fromCharCode(...bytes.subarray(0, META_SEARCH_BYTES));
  const label = META_CHARSET.exec(start)?.[1] ?? null;
  // A page whose meta element can be read as ASCII is not UTF-16, whatever it says.
  return label !== null && /^utf-?16/i.test(label) ? 'utf-8' : label;
}

function decoderFor(label: string): TextDecoder {
  try {
    return new TextDecoder(label);
  } catch {
    return new TextDecoder('utf-8');
  }
}
