/** A whole number too long for a double to be sure of; no part of a decimal, an exponent or another number. */
const longNumber = /(?<![\d.eE+-])-?[1-9]\d{15,}(?![\d.eE])/g;
const manyDigits = /\d{16}/;

/**
 * Reads a JSON text; a whole number that a double cannot hold becomes the string of its digits.
 *
 * Identifiers of clouds and event records, and nanoseconds since 1970, lie beyond 2^53: rounded they would be
 * other identifiers. Throws a SyntaxError for what is no JSON, as `JSON.parse` does.
 */
export function parseExactJson(text: string): unknown {
  return JSON.parse(manyDigits.test(text) ? withLongNumbersQuoted(text) : text);
}

function withLongNumbersQuoted(text: string): string {
  let quoted = '';
  for (let at = 0; ;) {
    const open = text.indexOf('"', at);
    const outside = open === -1 ? text.slice(at) : text.slice(at, open);
    quoted += manyDigits.test(outside) ? outside.replaceAll(longNumber, exact) : outside;
    if (open === -1) return quoted;
    const end = stringEnd(text, open);
    quoted += text.slice(open, end);
    at = end;
  }
}

/** The place behind the string that begins at a quote; the text's length when it is never closed. */
function stringEnd(text: string, open: number): number {
  for (let close = text.indexOf('"', open + 1); close !== -1;) {
    let slash = close;
    while (text[slash - 1] === '\\') slash -= 1;
    if ((close - slash) % 2 === 0) return close + 1;
    close = text.indexOf('"', close + 1);
  }
  return text.length;
}

function exact(digits: string): string {
  return String(Number(digits)) === digits ? digits : `"${digits}"`;
}
