import { isIpv4, normalIpv6 } from './address.ts';
import { isDomainForm, isKnownDomain, isOnionName, isPlainName } from './known-domain.ts';
import { lowerCase } from './lower-case.ts';

/** What a host is, in normal form. */
export type NormalHost = {
  readonly kind: 'domain' | 'ipv4' | 'ipv6';
  readonly value: string;
};

const plain = /^[a-z0-9._-]*$/;

/** A name in lower case, composed, without the dot of the root. */
export function normalDomain(name: string): string {
  const lower = lowerCase(name);
  const bare = lower.endsWith('.') ? lower.slice(0, -1) : lower;
  return plain.test(bare) ? bare : bare.normalize('NFC');
}

/** The host of an address that stands alone; undefined for names that the public suffix list does not know. */
export function bareHost(written: string, isDefanged: boolean): NormalHost | undefined {
  if (isIpv4(written)) return { kind: 'ipv4', value: written };
  const isPlain = isPlainName(written);
  const name = isPlain ? written : normalDomain(written);
  // Whoever defangs a name means a name, even below a suffix that is newer than the list.
  const isName = isDefanged || isKnownDomain(name) || isOnionName(name);
  return isName && (isPlain || isDomainForm(name)) ? { kind: 'domain', value: name } : undefined;
}

/** Labels of a name that is not a number: most hosts, and quickly told. */
const plainHost = /^(?:[a-z0-9_][a-z0-9_-]{0,62}\.)*[a-z_][a-z0-9_-]{0,62}$/;

/** The host of a URL, where a scheme says what it is: names of inner networks count too. */
export function urlHost(written: string): NormalHost | undefined {
  if (isIpv4(written)) return { kind: 'ipv4', value: written };
  const inner = written.includes(':') ? normalIpv6(written.replace(/^\[(.*)\]$/, '$1')) : undefined;
  if (inner !== undefined) return { kind: 'ipv6', value: inner };
  const name = normalDomain(written);
  if (plainHost.test(name)) return name.length <= 253 ? { kind: 'domain', value: name } : undefined;
  const labels = name.split('.');
  const isName = labels.every((label) =>
    /^[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_-]{0,62})$/u.test(label),
  );
  const isNumber = /^\d+$/.test(labels.at(-1) ?? '');
  return isName && !isNumber && name.length <= 253 ? { kind: 'domain', value: name } : undefined;
}
