import ipaddr from 'ipaddr.js';

const dotCode = 0x2e;
const zeroCode = 0x30;
const nineCode = 0x39;

/**
 * True for an IPv4 address in four decimal parts, which is its normal form.
 *
 * Not for `010.1.1.1`, which is octal to some.
 */
export function isIpv4(text: string): boolean {
  if (text.length > 15) return false;
  let dots = 0;
  let digits = 0;
  let part = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === dotCode && digits > 0) {
      dots += 1;
      digits = 0;
      part = 0;
    } else {
      const isZeroBefore = digits > 0 && part === 0;
      if (code < zeroCode || code > nineCode || isZeroBefore) return false;
      digits += 1;
      part = part * 10 + code - zeroCode;
      if (part > 255) return false;
    }
  }
  return dots === 3 && digits > 0;
}

const beforeZone = /^([0-9a-f:.]{2,45})(?:%.*)?$/i;

/** An IPv6 address in the form of RFC 5952; undefined for anything else. */
export function normalIpv6(text: string): string | undefined {
  const bare = beforeZone.exec(text)?.[1];
  if (bare === undefined || !bare.includes(':')) return undefined;
  try {
    // Asked first whether it is one, the library would read it twice.
    return writeGroups(ipaddr.IPv6.parse(bare).parts);
  } catch {
    return undefined;
  }
}

/**
 * The longest run of two zeros or more becomes `::`, the first of those that are as long (RFC 5952 section 4.2).
 *
 * The library's own writing takes twice as long as its reading.
 */
function writeGroups(groups: readonly number[]): string {
  let gap = groups.length;
  let longest = 1;
  for (let at = 0; at < groups.length; at += 1) {
    let end = at;
    while (groups[end] === 0) end += 1;
    if (end - at <= longest) continue;
    gap = at;
    longest = end - at;
  }
  const before = inHex(groups, 0, gap);
  return gap === groups.length
    ? before
    : `${before}::${inHex(groups, gap + longest, groups.length)}`;
}

function inHex(groups: readonly number[], from: number, to: number): string {
  let written = '';
  for (let at = from; at < to; at += 1)
    written += `${at === from ? '' : ':'}${(groups[at] ?? 0).toString(16)}`;
  return written;
}

/** A range as `address/bits` or `first-last`, in normal form; undefined when it is none. */
export function normalRange(text: string): string | undefined {
  const [first = '', last = '', ...more] = text.split(/\s*[-–~〜]\s*/);
  if (more.length > 0) return undefined;
  if (last !== '') {
    const from = normalAddress(first);
    const to = normalAddress(/^\d{1,3}$/.test(last) ? first.replace(/\d+$/, last) : last);
    return from === undefined || to === undefined ? undefined : `${from}-${to}`;
  }
  const [address = '', bits = '', ...rest] = text.split('/');
  const normal = normalAddress(address);
  if (rest.length > 0 || !/^\d{1,3}$/.test(bits) || normal === undefined) return undefined;
  return Number(bits) <= (normal.includes(':') ? 128 : 32)
    ? `${normal}/${Number(bits)}`
    : undefined;
}

function normalAddress(text: string): string | undefined {
  return isIpv4(text) ? text : normalIpv6(text);
}

/** What leads to no machine that could be named: this host, a loop, a link, a group, everybody. */
const pointless =
  /^(?:0|127|22[4-9]|23\d|169\.254)\.|^255\.255\.255\.255$|^::1?$|^ff[0-9a-f]{2}:|^fe[89ab][0-9a-f]:/;

/** True for an address in normal form that helps nobody who looks for it. */
export function isPointless(address: string): boolean {
  return pointless.test(address);
}
