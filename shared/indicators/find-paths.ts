import { hasFileEnding } from './file-endings.ts';
import { eastAsian, type SearchedText } from './found-span.ts';
import { endWithout, signSet } from './sign-set.ts';

const registryStart =
  /(?<![\w\\])(?:HKEY_[A-Z_]{4,30}|HKLM|HKCU|HKCR|HKU|HKCC|Registry::HKEY_[A-Z_]{4,30}|\\REGISTRY\\(?:MACHINE|USER))(?::?\\{1,2})/gi;
const windowsStart =
  /(?<![0-9A-Za-z_%\\])(?:[A-Za-z]:\\{1,2}|%[A-Za-z][\w()]{1,30}%\\{1,2}|\$env:\w{1,30}\\|\\\\[\w.$?-]{1,63}\\)(?=[^\s\\])/g;
const unixStart =
  /(?<![\w./\\:%~-])(?:~\/|\/(?:etc|usr|var|tmp|home|opt|root|bin|sbin|dev|proc|mnt|media|srv|lib|lib64|run|boot|Users|Library|Applications|System|private|Volumes|data|sdcard|storage)\/)/g;
const unixEnd = signSet(`\\s"'\`<>|;,:*?()\\[\\]{}（）\\u3000-\\u3040\\u2018-\\u201f${eastAsian}`);
const unixEdge = signSet('.!_*+~=/\\-');
/** What ends a part of a path, of which a backslash leads to the next. */
const innerEnd = signSet('\\\\/:*?"<>|\\r\\n\\t`「」');
const longestInner = 120;
const lastEnd = signSet('\\s\\\\/:*?"<>|`,;、。，；（）\\u3008-\\u3040\\u2018-\\u201f');
const longestLast = 200;
const backslash = 0x5c;
const closers: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '`': '`',
  '「': '」',
  '『': '』',
  '\u201c': '\u201d',
};

/** Registry keys, and paths as Windows and Unix write them. */
export function findPaths(searched: SearchedText): void {
  const { text } = searched;
  if (text.includes('\\')) findBackslashed(searched);
  for (const match of text.matchAll(unixStart)) {
    const start = match.index;
    // What is taken is not read: a long URL may have a path at every few signs.
    if (searched.isTaken(start)) continue;
    const from = start + match[0].length;
    const end = endWithout(unixEdge, text, from, endOfPart(unixEnd, text, from, text.length));
    if (end > from) searched.take({ type: 'file-path', value: text.slice(start, end), start, end });
  }
}

function findBackslashed(searched: SearchedText): void {
  const { text } = searched;
  for (const match of text.matchAll(registryStart)) {
    if (searched.isTaken(match.index)) continue;
    const end = readBackslashed(text, match.index, match.index + match[0].length);
    if (end > match.index + match[0].length) takePath(searched, 'registry-key', match.index, end);
  }
  for (const match of text.matchAll(windowsStart)) {
    if (searched.isTaken(match.index)) continue;
    const end = readBackslashed(text, match.index, match.index + match[0].length);
    if (end > match.index + match[0].length) takePath(searched, 'file-path', match.index, end);
  }
}

function takePath(
  searched: SearchedText,
  type: 'registry-key' | 'file-path',
  start: number,
  end: number,
): void {
  const written = searched.text.slice(start, end);
  // A text that went through JSON has every backslash twice; only a share begins with two.
  const share = written.startsWith('\\\\') ? '\\' : '';
  const isTwice = written.includes('\\\\');
  const value = isTwice ? share + written.replaceAll(/\\{2,}/g, '\\') : written;
  searched.take({ type, value, start, end });
}

/** The end of a path, from the sign after its first backslash. */
function readBackslashed(text: string, start: number, from: number): number {
  const quoted = quotedEnd(text, start, from);
  if (quoted !== undefined) return quoted;
  let at = from;
  for (;;) {
    const partEnd = endOfPart(innerEnd, text, at, at + longestInner);
    if (partEnd === at || text.charCodeAt(partEnd) !== backslash) break;
    if (!isOneName(text.slice(at, partEnd))) break;
    at = partEnd + (text.charCodeAt(partEnd + 1) === backslash ? 2 : 1);
  }
  const end = endOfPart(lastEnd, text, at, at + longestLast);
  return at + trimLast(text.slice(at, end)).length;
}

/** Where the first sign of a set stands, or what is read ends. */
function endOfPart(ends: Uint8Array, text: string, from: number, to: number): number {
  const last = Math.min(to, text.length);
  let at = from;
  while (at < last && ends[text.charCodeAt(at)] !== 1) at += 1;
  return at;
}

const argument = /\s(?:-|\/|--)\w|\.(?:exe|dll|bat|cmd|ps1|vbs)["']?\s/i;

/** Where a quote was opened before a path, it ends with it; a command line in quotes goes on behind it. */
function quotedEnd(text: string, start: number, from: number): number | undefined {
  const closer = closers[text.charAt(start - 1)];
  if (closer === undefined) return undefined;
  const line = text.slice(from, from + 300);
  const length = line.indexOf(closer);
  const content = line.slice(0, Math.max(0, length));
  const isPath = content !== '' && !/[\r\n<>|*?"]/.test(content) && !argument.test(content);
  return isPath ? from + content.trimEnd().length : undefined;
}

const joining: ReadonlySet<string> = new Set(['and', 'of', 'the', 'for']);

const registryRoot = /\bHK(?:EY_|LM|CU|CR|U|CC)/i;

/** `Program Files (x86)` is one name; `temp and then see` is a sentence that goes on. */
function isOneName(part: string): boolean {
  if (registryRoot.test(part)) return false;
  if (!part.includes(' ')) return true;
  if (part.endsWith(' ')) return false;
  const [, ...words] = part.split(' ');
  return words.every((word) => joining.has(word) || /^[^a-z]/.test(word));
}

const afterEnding = new RegExp(`^(.*?\\.[0-9A-Za-z]{1,10})(?=[${eastAsian}])`, 's');
const beforeEastAsian = new RegExp(`^([^${eastAsian}]+)[${eastAsian}]`);

/** The last part, without the sentence that goes on beside it. */
function trimLast(written: string): string {
  const plain = asciiOnly.test(written) ? written : withoutEastAsian(written);
  const bare = plain.slice(0, endWithout(loose, plain, 0, plain.length));
  if (!bare.endsWith(')')) return bare;
  const opens = bare.split('(').length;
  return bare.split(')').length > opens ? bare.replace(/\)+$/, '') : bare;
}

const asciiOnly = /^[\0-\x7f]*$/;
const loose = signSet(".,;:!'_*+~=\\-");

function withoutEastAsian(written: string): string {
  const withEnding = afterEnding.exec(written)?.[1];
  return withEnding !== undefined && hasFileEnding(withEnding)
    ? withEnding
    : (beforeEastAsian.exec(written)?.[1] ?? written);
}

const quotedNames = [
  /"([^"\r\n\\/:*?<>|`]{3,150})"/g,
  /`([^`\r\n\\/:*?<>|"]{3,150})`/g,
  /「([^「」\r\n\\/:*?<>|"]{3,150})」/g,
  /『([^『』\r\n\\/:*?<>|"]{3,150})』/g,
  /\u201c([^\u201c\u201d\r\n\\/:*?<>|]{3,150})\u201d/g,
];

const needsQuotes = new RegExp(`[\\s()&+,;=@!#$%^~'${eastAsian}]`);

/** Names of files in quotes, which may have spaces in them. */
export function findQuotedNames(searched: SearchedText): void {
  for (const quotes of quotedNames)
    for (const match of searched.text.matchAll(quotes)) {
      const name = match[1] ?? '';
      const start = match.index + 1;
      if (!hasFileEnding(name) || !needsQuotes.test(name) || name !== name.trim()) continue;
      const isSentence = name.split(/\s+/).length > 8 || /\.\s|[,;]\s.*[,;]\s/.test(name);
      if (!isSentence && !searched.isTaken(start) && !searched.isTaken(start + name.length - 1))
        searched.take({ type: 'file-name', value: name, start, end: start + name.length });
    }
}
