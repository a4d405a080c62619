import { findBasis, findConfidence } from '../entry-certainty.ts';
import { findEntryKind, type EntryKind } from '../entry-kind.ts';
import { type Basis, type Confidence, type LineLink, longestName } from './entry-draft.ts';

export type NameKind = 'host' | 'tag' | 'stage' | 'account';

/** What a word of the line is by its form alone. */
export type WordForm =
  | { readonly kind: NameKind; readonly name: string }
  /** A source of the notebook or a kind of log; in quotation marks it cannot be anything else. */
  | { readonly kind: 'source'; readonly name: string; readonly isQuoted: boolean }
  | { readonly kind: 'technique'; readonly id: string }
  | { readonly kind: 'evidence'; readonly no: string }
  | { readonly kind: 'kind'; readonly value: EntryKind }
  | { readonly kind: 'confidence'; readonly value: Confidence }
  | { readonly kind: 'basis'; readonly value: Basis }
  | { readonly kind: 'link'; readonly type: LineLink['type']; readonly no: string }
  | { readonly kind: 'question' | 'star' | 'unclosed-quote' };

/** A word from its first to its last character; `form` is undefined for plain text. */
export type ScannedWord = {
  /** Backslashes in front that are not part of what follows them. */
  readonly escapes: number;
  readonly start: number;
  /** End of the token (or of the word, for text); punctuation that sticks to a token begins here. */
  readonly tokenEnd: number;
  readonly end: number;
  readonly form: WordForm | undefined;
};

const sigils: Readonly<Record<string, string>> = {
  '＠': '@',
  '！': '!',
  '／': '/',
  '＃': '#',
  '＾': '^',
  '：': ':',
  '？': '?',
  '＊': '*',
  '＆': '&',
  '＄': '$',
  '＞': '>',
  '→': '>',
  '＝': '=',
};

/** The ASCII form of a sigil, or undefined. */
export function sigilOf(character: string | undefined): string | undefined {
  if (character === undefined || character === '') return undefined;
  const sigil = sigils[character] ?? character;
  return '@!/#^:?*&$>='.includes(sigil) ? sigil : undefined;
}

/**
 * True for white space as it separates words here: what `\s` matches, U+3000 among it.
 *
 * By number, since every character of a line is asked about.
 */
export function isSpace(character: string | undefined): boolean {
  if (character === undefined || character === '') return false;
  const code = character.charCodeAt(0);
  if (code < 0x80) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  return /\s/.test(character);
}

const trailing = '.,;:!?\'"’”、。，．；：！？」』';
const brackets: Readonly<Record<string, string>> = {
  ')': '(',
  '）': '（',
  ']': '[',
  '}': '{',
  '>': '<',
};
const quotes: Readonly<Record<string, string>> = { '"': '"', '「': '」', '“': '”' };

/** Last index of the word that begins at `start`, exclusive. */
function wordEnd(line: string, start: number): number {
  let end = start;
  while (end < line.length && !isSpace(line[end])) end += 1;
  return end;
}

/** A name that ends in more of them than this keeps the rest: no name does, and looking costs time. */
const mostPunctuation = 32;

/** End of a name without the punctuation that ends a sentence, or a bracket that it did not open. */
function nameEnd(line: string, start: number, end: number): number {
  let last = end;
  while (last > start && end - last < mostPunctuation) {
    const character = line[last - 1] ?? '';
    const opening = brackets[character];
    const isOpenedInside = opening !== undefined && line.slice(start, last).includes(opening);
    if (!trailing.includes(character) && (opening === undefined || isOpenedInside)) break;
    last -= 1;
  }
  return last;
}

type Quoted = { readonly name: string; readonly end: number } | 'unclosed';

/** Where the second mark is looked for; generous for a name, short enough for a line of nothing but marks. */
const longestQuoted = 2 * longestName + 2;

/** Reads `"two words"`; a doubled mark stands for one; a line break ends the search. */
function scanQuoted(line: string, start: number): Quoted | undefined {
  const close = quotes[line[start] ?? ''];
  if (close === undefined) return undefined;
  const window = line.slice(start + 1, start + 1 + longestQuoted);
  const lineBreak = window.indexOf('\n');
  const inside = lineBreak < 0 ? window : window.slice(0, lineBreak);
  let at = inside.indexOf(close);
  while (at >= 0 && inside[at + 1] === close) at = inside.indexOf(close, at + 2);
  if (at < 0) return 'unclosed';
  const name = inside.slice(0, at).replaceAll(close + close, close);
  return name.trim() === '' ? 'unclosed' : { name, end: start + 1 + at + 1 };
}

const letterOrDigitFirst = /^[\p{L}\p{N}_]/u;
const hasLetter = /\p{L}/u;
const stageName = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}_\-&・()（）]{0,63}$/u;
const technique = /^t\d{4}(?:\.\d{3})?$/i;
const evidence = /^e-?(\d{1,9})$/i;

/** `>#214`, `=#214`, `?#214`; a number that two devices gave has the beginning of the entry's id behind it. */
const link = /^#(\d{1,9}(?:\.[0-9a-f]{4,32})?)$/i;
const linkTypes: Readonly<Record<string, LineLink['type']>> = {
  '>': 'caused',
  '=': 'same-event',
  '?': 'answers',
};
const nameKinds: Readonly<Record<string, NameKind>> = {
  '@': 'host',
  '#': 'tag',
  '!': 'stage',
  '&': 'account',
};

/** Signs of which most stand alone or before something else: a look at the next character spares the rest. */
const linkStart = /^[#＃]/;

/** Longest word that is looked at as a technique, evidence number, link or kind. */
const longestCode = 40;

function formOf(sigil: string, name: string): WordForm | undefined {
  switch (sigil) {
    case '@':
      return letterOrDigitFirst.test(name) ? { kind: 'host', name } : undefined;
    case '#':
      // `#123` is a ticket or a number, `#!/bin/sh` a script, `# ` a heading: all of them text.
      return letterOrDigitFirst.test(name) && hasLetter.test(name)
        ? { kind: 'tag', name }
        : undefined;
    case '&':
      return letterOrDigitFirst.test(name) ? { kind: 'account', name } : undefined;
    case '$':
      return letterOrDigitFirst.test(name) && hasLetter.test(name)
        ? { kind: 'source', name, isQuoted: false }
        : undefined;
    case '!':
      return stageName.test(name) ? { kind: 'stage', name } : undefined;
    case '>':
    case '=':
    case '?':
      if (!linkStart.test(name)) return undefined;
      return name.length > longestCode ? undefined : linkForm(sigil, name.normalize('NFKC'));
    case '*':
      return undefined;
    default:
      return name.length > longestCode ? undefined : codeForm(sigil, name.normalize('NFKC'));
  }
}

function codeForm(sigil: string, name: string): WordForm | undefined {
  if (sigil === '/') {
    return technique.test(name) ? { kind: 'technique', id: name.toUpperCase() } : undefined;
  }
  if (sigil === '^') {
    const number = evidence.exec(name)?.[1];
    return number === undefined
      ? undefined
      : { kind: 'evidence', no: `E-${String(Number(number)).padStart(3, '0')}` };
  }
  return listedForm(name);
}

/** A word of a fixed list; no word stands in two of them. */
function listedForm(name: string): WordForm | undefined {
  const kind = findEntryKind(name);
  if (kind !== undefined) return { kind: 'kind', value: kind };
  const confidence = findConfidence(name);
  if (confidence !== undefined) return { kind: 'confidence', value: confidence };
  const basis = findBasis(name);
  return basis && { kind: 'basis', value: basis };
}

function linkForm(sigil: string, name: string): WordForm | undefined {
  const type = linkTypes[sigil];
  const no = link
    .exec(name)?.[1]
    ?.toLowerCase()
    .replace(/^0+(?=\d)/, '');
  return type === undefined || no === undefined ? undefined : { kind: 'link', type, no };
}

/** Scans the word at a position that holds no white space. Reads forms only, nothing is looked up. */
export function scanWord(line: string, position: number): ScannedWord {
  let start = position;
  while (line[start] === '\\') start += 1;
  const escapes = start - position;
  const end = wordEnd(line, start);
  const plain = { escapes, start, tokenEnd: end, end, form: undefined };
  const sigil = sigilOf(line[start]);
  if (sigil === undefined) return plain;
  if ((sigil === '?' || sigil === '*') && end === start + 1) {
    return { ...plain, form: { kind: sigil === '?' ? 'question' : 'star' } };
  }
  const quoted = '@#!&$'.includes(sigil) ? scanQuoted(line, start + 1) : undefined;
  if (quoted === 'unclosed') return { ...plain, form: { kind: 'unclosed-quote' } };
  if (quoted) {
    const { name } = quoted;
    const kind = nameKinds[sigil];
    const form: WordForm =
      kind === undefined ? { kind: 'source', name, isQuoted: true } : { kind, name };
    return { escapes, start, tokenEnd: quoted.end, end: wordEnd(line, quoted.end), form };
  }
  const tokenEnd = nameEnd(line, start + 1, end);
  const form = formOf(sigil, line.slice(start + 1, tokenEnd));
  // `&amp;` is a sign of a web page, not an account.
  if (form?.kind === 'account' && line[tokenEnd] === ';') return plain;
  return form ? { escapes, start, tokenEnd, end, form } : plain;
}
