/** Text folded for reading, with the way back to the text as typed. */
export type FoldedText = {
  readonly text: string;
  /** For every index of `text`, and its length, the index in the text as typed. */
  readonly origin: readonly number[];
};

const lookalikes: Readonly<Record<string, string>> = {
  '\t': ' ',
  '\u301c': '~',
  '\u223c': '~',
  '\u2248': '~',
  '\u2252': '~',
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2212': '-',
  '\u2014': '\u2013',
  '\u2015': '\u2013',
};

/**
 * Folds full-width digits and punctuation (NFKC, one character at a time) and the dashes and waves that input
 * methods produce, up to a number of UTF-16 units of the text as typed.
 */
export function foldTimeText(typed: string, limit: number): FoldedText {
  let text = '';
  const origin: number[] = [];
  let at = 0;
  for (const character of typed) {
    if (at >= limit) break;
    // Most of what is typed is ASCII, and normalising a character at a time is not free.
    const normal = character < '\u0080' ? character : character.normalize('NFKC');
    const folded = lookalikes[normal] ?? normal;
    for (let index = 0; index < folded.length; index += 1) origin.push(at);
    text += folded;
    at += character.length;
  }
  origin.push(at);
  return { text, origin };
}

/** Runs a sticky expression at a position. */
export function matchAt(
  expression: RegExp,
  text: string,
  position: number,
): RegExpExecArray | undefined {
  expression.lastIndex = position;
  return expression.exec(text) ?? undefined;
}
