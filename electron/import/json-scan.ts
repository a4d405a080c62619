/** Where a JSON value ends, or why that cannot be said. */
export type ValueEnd =
  | { readonly kind: 'end'; readonly at: number }
  | { readonly kind: 'unfinished' }
  | { readonly kind: 'broken' };

const unfinished: ValueEnd = { kind: 'unfinished' };
const broken: ValueEnd = { kind: 'broken' };
const backslash = 0x5c;
/** Deeper than any log; a reader that walks the value must not run out of stack. */
const deepest = 500;

/** Finds the end of the object or array that begins at `start`, without reading what is in it. */
export function containerEnd(text: string, start: number): ValueEnd {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x22) {
      const end = stringEnd(text, at);
      if (end.kind !== 'end') return end;
      at = end.at - 1;
    } else if (code === 0x7b || code === 0x5b) {
      if (depth > 0 && isNewValueOnNewLine(text, start, at)) return broken;
      depth += 1;
      if (depth > deepest) return broken;
    } else if (code === 0x7d || code === 0x5d) {
      depth -= 1;
      if (depth === 0) return { kind: 'end', at: at + 1 };
    }
  }
  return unfinished;
}

/** Finds the end of the string whose opening quote is at `start`; no line break can lie in it. */
export function stringEnd(text: string, start: number): ValueEnd {
  for (let from = start + 1; ;) {
    const quote = text.indexOf('"', from);
    const end = quote === -1 ? text.length : quote;
    // Long texts are rare and short ones cheap: the engine looks through the part once more.
    if (text.slice(from, end).includes('\n')) return broken;
    if (quote === -1) return unfinished;
    let before = quote;
    while (text.charCodeAt(before - 1) === backslash) before -= 1;
    if ((quote - before) % 2 === 0) return { kind: 'end', at: quote + 1 };
    from = quote + 1;
  }
}

/** A brace that opens a line can only be part of a value when a comma, colon or bracket asks for it. */
function isNewValueOnNewLine(text: string, start: number, at: number): boolean {
  if (text.charCodeAt(at - 1) !== 0x0a) return false;
  let before = at - 1;
  while (before > start && isBlank(text.charCodeAt(before))) before -= 1;
  return !',:[{'.includes(text[before] ?? '');
}

/** White space of JSON, and what stands between the values of a sequence (RFC 7464). */
export function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09 || code === 0x1e;
}
