import type { Language } from '../i18n/messages.ts';

/**
 * Characters that a reader would not see, or that turn the text around them: controls, bidirectional
 * marks, zero-width spaces, lone surrogates. Joiners stay, since scripts and emoji need them.
 */
const invisible =
  // oxlint-disable-next-line no-control-regex -- control characters are what this looks for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB\uFFFE\uFFFF]|\p{Surrogate}/gu;

/** Makes a typed text fit for paper: what cannot be seen is named (`‹U+202E›`), line ends are one `\n`. */
export function visibleText(text: string): string {
  return text
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll(invisible, (character) => `‹U+${codeOf(character)}›`);
}

function codeOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}

const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
const letters = /\p{Letter}/u;

/** The language of a typed text, told by its script alone; undefined when it has no letters. */
export function languageOf(text: string): Language | undefined {
  if (japanese.test(text)) return 'ja';
  return letters.test(text) ? 'en' : undefined;
}

/** The beginning of a text on one line, at most `length` characters, with an ellipsis when cut. */
export function excerpt(text: string, length: number): string {
  // Cut first: a word of a hundred kilobytes must not be walked through for its first hundred characters.
  const line = text
    .slice(0, length * 4)
    .replaceAll(/\s+/g, ' ')
    .trim();
  const characters = [...line];
  const isWhole = characters.length <= length && text.length <= length * 4;
  return isWhole ? line : `${characters.slice(0, length - 1).join('')}…`;
}
