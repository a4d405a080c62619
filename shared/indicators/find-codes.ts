import { isBitcoinAddress } from './bitcoin.ts';
import type { IndicatorType, SearchedText } from './found-span.ts';

const hashTypes: Readonly<Record<number, IndicatorType>> = {
  32: 'md5',
  40: 'sha1',
  64: 'sha256',
  128: 'sha512',
};

/** The kind of hash that so many hexadecimal digits are; undefined for anything else. */
export function hashTypeOf(value: string): IndicatorType | undefined {
  const type = hashTypes[value.length];
  return type !== undefined && /^[0-9a-f]+$/i.test(value) ? type : undefined;
}

const hexRuns = /[0-9A-Fa-f]{32,}/g;
const wordSign = /[0-9A-Za-z_]/;

/** Hashes by their length; a number of one sign only is a placeholder. */
export function findHashes(searched: SearchedText): void {
  for (const match of searched.text.matchAll(hexRuns)) {
    const [run] = match;
    const type = hashTypes[run.length];
    if (type === undefined || /^(.)\1+$/.test(run) || !isAlone(searched, match.index, run))
      continue;
    searched.take(spanOf(type, run.toLowerCase(), match));
  }
}

const cve = /\bCVE[-\u2010-\u2015 ](\d{4})[-\u2010-\u2015](\d{4,19})(?!\d)/gi;
const technique = /(?<![\w.-])(?:T[01]\d{3}(?:\.\d{3})?|TA0[01]\d{2})(?![\w-]|\.\d)/g;
const macRuns =
  /(?<![0-9A-Za-z:.-])[0-9A-Fa-f]{2,4}[:.-][0-9A-Fa-f:.-]{9,14}(?![0-9A-Za-z:-]|\.\w)/g;
const mac =
  /^(?:[0-9A-Fa-f]{2}([:-])(?:[0-9A-Fa-f]{2}\1){4}[0-9A-Fa-f]{2}|[0-9A-Fa-f]{4}\.[0-9A-Fa-f]{4}\.[0-9A-Fa-f]{4})$/;
const asn = /(?<![\w.-])(?:ASN?|asn)(?:(?<=ASN|asn)[ :#]{0,2})?(\d{1,10})(?![\w-]|\.\d)/g;
/** Not numbers of networks: an old IBM system, and a protocol. */
const otherAs: ReadonlySet<string> = new Set(['AS400', 'AS1', 'AS2', 'AS3', 'AS4', 'AS5']);
const walletRuns =
  /(?<![0-9A-Za-z])(?:[13][1-9A-HJ-NP-Za-km-z]{25,34}|(?:bc1|BC1)[0-9A-Za-z]{11,87})(?![0-9A-Za-z])/g;

/** CVE numbers, ATT&CK ids, MAC addresses, autonomous systems, bitcoin addresses. */
export function findCodes(searched: SearchedText): void {
  const { text } = searched;
  for (const match of text.matchAll(cve))
    if (!searched.isTaken(match.index))
      searched.take(spanOf('cve', `CVE-${match[1] ?? ''}-${match[2] ?? ''}`, match));
  for (const match of text.matchAll(technique))
    if (!searched.isTaken(match.index)) searched.take(spanOf('technique', match[0], match));
  for (const match of text.matchAll(macRuns))
    if (
      mac.test(match[0]) &&
      !searched.isTaken(match.index) &&
      !/^([0-9A-Fa-f])(?:[:.-]?\1)+$/.test(match[0])
    )
      searched.take(spanOf('mac', normalMac(match[0]), match));
  for (const match of text.matchAll(asn)) {
    const number = Number(match[1]);
    if (searched.isTaken(match.index) || otherAs.has(match[0]) || number < 1 || number >= 2 ** 32)
      continue;
    searched.take(spanOf('asn', `AS${number}`, match));
  }
  for (const match of text.matchAll(walletRuns))
    if (!searched.isTaken(match.index) && isBitcoinAddress(match[0]))
      searched.take(spanOf('bitcoin', match[0], match));
}

/** Six pairs in lower case with colons, however they were grouped. */
export function normalMac(written: string): string {
  return written
    .toLowerCase()
    .replaceAll(/[^0-9a-f]/g, '')
    .replaceAll(/(..)(?=.)/g, '$1:');
}

function spanOf(type: IndicatorType, value: string, { 0: run, index }: RegExpExecArray) {
  return { type, value, start: index, end: index + run.length };
}

function isAlone({ text, isTaken }: SearchedText, at: number, run: string): boolean {
  return (
    !isTaken(at) &&
    !wordSign.test(text.charAt(at - 1)) &&
    !wordSign.test(text.charAt(at + run.length))
  );
}
