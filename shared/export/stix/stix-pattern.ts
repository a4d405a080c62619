import type { ExportRecord } from '../export-case.ts';
import type { IndicatorFields } from '../../domain/indicator.ts';

type IndicatorType = NonNullable<ExportRecord<IndicatorFields>['type']>;

/** A string of the STIX pattern language (STIX 2.1, 9.2): quote and backslash are escaped. */
export function patternString(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

const equals = (path: string) => (value: string) => `[${path} = ${patternString(value)}]`;
const hash = (name: string) => (value: string) =>
  equals(`file:hashes.${name}`)(value.toLowerCase());

/** `10.0.0.0/8`; a range by its two ends cannot be said in the pattern language. */
function rangePattern(value: string): string | undefined {
  const cidr = /^([\d.]+|[\da-f:.]+)\/\d{1,3}$/i.exec(value.trim());
  if (cidr === null) return undefined;
  const type = (cidr[1] ?? '').includes(':') ? 'ipv6-addr' : 'ipv4-addr';
  return `[${type}:value ISSUBSET ${patternString(value.trim())}]`;
}

const hives: Readonly<Record<string, string>> = {
  HKLM: 'HKEY_LOCAL_MACHINE',
  HKCU: 'HKEY_CURRENT_USER',
  HKCR: 'HKEY_CLASSES_ROOT',
  HKCC: 'HKEY_CURRENT_CONFIG',
  HKU: 'HKEY_USERS',
};

/** A registry key with the whole name of its hive, as STIX wants it (STIX 2.1, 6.17). */
export function wholeRegistryKey(key: string): string {
  return key.replace(
    /^(HKLM|HKCU|HKCR|HKCC|HKU)(?=\\|$)/i,
    (short) => hives[short.toUpperCase()] ?? short,
  );
}

/** A Windows or Unix path as its folder and the name in it; a root keeps its slash. */
export function splitPath(path: string): { readonly folder: string; readonly name: string } {
  const cut = Math.max(path.lastIndexOf('\\'), path.lastIndexOf('/'));
  const isRoot = cut === 0 || path[cut - 1] === ':';
  return { folder: path.slice(0, Math.max(0, isRoot ? cut + 1 : cut)), name: path.slice(cut + 1) };
}

function pathPattern(value: string): string {
  const { folder, name } = splitPath(value);
  if (folder === '') return equals('file:name')(value);
  if (name === '') return equals('directory:path')(folder);
  const folderTest = `file:parent_directory_ref.path = ${patternString(folder)}`;
  return `[file:name = ${patternString(name)} AND ${folderTest}]`;
}

/** The number of an autonomous system, of `AS64500` or `64500`. */
export function systemNumber(value: string): number | undefined {
  const digits = /^(?:AS[N\s]?)?\s*(\d{1,10})$/i.exec(value.trim())?.[1];
  return digits === undefined ? undefined : Number(digits);
}

const patterns: Readonly<Partial<Record<IndicatorType, (value: string) => string | undefined>>> = {
  ipv4: equals('ipv4-addr:value'),
  ipv6: equals('ipv6-addr:value'),
  'ip-range': rangePattern,
  domain: equals('domain-name:value'),
  url: equals('url:value'),
  email: equals('email-addr:value'),
  md5: hash('MD5'),
  sha1: hash("'SHA-1'"),
  sha256: hash("'SHA-256'"),
  sha512: hash("'SHA-512'"),
  'file-name': equals('file:name'),
  'file-path': pathPattern,
  'registry-key': (value) => equals('windows-registry-key:key')(wholeRegistryKey(value)),
  mutex: equals('mutex:name'),
  'user-agent': equals("network-traffic:extensions.'http-request-ext'.request_header.'User-Agent'"),
  mac: (value) => equals('mac-addr:value')(value.toLowerCase().replaceAll('-', ':')),
  asn: (value) => {
    const number = systemNumber(value);
    return number === undefined ? undefined : `[autonomous-system:number = ${number}]`;
  },
};

/** The pattern of an indicator; undefined for what the pattern language has no words for. */
export function stixPattern(type: IndicatorType, value: string): string | undefined {
  return patterns[type]?.(value);
}
