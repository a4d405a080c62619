/**
 * What XML 1.0 §2.2 cannot hold: controls, lone surrogates and the last two characters of the plane.
 *
 * `visibleText` has named these before; this keeps a part well-formed whatever comes from elsewhere.
 */
const notXml =
  // oxlint-disable-next-line no-control-regex -- control characters are what this looks for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Makes a text stand for itself between tags and in quoted attributes of XML. */
export function escapeXml(text: string): string {
  return text
    .replaceAll(notXml, '\uFFFD')
    .replaceAll(/[&<>"]/g, (character) => escapes[character] ?? character);
}
