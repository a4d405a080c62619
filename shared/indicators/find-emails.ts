import { isIpv4 } from './address.ts';
import type { SearchedText } from './found-span.ts';
import { bareHost } from './normal-host.ts';

const localSign = /[A-Za-z0-9._%+'=!#$&*/?^~\u00c0-\u1fff-]/;
const domainSign = /[0-9A-Za-z[\u00c0-\u1fff]/;
const domainPart = /[0-9A-Za-z.\-\u00c0-\u1fff]{1,255}/y;
const literalPart = /\[(\d{1,3}(?:\.\d{1,3}){3})\]/y;
const longestLocal = 64;

/** E-mail addresses, from their `@` outwards. */
export function findEmails(searched: SearchedText): void {
  const { text } = searched;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    if (searched.isTaken(at)) continue;
    // Nothing is sent to a name without letters before it or without a dot behind it.
    if (!localSign.test(text.charAt(at - 1)) || !domainSign.test(text.charAt(at + 1))) continue;
    let start = at;
    while (start > 0 && at - start < longestLocal && localSign.test(text.charAt(start - 1)))
      start -= 1;
    const domain = domainAfter(searched, at);
    if (domain === undefined) continue;
    const written = text.slice(start, at);
    // A quote or a slash before the name is not its beginning.
    const local = written.replace(/^.*\//, '').replace(/^[^A-Za-z0-9_\u00c0-\u1fff]+/, '');
    start = at - local.length;
    if (local === '' || local.endsWith('.')) continue;
    searched.take({ type: 'email', value: `${local}@${domain.value}`, start, end: domain.end });
  }
}

function domainAfter({ text, isDefanged }: SearchedText, at: number) {
  literalPart.lastIndex = at + 1;
  const literal = literalPart.exec(text);
  if (literal !== null && isIpv4(literal[1] ?? ''))
    return { value: literal[0], end: at + 1 + literal[0].length };
  domainPart.lastIndex = at + 1;
  const written = (domainPart.exec(text)?.[0] ?? '').replace(/[.-]+$/, '');
  const host = bareHost(written, isDefanged(at, at + 1 + written.length));
  return host?.kind === 'domain' ? { value: host.value, end: at + 1 + written.length } : undefined;
}
