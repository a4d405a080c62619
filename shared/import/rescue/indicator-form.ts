import { ownValue } from './field-value.ts';
import type { IndicatorFields } from '../../domain/indicator.ts';
import type { Tlp } from '../../domain/incident.ts';

export type IndicatorType = NonNullable<IndicatorFields['type']>;

const hashByLength: Readonly<Record<number, IndicatorType>> = {
  32: 'md5',
  40: 'sha1',
  64: 'sha256',
  128: 'sha512',
};

const octet = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)';
const ipv4 = new RegExp(`^${octet}(?:\\.${octet}){3}$`);
const forms: readonly (readonly [IndicatorType, RegExp])[] = [
  ['ipv4', ipv4],
  ['ip-range', new RegExp(`^${octet}(?:\\.${octet}){3}\\/(?:3[0-2]|[12]?\\d)$`)],
  ['url', /^[a-z][a-z0-9+.-]*:\/\/\S+$/i],
  ['email', /^[^\s@]+@[^\s@]+\.[^\s@.]+$/],
  ['cve', /^CVE-\d{4}-\d{4,}$/i],
  ['registry-key', /^(?:HKLM|HKCU|HKU|HKCR|HKCC|HKEY_[A-Z_]+)(?:\\|$)/i],
  ['mac', /^[0-9a-f]{2}(?:[:-][0-9a-f]{2}){5}$/i],
  ['asn', /^AS\d{1,10}$/i],
  ['bitcoin', /^bc1[a-z0-9]{25,62}$/],
  ['file-path', /^(?:[a-z]:[\\/]|\\\\|\/|%\w+%\\)/i],
];
const label = '[\\p{L}\\p{N}_](?:[\\p{L}\\p{N}_-]{0,61}[\\p{L}\\p{N}_])?';
const domain = new RegExp(`^(?:${label}\\.)+(?:\\p{L}{2,63}|xn--[a-z0-9-]+)\\.?$`, 'iu');
/** Endings of files that are no top-level domains, or hardly ever mean one. */
const fileEnding =
  /\.(?:exe|dll|sys|bat|cmd|ps1|vbs|js|jse|hta|lnk|docx?|docm|xlsx?|xlsm|pdf|zip|rar|7z|iso|img|tmp|log|txt|dat|bin|scr|msi|jar|py|sh|so|elf)$/i;

/** What a value is by its looks; `other` when it looks like nothing that is known. */
export function formOf(value: string): IndicatorType {
  if (/^[0-9a-f]+$/i.test(value)) {
    const hash = hashByLength[value.length];
    if (hash !== undefined) return hash;
  }
  const form = forms.find(([, pattern]) => pattern.test(value));
  if (form !== undefined) return form[0];
  if (isIpv6(value)) return 'ipv6';
  if (fileEnding.test(value) && !/[\s/\\]/.test(value)) return 'file-name';
  return value.length <= 253 && domain.test(value) ? 'domain' : 'other';
}

function isIpv6(value: string): boolean {
  if (!/^[0-9a-f:.]{2,45}$/i.test(value) || !value.includes(':')) return false;
  const halves = value.split('::');
  if (halves.length > 2) return false;
  const parts = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const last = parts.at(-1) ?? '';
  // An IPv4 address at the end takes the place of two groups.
  const isMixed = ipv4.test(last);
  const groups = isMixed ? parts.slice(0, -1) : parts;
  if (!groups.every((part) => /^[0-9a-f]{1,4}$/i.test(part))) return false;
  const count = groups.length + (isMixed ? 2 : 0);
  return halves.length === 2 ? count < 8 : count === 8;
}

/** Words of the tools for a type, folded to letters and digits; `form` asks the value. */
const typeWords: Readonly<Record<string, IndicatorType | 'form'>> = {
  ip: 'form',
  ipaddress: 'form',
  ipany: 'form',
  ipdst: 'form',
  ipsrc: 'form',
  ipv4: 'form',
  ipv6: 'form',
  hash: 'form',
  checksum: 'form',
  domain: 'domain',
  domainname: 'domain',
  fqdn: 'domain',
  hostname: 'form',
  url: 'url',
  uri: 'url',
  link: 'url',
  email: 'email',
  mail: 'email',
  emailaddress: 'email',
  emailsrc: 'email',
  emaildst: 'email',
  md5: 'md5',
  sha1: 'sha1',
  sha256: 'sha256',
  sha512: 'sha512',
  vulnerability: 'cve',
  cve: 'cve',
  filename: 'file-name',
  file: 'file-name',
  filepath: 'file-path',
  path: 'file-path',
  registry: 'registry-key',
  registrykey: 'registry-key',
  regkey: 'registry-key',
  mutex: 'mutex',
  useragent: 'user-agent',
  macaddress: 'mac',
  mac: 'mac',
  as: 'asn',
  asn: 'asn',
  autonomoussystem: 'asn',
  btc: 'bitcoin',
  bitcoin: 'bitcoin',
};

const addressForms: ReadonlySet<IndicatorType> = new Set(['ipv4', 'ipv6', 'ip-range']);
const hashForms: ReadonlySet<IndicatorType> = new Set(['md5', 'sha1', 'sha256', 'sha512']);

/**
 * The type of an indicator by the tool's word for it, held against the value.
 *
 * `agrees` is false when the value looks otherwise than the word says, `known` when there is no such word.
 */
export function indicatorTypeOf(
  word: string,
  value: string,
): { readonly type: IndicatorType; readonly isKnown: boolean; readonly agrees: boolean } {
  const folded = word.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  const form = formOf(value);
  if (folded === '') return { type: form, isKnown: true, agrees: true };
  const named = ownValue(typeWords, folded);
  if (named === undefined) return { type: 'other', isKnown: false, agrees: true };
  if (named === 'form') {
    const wanted = folded.startsWith('ip') ? addressForms : hashForms;
    const agrees = folded === 'hostname' || wanted.has(form);
    return { type: form, isKnown: true, agrees };
  }
  if (named === form) return { type: named, isKnown: true, agrees: true };
  // Only what has a form of its own can contradict: a path or a mutex looks like anything.
  const isStrict = hashForms.has(named) || named === 'cve' || named === 'mac' || named === 'asn';
  const isAddress = named === 'domain' && addressForms.has(form);
  if (isStrict || isAddress) return { type: form, isKnown: true, agrees: false };
  return { type: named, isKnown: true, agrees: true };
}

/** Takes back the marks that keep people from clicking: `hxxp`, `[.]`, `(.)`, `[:]`, `[at]`. */
export function refang(value: string): string {
  return value
    .replace(/^hxxp(s?)/i, 'http$1')
    .replace(/^fxp/i, 'ftp')
    .replaceAll(/\[(?:\.|dot)\]|\(\.\)|\{\.\}/gi, '.')
    .replaceAll(/\[(:|:\/\/)\]/g, '$1')
    .replaceAll(/\[(?:@|at)\]/gi, '@');
}

/** A label of the Traffic Light Protocol as tools write it; undefined when it is none. */
export function tlpOf(word: string): Tlp | undefined {
  switch (
    word
      .toUpperCase()
      .replace(/^TLP\s*:?\s*/, '')
      .replaceAll(/[\s_-]+/g, '+')
  ) {
    case 'WHITE':
    case 'CLEAR':
      return 'CLEAR';
    case 'GREEN':
      return 'GREEN';
    case 'AMBER':
      return 'AMBER';
    case 'AMBER+STRICT':
      return 'AMBER+STRICT';
    case 'RED':
      return 'RED';
    default:
      return undefined;
  }
}

/** MISP's types for two values in one, `filename|sha256`, taken apart; a port stays with its address as a note. */
export function splitIndicator(
  word: string,
  value: string,
): readonly { readonly word: string; readonly value: string; readonly note: string }[] {
  const words = word.split('|');
  const values = value.split('|');
  if (words.length !== 2 || values.length !== 2) return [{ word, value, note: '' }];
  const [first = '', second = ''] = values.map((part) => part.trim());
  const [firstWord = '', secondWord = ''] = words;
  if (secondWord.trim().toLowerCase() === 'port')
    return [{ word: firstWord, value: first, note: `port: ${second}` }];
  return [
    { word: firstWord, value: first, note: '' },
    { word: secondWord, value: second, note: '' },
  ];
}
