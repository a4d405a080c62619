import { eastAsian, type SearchedText } from './found-span.ts';
import { isKnownDomain } from './known-domain.ts';
import { normalDomain, type NormalHost, urlHost } from './normal-host.ts';
import { signSet } from './sign-set.ts';

const schemes: ReadonlySet<string> = new Set(
  'http https ftp ftps sftp tcp udp ws wss ssh smb ldap ldaps rdp telnet nfs irc ircs tftp scp git mqtt socks5'.split(
    ' ',
  ),
);
const longestScheme = 8;
const userInfo = /[\w.~%!$&*+;=:-]{1,200}@/y;
const namedHost = /[\p{L}\p{M}\p{N}._-]{1,300}/uy;
const bracketedHost = /\[[0-9a-fA-F:.%\w]{2,60}\]/y;
const numberedHost = /[0-9a-fA-F]{0,4}:[0-9a-fA-F:.]{2,60}/y;
const commaHost = /[A-Za-z0-9-]{1,63}(?:,[A-Za-z0-9-]{1,63}){1,5}/y;
const port = /:\d{1,5}(?!\d)/y;
/** What a URL may go on with; East Asian writing goes on beside it without a space and is not part of it. */
const rest = new RegExp(
  `[^\\s<>"\`{}|\\\\^\\u2018-\\u201f\\u3000-\\u3040\\uff00-\\uffef${eastAsian}]+`,
  'y',
);

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
  while (start > 0 && at - start <= longestScheme && /[A-Za-z0-9]/.test(text.charAt(start - 1)))
    start -= 1;
  const scheme = text.slice(start, at);
  if (schemes.has(scheme.toLowerCase())) return scheme;
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
  const user = matchAt(userInfo, text, at);
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
  const named = trimHost(matchAt(namedHost, text, start + opened));
  const host = urlHost(named);
  return host === undefined
    ? undefined
    : { user, value: host.value, end: start + opened + named.length };
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
const markup = /&(?:lt|gt|quot);|\]\(/;
const punctuation: ReadonlySet<string> = new Set(`.,;:!?'…`);
const pairs: Readonly<Record<string, string>> = { ')': '(', ']': '[' };
/** Signs that a text puts around what it quotes, when the same sign stands before. */
const quoting: ReadonlySet<string> = new Set(['+', '*', '_', '~', "'"]);

/** Port, path, query and fragment, without the punctuation of the sentence around them. */
export function readTail(
  text: string,
  at: number,
  before: string,
): { readonly end: number; readonly tail: string } {
  const number = matchAt(port, text, at);
  const from = at + number.length;
  const begins = ['/', '?', '#'].includes(text.charAt(from));
  const [whole = ''] = begins ? matchAt(rest, text, from).split(markup, 1) : [];
  const path = trimTail(whole, before);
  return { end: from + path.length, tail: number + path };
}

function trimTail(path: string, before: string): string {
  let end = path.length;
  const opened = new Map<string, number>();
  for (const sign of path) opened.set(sign, (opened.get(sign) ?? 0) + 1);
  while (end > 0) {
    const last = path.charAt(end - 1);
    const pair = pairs[last];
    const isLoose = pair !== undefined && (opened.get(last) ?? 0) > (opened.get(pair) ?? 0);
    // An opening bracket at the end opens nothing.
    const isOpening = last === '(' || last === '[';
    if (!punctuation.has(last) && !isLoose && !isOpening && !(quoting.has(last) && last === before))
      break;
    opened.set(last, (opened.get(last) ?? 0) - 1);
    end -= 1;
  }
  return path.slice(0, end);
}

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}
