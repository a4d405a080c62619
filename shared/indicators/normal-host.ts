import { isIpv4, normalIpv6 } from './address.ts';
import { isDomainForm, isKnownDomain, isOnionName } from './known-domain.ts';

/** What a host is, in normal form. */
export type NormalHost = {
  readonly kind: 'domain' | 'ipv4' | 'ipv6';
  readonly value: string;
};

const plain = /^[a-z0-9._-]*$/;

/** A name in lower case, composed, without the dot of the root. */
export function normalDomain(name: string): string {
  const lower = name.toLowerCase();
  const bare = lower.endsWith('.') ? lower.slice(0, -1) : lower;
  return plain.test(bare) ? bare : bare.normalize('NFC');
}

/** The host of an address that stands alone; undefined for names that the public suffix list does not know. */
export function bareHost(written: string, isDefanged: boolean): NormalHost | undefined {
  if (isIpv4(written)) return { kind: 'ipv4', value: written };
  const name = normalDomain(written);
  if (!isDomainForm(name)) return undefined;
  // Whoever defangs a name means a name, even below a suffix that is newer than the list.
  return isKnownDomain(name) || isOnionName(name) || isDefanged
    ? { kind: 'domain', value: name }
    : undefined;
}

/** The host of a URL, where a scheme says what it is: names of inner networks count too. */
export function urlHost(written: string): NormalHost | undefined {
  if (isIpv4(written)) return { kind: 'ipv4', value: written };
  const inner = normalIpv6(written.replace(/^\[(.*)\]$/, '$1'));
  if (inner !== undefined) return { kind: 'ipv6', value: inner };
  const name = normalDomain(written);
  const labels = name.split('.');
  const isName = labels.every((label) =>
    /^[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_-]{0,62})$/u.test(label),
  );
  const isNumber = /^\d+$/.test(labels.at(-1) ?? '');
  return isName && !isNumber && name.length <= 253 ? { kind: 'domain', value: name } : undefined;
}
