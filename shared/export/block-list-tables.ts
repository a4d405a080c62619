import type { RegisteredIndicator } from '../application/indicators.ts';

/** A cell of CSV (RFC 4180) in which no spreadsheet finds a formula. */
function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function table(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** Type, value and what is said of it, a row each. */
export function indicatorTable(indicators: readonly RegisteredIndicator[]): string {
  return table([
    [
      'type',
      'value',
      'state',
      'confidence',
      'tlp',
      'first_seen',
      'last_seen',
      'valid_until',
      'origin',
    ],
    ...indicators.map(({ type, value, fields }) => [
      type,
      value,
      fields.state ?? 'candidate',
      fields.confidence ?? '',
      fields.tlp === undefined ? '' : `TLP:${fields.tlp}`,
      fields.firstSeen ?? '',
      fields.lastSeen ?? '',
      fields.validUntil ?? '',
      fields.origin ?? '',
    ]),
  ]);
}

/** Names of the types as Microsoft Defender for Endpoint imports them. */
const edrTypes: Readonly<Record<string, string>> = {
  ipv4: 'IpAddress',
  ipv6: 'IpAddress',
  domain: 'DomainName',
  url: 'Url',
  md5: 'FileMd5',
  sha1: 'FileSha1',
  sha256: 'FileSha256',
};

/** The CSV that Microsoft Defender for Endpoint imports as custom indicators, which other products read as well. */
export function edrTable(
  indicators: readonly RegisteredIndicator[],
  { title }: { readonly title: string },
): string {
  return table([
    [
      'IndicatorType',
      'IndicatorValue',
      'ExpirationTime',
      'Action',
      'Severity',
      'Title',
      'Description',
      'RecommendedActions',
      'RbacGroups',
      'Category',
      'MitreTechniques',
      'GenerateAlert',
    ],
    ...indicators.map(({ type, value, fields }) => [
      edrTypes[type] ?? '',
      value,
      fields.validUntil ?? '',
      'Block',
      fields.confidence === 'confirmed' ? 'High' : 'Medium',
      title,
      fields.origin ?? title,
      '',
      '',
      'Malware',
      (fields.techniques ?? []).join(';'),
      'TRUE',
    ]),
  ]);
}
