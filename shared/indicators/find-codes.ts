import { isBitcoinAddress } from './bitcoin.ts';
import type { IndicatorType, SearchedText } from './found-span.ts';
import { signSet } from './sign-set.ts';

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

const hexSign = signSet('0-9A-Fa-f');
const shortestHash = 32;
const oneSign = /^(.)\1+$/;
const wordSign = signSet('0-9A-Za-z_');

/** Hashes by their length; a number of one sign only is a placeholder. */
export function findHashes(searched: SearchedText): void {
  const { text } = searched;
  // Where the last sign of the shortest hash is none of its signs, none begins before it.
  for (let at = shortestHash - 1; at < text.length; at += shortestHash) {
    if (hexSign[text.charCodeAt(at)] !== 1) continue;
    let start = at;
    while (start > 0 && hexSign[text.charCodeAt(start - 1)] === 1) start -= 1;
    while (at < text.length && hexSign[text.charCodeAt(at)] === 1) at += 1;
    const type = hashTypes[at - start];
    if (type !== undefined) {
      const run = text.slice(start, at);
      if (!oneSign.test(run) && isAlone(searched, start, run))
        searched.take({ type, value: run.toLowerCase(), start, end: at });
    }
  }
}

const cve = /\bCVE[-\u2010-\u2015 ](\d{4})[-\u2010-\u2015](\d{4,19})(?!\d)/gi;
const technique = /(?<![\w.-])(?:T[01]\d{3}(?:\.\d{3})?|TA0[01]\d{2})(?![\w-]|\.\d)/g;
const macRuns =
  /(?<![0-9A-Za-z:.-])[0-9A-Fa-f]{2,4}[:.-][0-9A-Fa-f:.-]{9,14}(?![0-9A-Za-z:-]|\.\w)/y;
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
  findMacs(searched);
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

const oneDigit = /^([0-9A-Fa-f])(?:[:.-]?\1)+$/;
const macMark = signSet(':.\\-');

/** MAC addresses, from the mark behind their first pair, or four digits: the next stands as far behind it. */
function findMacs(searched: SearchedText): void {
  const { text } = searched;
  for (let at = 2; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (macMark[code] !== 1) continue;
    const first =
      text.charCodeAt(at + 3) === code ? 2 : text.charCodeAt(at + 5) === code ? 4 : undefined;
    if (first === undefined || hexSign[text.charCodeAt(at - first)] !== 1) continue;
    macRuns.lastIndex = at - first;
    const match = macRuns.exec(text);
    if (
      match !== null &&
      mac.test(match[0]) &&
      !searched.isTaken(match.index) &&
      !oneDigit.test(match[0])
    )
      searched.take(spanOf('mac', normalMac(match[0]), match));
  }
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
    wordSign[text.charCodeAt(at - 1)] !== 1 &&
    wordSign[text.charCodeAt(at + run.length)] !== 1
  );
}
