import type { IndicatorType } from './found-span.ts';
import { lowerCase } from './lower-case.ts';

/** Types whose values are the same in capitals and small letters. */
const folded: ReadonlySet<IndicatorType> = new Set([
  'ipv6',
  'ip-range',
  'domain',
  'email',
  'md5',
  'sha1',
  'sha256',
  'sha512',
  'cve',
  'mac',
  'asn',
  'technique',
  // Windows compares names without their case, and most of what is reported ran there.
  'file-name',
  'registry-key',
]);

/** Two indicators with the same key are one. */
export function indicatorKey(type: IndicatorType, value: string): string {
  return `${type} ${foldValue(type, value)}`;
}

/** A value as values of its type are compared. */
export function foldValue(type: IndicatorType, value: string): string {
  return folded.has(type) ? lowerCase(value) : value;
}
