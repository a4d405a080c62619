import { findEntryKind, type EntryKind } from '../entry-kind.ts';
import { longestName } from './entry-draft.ts';

/** What a word of the line is by its form alone. */
export type WordForm =
  | { readonly kind: 'host' | 'tag' | 'stage'; readonly name: string }
  | { readonly kind: 'technique'; readonly id: string }
  | { readonly kind: 'evidence'; readonly no: string }
  | { readonly kind: 'kind'; readonly value: EntryKind }
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
};

/** The ASCII form of a sigil, or undefined. */
export function sigilOf(character: string | undefined): string | undefined {
  if (character === undefined || character === '') return undefined;
  const sigil = sigils[character] ?? character;
  return '@!/#^:?*'.includes(sigil) ? sigil : undefined;
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

/** Longest word that is looked at as a technique, evidence number or kind. */
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
    case '!':
      return stageName.test(name) ? { kind: 'stage', name } : undefined;
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
  const value = sigil === ':' ? findEntryKind(name) : undefined;
  return value && { kind: 'kind', value };
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
  if (sigil === '?' || sigil === '*') {
    const form: WordForm = { kind: sigil === '?' ? 'question' : 'star' };
    return end === start + 1 ? { ...plain, form } : plain;
  }
  const quoted = '@#!'.includes(sigil) ? scanQuoted(line, start + 1) : undefined;
  if (quoted === 'unclosed') return { ...plain, form: { kind: 'unclosed-quote' } };
  if (quoted) {
    const kind = sigil === '@' ? 'host' : sigil === '#' ? 'tag' : 'stage';
    const form: WordForm = { kind, name: quoted.name };
    return { escapes, start, tokenEnd: quoted.end, end: wordEnd(line, quoted.end), form };
  }
  const tokenEnd = nameEnd(line, start + 1, end);
  const form = formOf(sigil, line.slice(start + 1, tokenEnd));
  return form ? { escapes, start, tokenEnd, end, form } : plain;
}
