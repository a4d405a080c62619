import { isIpv4 } from './address.ts';
import type { SearchedText } from './found-span.ts';
import { bareHost } from './normal-host.ts';
import { endWithout, signSet } from './sign-set.ts';

/** Without a slash, which may stand in a name and hardly ever does: it ends what stands before. */
const localSign = signSet("A-Za-z0-9._%+'=!#$&*?^~\\u00c0-\\u1fff-");
const domainSign = signSet('0-9A-Za-z.\\-\\u00c0-\\u1fff');
const firstSign = signSet('A-Za-z0-9_\\u00c0-\\u1fff');
const domainEdge = signSet('.\\-');
const longestDomain = 255;
const literalPart = /\[(\d{1,3}(?:\.\d{1,3}){3})\]/y;
const longestLocal = 64;
const dotCode = 0x2e;
const hyphenCode = 0x2d;

/** E-mail addresses, from their `@` outwards. */
export function findEmails(searched: SearchedText): void {
  const { text } = searched;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    if (searched.isTaken(at)) continue;
    // Nothing is sent to a name without letters before it or without a dot behind it.
    if (localSign[text.charCodeAt(at - 1)] !== 1) continue;
    const domain = domainAfter(searched, at);
    if (domain === undefined) continue;
    let start = at;
    while (start > 0 && at - start < longestLocal && localSign[text.charCodeAt(start - 1)] === 1)
      start -= 1;
    // A quote before the name is not its beginning.
    while (start < at && firstSign[text.charCodeAt(start)] !== 1) start += 1;
    if (start === at || text.charCodeAt(at - 1) === dotCode) continue;
    const local = text.slice(start, at);
    searched.take({ type: 'email', value: `${local}@${domain.value}`, start, end: domain.end });
  }
}

function domainAfter({ text, isDefanged }: SearchedText, at: number) {
  if (text.charAt(at + 1) === '[') {
    literalPart.lastIndex = at + 1;
    const literal = literalPart.exec(text);
    return literal !== null && isIpv4(literal[1] ?? '')
      ? { value: literal[0], end: at + 1 + literal[0].length }
      : undefined;
  }
  let end = at + 1;
  let hasDot = false;
  while (end - at <= longestDomain && domainSign[text.charCodeAt(end)] === 1) {
    hasDot ||= text.charCodeAt(end) === dotCode;
    end += 1;
  }
  const first = text.charCodeAt(at + 1);
  if (!hasDot || first === dotCode || first === hyphenCode) return undefined;
  end = endWithout(domainEdge, text, at + 1, end);
  const host = bareHost(text.slice(at + 1, end), isDefanged(at, end));
  return host?.kind === 'domain' ? { value: host.value, end } : undefined;
}
