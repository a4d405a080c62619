import { isIpv4, normalIpv6, normalRange } from './address.ts';
import { isBitcoinAddress } from './bitcoin.ts';
import { isFileName } from './file-endings.ts';
import { hashTypeOf } from './find-codes.ts';
import type { IndicatorType } from './found-span.ts';
import { isDomainForm } from './known-domain.ts';
import { normalDomain } from './normal-host.ts';
import { refang } from './refang.ts';

const forms: readonly (readonly [IndicatorType, RegExp])[] = [
  ['url', /^[a-z][a-z0-9+.-]*:\/\/\S+$/i],
  ['email', /^[^\s@]+@[^\s@]+\.[^\s@.]+$/],
  ['cve', /^CVE-\d{4}-\d{4,}$/i],
  ['registry-key', /^(?:HKLM|HKCU|HKU|HKCR|HKCC|HKEY_[A-Z_]+)(?:\\|$)/i],
  ['mac', /^[0-9a-f]{2}(?:[:-][0-9a-f]{2}){5}$/i],
  ['asn', /^AS\d{1,10}$/i],
  ['technique', /^T[01]\d{3}(?:\.\d{3})?$/],
  ['file-path', /^(?:[a-z]:[\\/]|\\\\|\/|%\w+%\\)/i],
];

/**
 * What a value that stands alone is by its looks; `other` when it looks like nothing that is known.
 *
 * Whoever wrote it into a list says that it is one: a name below a suffix that is on no list is a domain all the same.
 */
export function formOf(value: string): IndicatorType {
  if (isIpv4(value)) return 'ipv4';
  const hash = hashTypeOf(value);
  if (hash !== undefined) return hash;
  const form = forms.find(([, pattern]) => pattern.test(value));
  if (form !== undefined) return form[0];
  if (normalIpv6(value) !== undefined) return 'ipv6';
  if (normalRange(value) !== undefined) return 'ip-range';
  if (isBitcoinAddress(value)) return 'bitcoin';
  if (isFileName(value)) return 'file-name';
  return isDomainForm(normalDomain(value)) ? 'domain' : 'other';
}

const addresses: ReadonlySet<IndicatorType> = new Set([
  'ipv4',
  'ipv6',
  'ip-range',
  'domain',
  'url',
  'email',
]);

/** An address that stands alone without the marks against clicking; every other value as it is. */
export function refangValue(value: string): string {
  const plain = refang(value);
  return plain !== value && addresses.has(formOf(plain)) ? plain : value;
}
