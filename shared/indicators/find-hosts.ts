import { addressReach, isIpv4, normalIpv6, normalRange } from './address.ts';
import { hasFileEnding, isFileName } from './file-endings.ts';
import { eastAsian, type SearchedText } from './found-span.ts';
import { readTail } from './find-urls.ts';
import { isKnownDomain } from './known-domain.ts';
import { bareHost, normalDomain } from './normal-host.ts';
import { signSet } from './sign-set.ts';

/** What names and addresses are written in; East Asian writing ends a run. */
const runSign = signSet('0-9A-Za-z_.\\-\\u00c0-\\u1fff\\u2c00-\\u2dff\\ua640-\\ua69f');
const longestRun = 400;
const edge = /[._-]/;

/** IPv4 addresses and ranges, domains, URLs without a scheme, and names of files: all that has dots in it. */
export function findHosts(searched: SearchedText): void {
  const { text } = searched;
  let runEnd = 0;
  for (let dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', runEnd)) {
    let from = dot;
    while (from > runEnd && runSign[text.charCodeAt(from - 1)] === 1) from -= 1;
    runEnd = dot + 1;
    while (runEnd < text.length && runSign[text.charCodeAt(runEnd)] === 1) runEnd += 1;
    // The shortest name of anything is `a.b`, or `.so` behind a word that ends the run.
    if (runEnd - from < 3 || runEnd - from > longestRun || searched.isTaken(from)) continue;
    const run = text.slice(from, runEnd);
    const lead = edge.test(run.charAt(0)) ? (/^[._-]+/.exec(run)?.[0].length ?? 0) : 0;
    const isTrimmed = lead === 0 && !edge.test(run.charAt(run.length - 1));
    const trimmed = isTrimmed ? run : run.slice(lead).replace(/[._-]+$/, '');
    if (trimmed.includes('.')) readRun(searched, trimmed, from + lead);
    else if (lead > 0) readEastAsianFile(searched, run.slice(lead), from);
  }
  findEastAsianNames(searched);
}

const lastSign = /\d$/;
const addressWithRange = /^(\d{1,3}(?:\.\d{1,3}){3})(-(?:\d{1,3}(?:\.\d{1,3}){3}|\d{1,3}))?$/;

function readRun(searched: SearchedText, run: string, start: number): void {
  if (lastSign.test(run)) {
    // No top level of the DNS ends in a digit, and hardly any ending of a file.
    if (addressWithRange.test(run)) readAddress(searched, run, start);
    else if (hasFileEnding(run)) takeFile(searched, run, start);
    return;
  }
  const { text } = searched;
  const end = start + run.length;
  const isDefanged = searched.isDefanged(start, end);
  const before = text.charAt(start - 1);
  const isFile = isFileName(run);
  if (products.has(run.toLowerCase())) return;
  if (isFile && !(isDefanged && isKnownDomain(normalDomain(run)))) {
    takeFile(searched, run, start);
    return;
  }
  if (before === '\\' || before === '@' || before === '$') return;
  if (before === '/' && !isDefanged) return;
  const host = bareHost(run, isDefanged);
  if (host === undefined || (!isDefanged && isNoise(run, text.charAt(end)))) return;
  const goesOn = tailSign.test(text.charAt(end));
  const { tail, end: tailEnd } = goesOn ? readTail(text, end, before) : { tail: '', end };
  if (/[/?#]./.test(tail))
    searched.take({ type: 'url', value: `${host.value}${tail}`, start, end: tailEnd });
  else searched.take({ type: 'domain', value: host.value, start, end });
}

function takeFile(searched: SearchedText, name: string, start: number): void {
  searched.take({ type: 'file-name', value: name, start, end: start + name.length });
}

const tailSign = /[:/?#]/;

/** Words before four numbers that make a version of them. */
const versionBefore =
  /(?:\bv|\bver\.?|versions?|\brev\.?|revision|release|build|update|firmware|バージョン|ビルド|版|ファームウェア|[A-Za-z]\/)[ \t:：]{0,3}$/i;
const rangeAfter = /(?:\/\d{1,3}|[ \t]{0,2}[-–~〜][ \t]{0,2}\d{1,3}(?:\.\d{1,3}){3})(?![\w.]*\w)/y;
const rangeSign = /[ \t/\-–~〜]/;
const pathAfter = /^(?::\d{1,5})?\/[^\s\d]/;

function isVersion(text: string, start: number): boolean {
  const before = text.charAt(start - 1);
  if (!/[ \tA-Za-z./:：ンド版ア]/.test(before)) return false;
  return versionBefore.test(text.slice(Math.max(0, start - 16), start));
}

function readAddress(searched: SearchedText, run: string, start: number): void {
  const { text } = searched;
  const end = start + run.length;
  const isDefanged = searched.isDefanged(start, end);
  const [first = ''] = run.split('-');
  if (!isIpv4(first) || addressReach(first) === 'pointless' || first.startsWith('255.')) return;
  if (!isDefanged && isVersion(text, start)) return;
  rangeAfter.lastIndex = end;
  const goesOn = rangeSign.test(text.charAt(end));
  const written = run + (goesOn ? (rangeAfter.exec(text)?.[0] ?? '') : '');
  const range = written === first ? undefined : normalRange(written);
  if (range !== undefined) {
    searched.take({ type: 'ip-range', value: range, start, end: start + written.length });
    return;
  }
  if (tailSign.test(text.charAt(end)) && pathAfter.test(text.slice(end, end + 8))) {
    const { tail, end: tailEnd } = readTail(text, end, text.charAt(start - 1));
    const value = `${first}${tail}`;
    searched.take({ type: 'url', value, start, end: tailEnd });
    return;
  }
  searched.take({ type: 'ipv4', value: first, start, end: start + first.length });
}

/** Names of software and of fields in code that happen to end like a domain. */
const products: ReadonlySet<string> = new Set(
  'asp.net vb.net ado.net ml.net paint.net node.js next.js socket.io system.io java.io'.split(' '),
);
const codeWords: ReadonlySet<string> = new Set(
  'this self window document event e obj object item items user file process system java javax org.apache config props req res ctx data node args params'.split(
    ' ',
  ),
);
const wordSuffixes: ReadonlySet<string> = new Set(
  'in to at is it so no as me my be am do us by'.split(' '),
);

/** What has the form of a domain, and is a sentence without a space, a field in a program, a product. */
function isNoise(run: string, after: string): boolean {
  const lower = run.toLowerCase();
  if (after === '(') return true;
  const firstDot = run.indexOf('.');
  const lastDot = run.lastIndexOf('.');
  const isShort = run.indexOf('.', firstDot + 1) === lastDot || firstDot === lastDot;
  if (isShort && codeWords.has(lower.slice(0, firstDot))) return true;
  const suffix = run.slice(lastDot + 1);
  const name = run.slice(0, lastDot);
  if (suffix !== suffix.toLowerCase())
    // `System.Net`, `sentence.It`: whoever writes a domain writes its suffix like the rest of it.
    return run !== run.toUpperCase() || name === name.toLowerCase();
  return wordSuffixes.has(suffix) && /^\d+$/.test(name);
}

const ipv6Sign = signSet('0-9A-Fa-f:.');

/** IPv6 addresses and ranges. */
export function findIpv6(searched: SearchedText): void {
  const { text } = searched;
  let runEnd = 0;
  for (let colon = text.indexOf(':'); colon >= 0; colon = text.indexOf(':', runEnd)) {
    let from = colon;
    while (from > runEnd && ipv6Sign[text.charCodeAt(from - 1)] === 1) from -= 1;
    runEnd = colon + 1;
    while (runEnd < text.length && ipv6Sign[text.charCodeAt(runEnd)] === 1) runEnd += 1;
    const run = runEnd - from > 64 ? '' : text.slice(from, runEnd);
    if (run.length < 3 || searched.isTaken(from) || /[0-9A-Za-z_]/.test(text.charAt(from - 1)))
      continue;
    const written = run.replace(/[.:]+$/, (marks) => (marks === '::' ? marks : ''));
    const groups = written.split(':');
    const isLong = groups.length === 8 || written.includes('::');
    if (!isLong || groups.length < 3) continue;
    const end = from + written.length;
    if (/[0-9A-Za-z_]/.test(text.charAt(end))) continue;
    // `a::b` is a name in a program as well.
    if (!/\d/.test(written) && !/[0-9a-f]{4}/i.test(written)) continue;
    const normal = normalIpv6(written);
    if (normal === undefined || addressReach(normal) === 'pointless') continue;
    const bits = /^\/\d{1,3}(?!\d)/.exec(text.slice(end, end + 5))?.[0] ?? '';
    const range = bits === '' ? undefined : normalRange(`${normal}${bits}`);
    searched.take(
      range === undefined
        ? { type: 'ipv6', value: normal, start: from, end }
        : { type: 'ip-range', value: range, start: from, end: end + bits.length },
    );
  }
}

const wordSign = /[\u3005\u30a1-\u30fa\u30fc\u3400-\u9fff\w-]/;
const longestWord = 40;

/** `請求書.exe`: the ending stands beside a word of Han and katakana; hiragana before it belongs to the sentence. */
function readEastAsianFile(searched: SearchedText, ending: string, dotAt: number): void {
  const { text } = searched;
  if (!hasFileEnding(`x.${ending}`)) return;
  let start = dotAt;
  while (start > 0 && dotAt - start < longestWord && wordSign.test(text.charAt(start - 1)))
    start -= 1;
  const word = text.slice(start, dotAt);
  const end = dotAt + 1 + ending.length;
  if (word !== '') searched.take({ type: 'file-name', value: `${word}.${ending}`, start, end });
}

const eastAsianSign = new RegExp(`[${eastAsian}]`);
const nameSign = new RegExp(`[${eastAsian}0-9A-Za-z.\\-]`);
const boundary = /^$|[\s"'`<>()[\]{}「」『』（）【】,、:：/|=]/;

/** Domains with labels in East Asian writing, where something around them says where they begin and end. */
function findEastAsianNames(searched: SearchedText): void {
  const { text } = searched;
  if (!eastAsianSign.test(text)) return;
  let doneTo = 0;
  for (let dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', Math.max(dot + 1, doneTo))) {
    if (!eastAsianSign.test(text.charAt(dot - 1)) && !eastAsianSign.test(text.charAt(dot + 1)))
      continue;
    let start = dot;
    while (start > doneTo && dot - start < 64 && nameSign.test(text.charAt(start - 1))) start -= 1;
    let end = dot;
    while (end < text.length && end - dot < 190 && nameSign.test(text.charAt(end))) end += 1;
    doneTo = end;
    const written = text.slice(start, end).replace(/[.-]+$/, '');
    end = start + written.length;
    const isBounded = boundary.test(text.charAt(start - 1)) && boundary.test(text.charAt(end));
    if (!isBounded || searched.isTaken(start) || hasFileEnding(written)) continue;
    const name = normalDomain(written);
    if (isKnownDomain(name)) searched.take({ type: 'domain', value: name, start, end });
  }
}
