/** A stretch of the line as the entry's text sees it. */
export type TextPart =
  | { readonly kind: 'space'; readonly raw: string }
  | { readonly kind: 'word'; readonly shown: string; readonly isPunctuation: boolean }
  /** A token without a word of its own: stage, technique, evidence, kind, question, star. */
  | { readonly kind: 'mark' }
  /** A host or tag, whose word may be needed by the sentence. */
  | { readonly kind: 'name'; readonly name: string };

/** Words after which a name at the end of a line is still needed: "logged on to @pacs01". */
const wordsBeforeName = new Set(
  'a an and as at between by for from in into of on onto or over the through to toward towards under via with within'.split(
    ' ',
  ),
);
/** Words before which a name at the start of a line is still needed: "@pacs01 is down". */
const wordsAfterName = new Set(
  'is are was were has had have does did do will would can cannot could and or with'.split(' '),
);
/** Particles that follow a name in Japanese: 「@pacs01 が停止」. */
const particle = /^(?:が|は|に|を|で|から|へ|と|の|も|より|まで|や|・)/u;

/** True when a text's first word needs the name before it. */
export function needsNameBefore(text: string): boolean {
  const [word = ''] = /^\S{1,20}/u.exec(text) ?? [];
  return particle.test(word) || wordsAfterName.has(word.toLowerCase());
}

function hasBreak(part: TextPart | undefined): boolean {
  return part?.kind === 'space' && part.raw.includes('\n');
}

function isText(part: TextPart): boolean {
  return part.kind === 'word' && !part.isPunctuation;
}

/** For every part, whether text stands on one side of it on its own line. */
function textBeside(parts: readonly TextPart[], direction: 1 | -1): readonly boolean[] {
  const beside = parts.map(() => false);
  let seen = false;
  for (
    let index = direction === 1 ? 0 : parts.length - 1;
    index >= 0 && index < parts.length;
    index += direction
  ) {
    const part = parts[index];
    beside[index] = seen;
    if (hasBreak(part)) seen = false;
    else if (part && isText(part)) seen = true;
  }
  return beside;
}

function neighbour(parts: readonly TextPart[], index: number, step: 1 | -1): TextPart | undefined {
  const next = parts[index + step];
  if (next?.kind !== 'space') return next;
  return hasBreak(next) ? undefined : parts[index + 2 * step];
}

/**
 * Which names stay in the text as bare words.
 *
 * A name between words of its line stays ("login on @pacs01 failed"). One before or after all the words goes,
 * since it is shown beside the text anyway, unless its neighbour needs it: a preposition before it, an
 * auxiliary verb or a Japanese particle after it, or a list that it continues ("on @a, @b").
 */
function chooseKept(parts: readonly TextPart[]): readonly boolean[] {
  const before = textBeside(parts, 1);
  const after = textBeside(parts, -1);
  const kept = parts.map(() => false);
  for (const [index, part] of parts.entries()) {
    if (part.kind !== 'name') continue;
    const previous = neighbour(parts, index, -1);
    const next = neighbour(parts, index, 1);
    const continuesList =
      previous?.kind === 'word' &&
      /^[,、，]$/.test(previous.shown) &&
      lastNameKept(parts, kept, index);
    kept[index] =
      (before[index] === true && after[index] === true) ||
      (before[index] === true && previous?.kind === 'word' && isJoining(previous.shown)) ||
      continuesList ||
      (after[index] === true && next?.kind === 'word' && needsNameBefore(next.shown));
  }
  return kept;
}

function isJoining(word: string): boolean {
  return word.length <= 10 && wordsBeforeName.has(word.toLowerCase());
}

function lastNameKept(
  parts: readonly TextPart[],
  kept: readonly boolean[],
  index: number,
): boolean {
  for (let at = index - 1; at >= Math.max(0, index - 3); at -= 1) {
    if (parts[at]?.kind === 'name') return kept[at] === true;
  }
  return false;
}

function trimRight(pieces: string[]): void {
  for (let last = pieces.at(-1); last !== undefined; last = pieces.at(-1)) {
    let end = last.length;
    while (end > 0 && last[end - 1] !== '\n' && /\s/.test(last[end - 1] ?? '')) end -= 1;
    if (end === last.length) return;
    pieces.pop();
    if (end > 0) {
      pieces.push(last.slice(0, end));
      return;
    }
  }
}

function isAtLineStart(pieces: readonly string[]): boolean {
  const last = pieces.at(-1);
  return last === undefined || last.endsWith('\n');
}

/**
 * The entry's text: the words as typed, without the tokens that stand beside it.
 *
 * White space is left alone except around what was taken out; line breaks stay, but a line of nothing but
 * tokens goes with them. Punctuation that stuck to a token moves to the word before it.
 */
export function composeText(parts: readonly TextPart[]): string {
  const kept = chooseKept(parts);
  const pieces: string[] = [];
  let removed = false;
  for (const [index, part] of parts.entries()) {
    if (part.kind === 'mark' || (part.kind === 'name' && kept[index] !== true)) {
      trimRight(pieces);
      removed = true;
      continue;
    }
    const isStart = isAtLineStart(pieces);
    if (part.kind === 'space') {
      const shown = removed && isStart ? spaceAfterRemoved(part.raw) : part.raw;
      if (shown !== '') pieces.push(shown);
      if (!(removed && isStart) || part.raw.includes('\n')) removed = false;
      continue;
    }
    if (part.kind === 'word' && part.isPunctuation && removed && isStart) continue;
    pieces.push(part.kind === 'name' ? part.name : part.shown);
    removed = false;
  }
  return pieces.join('').trim();
}

/** At the start of a line from which a token was taken: no indent is left, and no empty line. */
function spaceAfterRemoved(raw: string): string {
  const lineBreak = raw.indexOf('\n');
  return lineBreak < 0 ? '' : raw.slice(lineBreak + 1);
}
