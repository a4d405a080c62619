import { isIpv4, isPointless, normalIpv6, normalRange } from './address.ts';
import { type DottedName, readBareName, readDefangedName } from './dotted-name.ts';
import { hasFileEnding } from './file-endings.ts';
import { eastAsian, type SearchedText } from './found-span.ts';
import { readTail } from './find-urls.ts';
import { isKnownDomain } from './known-domain.ts';
import { normalDomain } from './normal-host.ts';
import { RecentAnswers } from './recent-answers.ts';
import { endWithout, signSet } from './sign-set.ts';

/** What names and addresses are written in; East Asian writing ends a run. */
const runSign = signSet('0-9A-Za-z_.\\-\\u00c0-\\u1fff\\u2c00-\\u2dff\\ua640-\\ua69f');
const longestRun = 400;
const edge = signSet('._\\-');

/** IPv4 addresses and ranges, domains, URLs without a scheme, and names of files: all that has dots in it. */
export function findHosts(searched: SearchedText): void {
  const { text } = searched;
  const names = new RecentAnswers(readBareName);
  let runEnd = 0;
  for (let dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', runEnd)) {
    let from = dot;
    while (from > runEnd && runSign[text.charCodeAt(from - 1)] === 1) from -= 1;
    runEnd = dot + 1;
    while (runEnd < text.length && runSign[text.charCodeAt(runEnd)] === 1) runEnd += 1;
    // The shortest name of anything is `a.b`, or `.so` behind a word that ends the run.
    if (runEnd - from < 3 || runEnd - from > longestRun || searched.isTaken(from)) continue;
    let start = from;
    while (start < runEnd && edge[text.charCodeAt(start)] === 1) start += 1;
    const end = endWithout(edge, text, start, runEnd);
    const run = text.slice(start, end);
    if (dot < start ? run.includes('.') : dot < end) readRun(searched, run, start, names);
    else if (start > from) readEastAsianFile(searched, text.slice(start, runEnd), from);
  }
  findEastAsianNames(searched);
}

const addressWithRange = /^(\d{1,3}(?:\.\d{1,3}){3})(-(?:\d{1,3}(?:\.\d{1,3}){3}|\d{1,3}))?$/;

function readRun(
  searched: SearchedText,
  run: string,
  start: number,
  names: RecentAnswers<DottedName>,
): void {
  const { text } = searched;
  const end = start + run.length;
  if (isDigit(text.charCodeAt(end - 1))) {
    // No top level of the DNS ends in a digit, and hardly any ending of a file.
    if (isIpv4(run) || addressWithRange.test(run)) readAddress(searched, run, start);
    else if (hasFileEnding(run)) takeFile(searched, run, start);
    return;
  }
  const isDefanged = searched.isDefanged(start, end);
  const { kind, value } = isDefanged ? readDefangedName(run) : names.to(run);
  if (kind === 'file') takeFile(searched, run, start);
  if (kind !== 'domain') return;
  const before = text.charAt(start - 1);
  if (before === '\\' || before === '@' || before === '$') return;
  // What is called is a function, and what a slash leads to is a part of a path.
  if (!isDefanged && (before === '/' || text.charAt(end) === '(')) return;
  if (tailSign[text.charCodeAt(end)] === 1) {
    const { tail, end: tailEnd } = readTail(text, end, before);
    if (/[/?#]./.test(tail)) {
      searched.take({ type: 'url', value: `${value}${tail}`, start, end: tailEnd });
      return;
    }
  }
  searched.take({ type: 'domain', value, start, end });
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function takeFile(searched: SearchedText, name: string, start: number): void {
  searched.take({ type: 'file-name', value: name, start, end: start + name.length });
}

const tailSign = signSet(':/?#');

/** Words before four numbers that make a version of them. */
const versionBefore =
  /(?:\bv|\bver\.?|versions?|\brev\.?|revision|release|build|update|firmware|バージョン|ビルド|版|ファームウェア|[A-Za-z]\/)[ \t:：]{0,3}$/i;
const rangeAfter = /(?:\/\d{1,3}|[ \t]{0,2}[-–~〜][ \t]{0,2}\d{1,3}(?:\.\d{1,3}){3})(?![\w.]*\w)/y;
const rangeSign = signSet(' \\t/\\-–~〜');
const pathAfter = /^(?::\d{1,5})?\/[^\s\d]/;
const versionGap = signSet(' \\t:：');
const versionEnd = signSet('vVrRnNsSeEdD./ンド版ア');

function isVersion(text: string, start: number): boolean {
  // Most addresses stand behind a word that could not end any of these.
  const wordEnd = endWithout(versionGap, text, Math.max(0, start - 3), start);
  if (versionEnd[text.charCodeAt(wordEnd - 1)] !== 1) return false;
  return versionBefore.test(text.slice(Math.max(0, start - 16), start));
}

function readAddress(searched: SearchedText, run: string, start: number): void {
  const { text } = searched;
  const end = start + run.length;
  const isDefanged = searched.isDefanged(start, end);
  const first = run.includes('-') ? run.slice(0, run.indexOf('-')) : run;
  if (!isIpv4(first) || isPointless(first) || first.startsWith('255.')) return;
  if (!isDefanged && isVersion(text, start)) return;
  rangeAfter.lastIndex = end;
  const goesOn = rangeSign[text.charCodeAt(end)] === 1;
  const written = goesOn ? run + (rangeAfter.exec(text)?.[0] ?? '') : run;
  const range = written === first ? undefined : normalRange(written);
  if (range !== undefined) {
    searched.take({ type: 'ip-range', value: range, start, end: start + written.length });
    return;
  }
  if (tailSign[text.charCodeAt(end)] === 1 && pathAfter.test(text.slice(end, end + 8))) {
    const { tail, end: tailEnd } = readTail(text, end, text.charAt(start - 1));
    const value = `${first}${tail}`;
    searched.take({ type: 'url', value, start, end: tailEnd });
    return;
  }
  searched.take({ type: 'ipv4', value: first, start, end: start + first.length });
}

const ipv6Sign = signSet('0-9A-Fa-f:.');
const ipv6Edge = signSet(':.');
const wordSign = signSet('0-9A-Za-z_');
const colonCode = 0x3a;

const bitsAfter = /\/\d{1,3}(?!\d)/y;

/** IPv6 addresses and ranges. */
export function findIpv6(searched: SearchedText): void {
  const { text } = searched;
  const addresses = new RecentAnswers((written: string) => normalIpv6(written) ?? '');
  let runEnd = 0;
  for (let colon = text.indexOf(':'); colon >= 0; colon = text.indexOf(':', runEnd)) {
    let from = colon;
    while (from > runEnd && ipv6Sign[text.charCodeAt(from - 1)] === 1) from -= 1;
    runEnd = colon + 1;
    let colons = 1;
    let hasGap = false;
    for (; ipv6Sign[text.charCodeAt(runEnd)] === 1; runEnd += 1) {
      if (text.charCodeAt(runEnd) !== colonCode) continue;
      colons += 1;
      hasGap ||= text.charCodeAt(runEnd - 1) === colonCode;
    }
    // Times of day and drives are far more common than addresses.
    if (colons < 2 || (!hasGap && colons < 7) || runEnd - from > 64) continue;
    if (searched.isTaken(from) || wordSign[text.charCodeAt(from - 1)] === 1) continue;
    const bare = endWithout(ipv6Edge, text, from, runEnd);
    const isOpen = runEnd - bare === 2 && text.startsWith('::', bare);
    const end = isOpen ? runEnd : bare;
    if (wordSign[text.charCodeAt(end)] === 1) continue;
    const written = text.slice(from, end);
    if (!written.includes('::') && written.split(':').length !== 8) continue;
    // `a::b` is a name in a program as well.
    if (!/\d|[a-f]{4}/i.test(written)) continue;
    const normal = addresses.to(written);
    if (normal === '' || isPointless(normal)) continue;
    bitsAfter.lastIndex = end;
    const bits = text.charAt(end) === '/' ? (bitsAfter.exec(text)?.[0] ?? '') : '';
    const range = bits === '' ? undefined : normalRange(`${normal}${bits}`);
    searched.take(
      range === undefined
        ? { type: 'ipv6', value: normal, start: from, end }
        : { type: 'ip-range', value: range, start: from, end: end + bits.length },
    );
  }
}

const eastAsianWord = signSet('\\u3005\\u30a1-\\u30fa\\u30fc\\u3400-\\u9fff\\w\\-');
const longestWord = 40;

/** `請求書.exe`: the ending stands beside a word of Han and katakana; hiragana before it belongs to the sentence. */
function readEastAsianFile(searched: SearchedText, ending: string, dotAt: number): void {
  const { text } = searched;
  if (!hasFileEnding(`x.${ending}`)) return;
  let start = dotAt;
  while (dotAt - start < longestWord && eastAsianWord[text.charCodeAt(start - 1)] === 1) start -= 1;
  const word = text.slice(start, dotAt);
  const end = dotAt + 1 + ending.length;
  if (word !== '') searched.take({ type: 'file-name', value: `${word}.${ending}`, start, end });
}

const anyEastAsian = new RegExp(`[${eastAsian}]`);
const eastAsianSign = signSet(eastAsian);
const nameSign = signSet(`${eastAsian}0-9A-Za-z.\\-`);
const boundary = signSet('\\s"\'`<>()[\\]{}「」『』（）【】,、:：/|=');
const nameEdge = signSet('.\\-');

/** Domains with labels in East Asian writing, where something around them says where they begin and end. */
function findEastAsianNames(searched: SearchedText): void {
  const { text } = searched;
  if (!anyEastAsian.test(text)) return;
  let doneTo = 0;
  for (let dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', Math.max(dot + 1, doneTo))) {
    if (!isEastAsian(text.charCodeAt(dot - 1)) && !isEastAsian(text.charCodeAt(dot + 1))) continue;
    let start = dot;
    while (start > doneTo && dot - start < 64 && nameSign[text.charCodeAt(start - 1)] === 1)
      start -= 1;
    let end = dot;
    while (end - dot < 190 && nameSign[text.charCodeAt(end)] === 1) end += 1;
    doneTo = end;
    end = endWithout(nameEdge, text, start, end);
    const isBounded =
      (start === 0 || boundary[text.charCodeAt(start - 1)] === 1) &&
      (end === text.length || boundary[text.charCodeAt(end)] === 1);
    if (!isBounded || searched.isTaken(start)) continue;
    const written = text.slice(start, end);
    if (hasFileEnding(written)) continue;
    const name = normalDomain(written);
    if (isKnownDomain(name)) searched.take({ type: 'domain', value: name, start, end });
  }
}

function isEastAsian(code: number): boolean {
  return eastAsianSign[code] === 1;
}
