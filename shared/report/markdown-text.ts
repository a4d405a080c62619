/**
 * Makes a text without line breaks stand for itself within a line of CommonMark or GFM.
 *
 * Every character that can begin inline markup is escaped (CommonMark 0.31 §2.4). Addresses go into
 * code spans: GFM turns them into links even when their signs are escaped.
 */
export function escapeMarkdown(text: string): string {
  const pieces: string[] = [];
  let at = 0;
  // Runs of visible ASCII: what is taken for an address begins in one.
  for (const { 0: run, index } of text.matchAll(/[!-~]+/g)) {
    if (!looksLikeAddress(run)) continue;
    pieces.push(escapeInline(text.slice(at, index)), codeSpan(run));
    at = index + run.length;
  }
  pieces.push(escapeInline(text.slice(at)));
  return joinMarkdown(pieces);
}

function looksLikeAddress(run: string): boolean {
  return run.includes('@') || run.includes('://') || /www\.|(?:mailto|xmpp):/i.test(run);
}

function escapeInline(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>&~|$]/g, (character) => `\\${character}`);
}

/** Puts pieces of a line together; two code spans that touch would become one. */
export function joinMarkdown(pieces: readonly string[]): string {
  const out: string[] = [];
  let endsInCode = false;
  for (const piece of pieces) {
    if (piece === '') continue;
    if (endsInCode && piece.startsWith('`')) out.push(' ');
    out.push(piece);
    endsInCode = piece.endsWith('`');
  }
  return out.join('');
}

/** Keeps a line from beginning a heading, list, rule or code block (§4, §5). */
export function protectStart(line: string): string {
  return line
    .replace(/^[ \t]+/, (blank) => '&#32;'.repeat(blank.length))
    .replace(/^[#+=:-]/, (character) => `\\${character}`)
    .replace(/^(\d{1,9})([.)])/, String.raw`$1\$2`);
}

/**
 * A code span with a fence longer than any run of backticks inside (§6.1).
 *
 * A pipe ends a table's cell even inside code, so it stands between two spans.
 */
export function codeSpan(text: string): string {
  return text
    .replaceAll('\n', ' ')
    .split('|')
    .map((part) => {
      if (part === '') return '';
      let longest = 0;
      for (const [run] of part.matchAll(/`+/g)) longest = Math.max(longest, run.length);
      const fence = '`'.repeat(longest + 1);
      const pad = /^[` ]|[` ]$/.test(part) ? ' ' : '';
      return `${fence}${pad}${part}${pad}${fence}`;
    })
    .join(String.raw`\|`);
}
