/** Signs that no text has: a file full of them is something else. */
// oxlint-disable-next-line no-control-regex -- those are what is looked for
const binary = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/g;

/**
 * The text of a file that people wrote or a tool wrote for them; undefined for what is no text.
 *
 * UTF-8 and UTF-16 by their marks, else the first of UTF-8, Shift_JIS and windows-1252 in which every byte means
 * something: a list of indicators is ASCII in any of them.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const text = decode(bytes);
  const head = text.slice(0, 65_536);
  return (head.match(binary)?.length ?? 0) * 100 > head.length ? undefined : text;
}

function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  for (const encoding of ['utf-8', 'shift_jis', 'windows-1252'])
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch (error) {
      // The next one may fit.
      if (!(error instanceof TypeError)) throw error;
    }
  return new TextDecoder().decode(bytes);
}
