import type { RegisteredIndicator } from '../application/indicators.ts';
import type { IndicatorType } from '../indicators/found-span.ts';
import { edrTable, indicatorTable } from './block-list-tables.ts';
import { dnsZone, hostsFile, suricataRules, yaraRule } from './block-list-rules.ts';

/** Ways in which other programs take what they are to block. */
export const blockListFormats = [
  'plain',
  'csv',
  'suricata',
  'rpz',
  'hosts',
  'yara',
  'edr-csv',
] as const;
export type BlockListFormat = (typeof blockListFormats)[number];

/** A block list, and what of the register is in it. */
export type BlockList = {
  readonly text: string;
  readonly written: number;
  /** Left out: the format has no place for the type, or the state says that nothing is to be blocked. */
  readonly unfit: number;
  readonly unblockable: number;
};

/** Types that each format has a place for. */
const fitting: Readonly<Record<BlockListFormat, ReadonlySet<IndicatorType> | undefined>> = {
  plain: undefined,
  csv: undefined,
  suricata: new Set(['ipv4', 'ipv6', 'ip-range', 'domain', 'url', 'user-agent']),
  rpz: new Set(['domain', 'ipv4', 'ipv6', 'ip-range']),
  hosts: new Set(['domain']),
  yara: new Set(['md5', 'sha1', 'sha256']),
  'edr-csv': new Set(['ipv4', 'ipv6', 'domain', 'url', 'md5', 'sha1', 'sha256']),
};

/** What nobody wants blocked, or nobody any more. */
const unblockable: ReadonlySet<string> = new Set(['false-positive', 'expired']);

export type BlockListOptions = {
  /** Of the incident, for the head of the file. */
  readonly title: string;
  /** RFC 3339 with `Z`: what ran out before is left out, and the file says when it was made. */
  readonly at: string;
};

/** Writes the indicators that stand as a list that another program blocks; the same ones give the same bytes. */
export function writeBlockList(
  format: BlockListFormat,
  indicators: readonly RegisteredIndicator[],
  { title, at }: BlockListOptions,
): BlockList {
  const blocked = indicators.filter(
    ({ fields: { state = 'candidate', confidence, validUntil } }) =>
      !unblockable.has(state) &&
      confidence !== 'rejected' &&
      !(typeof validUntil === 'string' && Date.parse(validUntil) < Date.parse(at)),
  );
  const fit = blocked.filter(
    ({ type, value }) =>
      (fitting[format]?.has(type) ?? true) && isOneLine(value) && hasPlace(format, type, value),
  );
  return {
    text: textOf(format, fit, { title: title.replaceAll(/\s+/g, ' ').slice(0, 200), at }),
    written: fit.length,
    unfit: blocked.length - fit.length,
    unblockable: indicators.length - blocked.length,
  };
}

function textOf(
  format: BlockListFormat,
  fit: readonly RegisteredIndicator[],
  options: BlockListOptions,
): string {
  switch (format) {
    case 'plain':
      return fit.map(({ value }) => `${value}\n`).join('');
    case 'csv':
      return indicatorTable(fit);
    case 'suricata':
      return suricataRules(fit, options);
    case 'rpz':
      return dnsZone(fit, options);
    case 'hosts':
      return hostsFile(fit, options);
    case 'yara':
      return yaraRule(fit, options);
    case 'edr-csv':
      return edrTable(fit, options);
  }
}

/** Rules and zones know blocks of addresses, and no range from one to another; names in ASCII alone. */
function hasPlace(format: BlockListFormat, type: IndicatorType, value: string): boolean {
  if (format === 'plain' || format === 'csv') return true;
  if (type === 'ip-range') return value.includes('/');
  return type !== 'domain' || /^[a-z0-9_.-]+$/i.test(value);
}

/** A value with a line break in it would become two lines of another meaning. */
function isOneLine(value: string): boolean {
  return !/[\p{Cc}\u2028\u2029]/u.test(value);
}
