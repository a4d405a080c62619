import type { IndicatorFields } from '../../domain/indicator.ts';
import type { ExportPorts } from '../export-file.ts';
import { nameUuid } from '../name-uuid.ts';
import { splitPath, systemNumber, wholeRegistryKey } from './stix-pattern.ts';
import type { StixObject } from './stix-object.ts';

/** Namespace of the ids of cyber-observable objects (STIX 2.1, 2.9). */
const observableNamespace = '00abedb4-aa42-466c-9c01-fed23315a9b7';

const hashNames = { md5: 'MD5', sha1: 'SHA-1', sha256: 'SHA-256', sha512: 'SHA-512' } as const;

/** A cyber-observable object whose id is made of its own properties, so that every tool gives it the same one. */
export function observable(
  type: string,
  identifying: Readonly<Record<string, unknown>>,
  { sha1Hex }: ExportPorts,
): StixObject {
  // RFC 8785: the identifying properties are one string, number or object of strings.
  const name = JSON.stringify(identifying);
  return {
    type,
    spec_version: '2.1',
    id: `${type}--${nameUuid(observableNamespace, name, sha1Hex)}`,
    ...identifying,
  };
}

const wellFormed = {
  ipv4: /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\/(?:3[0-2]|[12]?\d))?$/,
  ipv6: /^(?=(?:[^:]*:){2,8}[^:]*$)(?!.*::.*::)(?!.*:::)[\da-f]{0,4}(?::[\da-f]{0,4}){2,7}(?:\/(?:12[0-8]|1[01]\d|\d?\d))?$/i,
  url: /^[a-z][a-z\d+.-]*:[\w\-.~:/?#[\]@!$&'()*+,;=%]+$/i,
  email: /^[^@\s]+@[^@\s]+$/,
  md5: /^[\da-f]{32}$/i,
  sha1: /^[\da-f]{40}$/i,
  sha256: /^[\da-f]{64}$/i,
  sha512: /^[\da-f]{128}$/i,
  mac: /^(?:[\da-f]{2}[:-]){5}[\da-f]{2}$/i,
} as const;

/** What an indicator looks like where it is seen; undefined where STIX has no object for it. */
export function observableOf(
  { type, value = '' }: IndicatorFields,
  ports: ExportPorts,
): StixObject | undefined {
  const of = (name: string, property = 'value', shown: unknown = value): StixObject =>
    observable(name, { [property]: shown }, ports);
  const form = wellFormed[type as keyof typeof wellFormed] as RegExp | undefined;
  if (form?.test(value) === false || value === '') return undefined;
  switch (type) {
    case 'ipv4':
    case 'ipv6':
      return of(`${type}-addr`);
    case 'ip-range':
      if (value.includes('/') && wellFormed.ipv4.test(value)) return of('ipv4-addr');
      return value.includes('/') && wellFormed.ipv6.test(value) ? of('ipv6-addr') : undefined;
    case 'domain':
      return of('domain-name');
    case 'url':
      return of('url');
    case 'email':
      return of('email-addr');
    case 'md5':
    case 'sha1':
    case 'sha256':
    case 'sha512':
      return of('file', 'hashes', { [hashNames[type]]: value.toLowerCase() });
    case 'file-name':
      return of('file', 'name');
    case 'file-path':
      return of('file', 'name', splitPath(value).name || value);
    case 'registry-key':
      return of('windows-registry-key', 'key', wholeRegistryKey(value));
    case 'mutex':
      return of('mutex', 'name');
    case 'mac':
      return of('mac-addr', 'value', value.toLowerCase().replaceAll('-', ':'));
    case 'asn': {
      const number = systemNumber(value);
      return number === undefined ? undefined : of('autonomous-system', 'number', number);
    }
    case 'cve':
    case 'user-agent':
    case 'bitcoin':
    case 'technique':
    case 'behaviour':
    case 'other':
    case undefined:
      return undefined;
  }
}
