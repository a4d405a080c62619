import { eastAsian, type SearchedText } from './found-span.ts';
import { isKnownDomain } from './known-domain.ts';
import { normalDomain, type NormalHost, urlHost } from './normal-host.ts';
import { endWithout, signSet } from './sign-set.ts';

const schemes: ReadonlySet<string> = new Set(
  'http https ftp ftps sftp tcp udp ws wss ssh smb ldap ldaps rdp telnet nfs irc ircs tftp scp git mqtt socks5'.split(
    ' ',
  ),
);
const longestScheme = 8;
const schemeSign = signSet('A-Za-z0-9');
const userSign = signSet('\\w.~%!$&*+;=:\\-');
const longestUser = 200;
const longestName = 300;
const namedHost = /[\p{L}\p{M}\p{N}._-]{1,300}/uy;
const bracketedHost = /\[[0-9a-fA-F:.%\w]{2,60}\]/y;
const numberedHost = /[0-9a-fA-F]{0,4}:[0-9a-fA-F:.]{2,60}/y;
const commaHost = /[A-Za-z0-9-]{1,63}(?:,[A-Za-z0-9-]{1,63}){1,5}/y;
const port = /:\d{1,5}(?!\d)/y;
/** What ends a URL; East Asian writing goes on beside it without a space and is not part of it. */
const restEnd = signSet(
  `\\s<>"\`{}|\\\\^\\u2018-\\u201f\\u3000-\\u3040\\uff00-\\uffef${eastAsian}`,
);
/** Names that need no longer look: nothing but a name stands between the scheme and one of these. */
const plainSign = signSet('A-Za-z0-9._\\-');
const nameEdge = signSet('._\\-');

/** URLs with a scheme. */
export function findUrls(searched: SearchedText): void {
  const { text } = searched;
  for (let at = text.indexOf('://'); at >= 0; at = text.indexOf('://', at + 3)) {
    if (searched.isTaken(at)) continue;
    const scheme = schemeBefore(text, at);
    if (scheme === undefined) continue;
    const start = at - scheme.length;
    if (!leadsSomewhere(text, at + 3)) continue;
    const host = readHost(text, at + 3);
    if (host === undefined) continue;
    const { end, tail } = readTail(text, host.end, text.charAt(start - 1));
    const isPlace = host.value.includes('.') || host.value.includes(':') || tail !== '';
    if (!isPlace) continue;
    const value = `${scheme.toLowerCase()}://${host.user}${host.value}${tail}`;
    searched.take({ type: 'url', value, start, end });
  }
}

function schemeBefore(text: string, at: number): string | undefined {
  let start = at;
  while (start > 0 && at - start <= longestScheme && schemeSign[text.charCodeAt(start - 1)] === 1)
    start -= 1;
  const scheme = text.slice(start, at);
  if (schemes.has(scheme) || schemes.has(scheme.toLowerCase())) return scheme;
  // In a query the address may stand right behind a letter.
  return /(?:https?|ftp)$/i.exec(scheme)?.[0];
}

const hostEnd = signSet('\\s/?#"<>');

/** True when a name with a dot or colon in it, or anything behind the name, makes a place of what follows a scheme. */
function leadsSomewhere(text: string, from: number): boolean {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === dotCode || code === commaCode) return true;
    // A colon has to be followed by a port, or by what an address of IPv6 goes on with.
    if (code === colonCode) return text.charCodeAt(at + 1) !== slashCode;
    if (hostEnd[code] === 1)
      return at > from && (code === slashCode || code === 0x3f || code === 0x23);
  }
  return false;
}

const dotCode = 0x2e;
const commaCode = 0x2c;
const colonCode = 0x3a;
const slashCode = 0x2f;

type ReadHost = { readonly user: string; readonly value: string; readonly end: number };

function readHost(text: string, at: number): ReadHost | undefined {
  const plainEnd = plainNameEnd(text, at);
  if (plainEnd !== undefined) return hostOf(text, '', at, plainEnd);
  const user = text.slice(at, userEnd(text, at));
  const start = at + user.length;
  const inBrackets = matchAt(bracketedHost, text, start);
  const written = inBrackets === '' ? matchAt(numberedHost, text, start) : inBrackets;
  const address = written === '' ? undefined : urlHost(written);
  if (address?.kind === 'ipv6')
    return { user, value: `[${address.value}]`, end: start + written.length };
  // A bracket that was opened and never closed is a mark like any other.
  const opened = text.charAt(start) === '[' ? 1 : 0;
  const commas = matchAt(commaHost, text, start + opened);
  const withDots = commas === '' ? undefined : urlHost(commas.replaceAll(',', '.'));
  if (withDots !== undefined && isPublic(withDots))
    return { user, value: withDots.value, end: start + opened + commas.length };
  const from = start + opened;
  const named = trimHost(matchAt(namedHost, text, from));
  return hostOf(text, user, from, from + named.length);
}

function hostOf(text: string, user: string, start: number, end: number): ReadHost | undefined {
  const host = urlHost(text.slice(start, end));
  return host && { user, value: host.value, end };
}

/** The end of a name of plain letters before a port, a path or the end of the URL: most hosts, and quickly told. */
function plainNameEnd(text: string, at: number): number | undefined {
  let end = at;
  while (end - at < longestName && plainSign[text.charCodeAt(end)] === 1) end += 1;
  const after = end + portAt(text, end).length;
  const isWhole = after === text.length || hostEnd[text.charCodeAt(after)] === 1;
  return isWhole && end > at ? endWithout(nameEdge, text, at, end) : undefined;
}

/** The end of `user:password@`; where it would begin when there is none. */
function userEnd(text: string, at: number): number {
  let end = at;
  while (end - at < longestUser && userSign[text.charCodeAt(end)] === 1) end += 1;
  return end > at && text.charAt(end) === '@' ? end + 1 : at;
}

function isPublic({ kind, value }: NormalHost): boolean {
  return kind === 'ipv4' || isKnownDomain(value);
}

const eastAsianFrom = new RegExp(`(?<=[A-Za-z0-9])[${eastAsian}].*$`, 'su');

/** A name ends where Japanese text goes on; a name that is Japanese itself has a suffix that is known. */
function trimHost(written: string): string {
  const bare = written.replace(/[._-]+$/, '');
  if (isKnownDomain(normalDomain(bare))) return bare;
  return bare.replace(eastAsianFrom, '').replace(/[._-]+$/, '');
}

/** Where a text that was marked up goes on: an entity of HTML, the second half of a Markdown link. */
const markup = /&(?:lt|gt|quot);|\]\(/y;
const markupSign = signSet('&\\]');
const tailBegin = signSet('/?#');
const punctuation = signSet(`.,;:!?'…`);
const bracket = signSet('()[\\]');
/** Signs that a text puts around what it quotes, when the same sign stands before. */
const quoting = signSet("+*_~'");

/** Port, path, query and fragment, without the punctuation of the sentence around them. */
export function readTail(
  text: string,
  at: number,
  before: string,
): { readonly end: number; readonly tail: string } {
  const from = at + portAt(text, at).length;
  const begins = tailBegin[text.charCodeAt(from)] === 1;
  const end = begins ? trimmedEnd(text, from, restEndAfter(text, from), before) : from;
  return { end, tail: text.slice(at, end) };
}

function portAt(text: string, at: number): string {
  return text.charCodeAt(at) === colonCode ? matchAt(port, text, at) : '';
}

function restEndAfter(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (restEnd[code] === 1) break;
    if (markupSign[code] !== 1) continue;
    markup.lastIndex = at;
    if (markup.test(text)) break;
  }
  return at;
}

function trimmedEnd(text: string, from: number, to: number, before: string): number {
  let surplus: Surplus | undefined;
  let end = to;
  for (; end > from; end -= 1) {
    const code = text.charCodeAt(end - 1);
    const isQuote = quoting[code] === 1 && text.charAt(end - 1) === before;
    if (punctuation[code] === 1 || isQuote) continue;
    if (bracket[code] !== 1) break;
    surplus ??= surplusOf(text, from, end);
    // A closing bracket that was opened belongs to the URL; an opening bracket at the end opens nothing.
    if (code === closingRound && surplus.round >= 0) break;
    if (code === closingSquare && surplus.square >= 0) break;
    count(surplus, code, -1);
  }
  return end;
}

/** How many brackets of a kind are opened more than closed. */
type Surplus = { round: number; square: number };

function surplusOf(text: string, from: number, to: number): Surplus {
  const surplus = { round: 0, square: 0 };
  for (let at = from; at < to; at += 1) count(surplus, text.charCodeAt(at), 1);
  return surplus;
}

function count(surplus: Surplus, code: number, by: 1 | -1): void {
  if (code === openingRound) surplus.round += by;
  else if (code === closingRound) surplus.round -= by;
  else if (code === openingSquare) surplus.square += by;
  else if (code === closingSquare) surplus.square -= by;
}

const openingRound = 0x28;
const closingRound = 0x29;
const openingSquare = 0x5b;
const closingSquare = 0x5d;

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}
