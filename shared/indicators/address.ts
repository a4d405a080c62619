import ipaddr from 'ipaddr.js';

const part = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const ipv4Form = new RegExp(`^${part}(?:\\.${part}){3}$`);

/**
 * True for an IPv4 address in four decimal parts, which is its normal form.
 *
 * Not for `010.1.1.1`, which is octal to some.
 */
export function isIpv4(text: string): boolean {
  return ipv4Form.test(text);
}

/** An IPv6 address in the form of RFC 5952; undefined for anything else. */
export function normalIpv6(text: string): string | undefined {
  const bare = text.replace(/%.*$/, '');
  if (!/^[0-9a-f:.]{2,45}$/i.test(bare) || !bare.includes(':')) return undefined;
  if (!ipaddr.IPv6.isValid(bare)) return undefined;
  return ipaddr.IPv6.parse(bare).toRFC5952String();
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

/** IPv4 blocks of 2^24 addresses in which nothing is set aside: most addresses, and quickly told. */
const plainIpv4 =
  /^(?!(?:0|10|100|127|169|172|192|198|203|22[4-9]|23\d|24\d|25[0-5])\.)\d+\.\d+\.\d+\.\d+$/;

const pointless: ReadonlySet<string> = new Set([
  'unspecified',
  'broadcast',
  'loopback',
  'multicast',
  'linkLocal',
]);
const inside: ReadonlySet<string> = new Set([
  'private',
  'uniqueLocal',
  'carrierGradeNat',
  'reserved',
  'as112',
  'amt',
]);

/** Where an address belongs: nowhere that helps, inside an organisation (or a documentation), or outside. */
export function addressReach(address: string): 'pointless' | 'inside' | 'outside' {
  if (plainIpv4.test(address)) return 'outside';
  const range = ipaddr.parse(address).range();
  if (pointless.has(range)) return 'pointless';
  return inside.has(range) ? 'inside' : 'outside';
}
