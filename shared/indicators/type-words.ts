import type { Tlp } from '../domain/incident.ts';
import type { IndicatorType } from './found-span.ts';
import { formOf } from './value-form.ts';

/** Words of tools and people for a type, folded to letters and digits; `form` asks the value. */
const typeWords: ReadonlyMap<string, IndicatorType | 'form'> = new Map(
  Object.entries({
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
    bitcoinaddress: 'bitcoin',
    iprange: 'form',
    cidr: 'form',
    network: 'form',
    filehash: 'form',
    uripath: 'url',
    technique: 'technique',
    attackpattern: 'technique',
    behaviour: 'behaviour',
    behavior: 'behaviour',
    other: 'other',
    ipアドレス: 'form',
    アドレス: 'form',
    ハッシュ: 'form',
    ハッシュ値: 'form',
    ドメイン: 'domain',
    ドメイン名: 'domain',
    ホスト名: 'form',
    メール: 'email',
    メールアドレス: 'email',
    脆弱性: 'cve',
    ファイル: 'file-name',
    ファイル名: 'file-name',
    パス: 'file-path',
    ファイルパス: 'file-path',
    レジストリ: 'registry-key',
    レジストリキー: 'registry-key',
    ミューテックス: 'mutex',
    ユーザーエージェント: 'user-agent',
    macアドレス: 'mac',
    as番号: 'asn',
    ビットコイン: 'bitcoin',
    手法: 'technique',
    挙動: 'behaviour',
    その他: 'other',
  } as const satisfies Record<string, IndicatorType | 'form'>),
);

/** The word as it is on the list, or what of it is (`ハッシュ（SHA-256）`). */
function foldWord(word: string): string {
  const folded = word
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
  return typeWords.has(folded) ? folded : folded.replaceAll(/[^a-z0-9]/g, '');
}

/** True for a word that names a type, as the head of a column does. */
export function isTypeWord(word: string): boolean {
  return typeWords.has(foldWord(word));
}

const hostWords: ReadonlySet<string> = new Set(['hostname', 'ホスト名']);
const hashWords: ReadonlySet<string> = new Set([
  'hash',
  'checksum',
  'filehash',
  'ハッシュ',
  'ハッシュ値',
]);
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
  const folded = foldWord(word);
  const form = formOf(value);
  if (folded === '') return { type: form, isKnown: true, agrees: true };
  const named = typeWords.get(folded);
  if (named === undefined) return { type: 'other', isKnown: false, agrees: true };
  if (named === 'form') {
    const wanted = hashWords.has(folded) ? hashForms : addressForms;
    const agrees = hostWords.has(folded) || wanted.has(form);
    return { type: form, isKnown: true, agrees };
  }
  // MISP and IRIS have one word for a name and for a whole path.
  if (named === 'file-name' && form === 'file-path')
    return { type: form, isKnown: true, agrees: true };
  if (named === form) return { type: named, isKnown: true, agrees: true };
  // Only what has a form of its own can contradict: a path or a mutex looks like anything.
  const isStrict = hashForms.has(named) || named === 'cve' || named === 'mac' || named === 'asn';
  const isAddress = named === 'domain' && addressForms.has(form);
  if (isStrict || isAddress) return { type: form, isKnown: true, agrees: false };
  return { type: named, isKnown: true, agrees: true };
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
