const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const values: ReadonlyMap<string, number> = new Map([...digits].map((digit, at) => [digit, at]));

/** Whole groups of four digits, the last one filled up (RFC 4648 §4). */
const wellFormed = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** Bytes of a text in base64 (RFC 4648 §4), without line ends; undefined for anything else. */
export function readBase64(text: string): Uint8Array | undefined {
  if (!wellFormed.test(text)) return undefined;
  const filling = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3 - filling);
  for (let from = 0, to = 0; from < text.length; from += 4, to += 3) {
    let group = 0;
    for (let at = from; at < from + 4; at += 1)
      group = group * 64 + (values.get(text[at] ?? '') ?? 0);
    // What goes beyond the end is the filling; an array of fixed length takes no notice of it.
    bytes[to] = group >> 16;
    bytes[to + 1] = (group >> 8) & 255;
    bytes[to + 2] = group & 255;
  }
  return bytes;
}
