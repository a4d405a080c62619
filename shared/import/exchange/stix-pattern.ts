/** One comparison of a STIX pattern: what has to be where. */
export type PatternTerm = {
  /** Word for the type that `indicatorTypeOf` knows. */
  readonly typeWord: string;
  readonly value: string;
};

/** What each object of STIX Cyber-observable is called among indicators; the path follows the colon. */
const words: Readonly<Record<string, string>> = {
  'ipv4-addr:value': 'ip',
  'ipv6-addr:value': 'ip',
  'domain-name:value': 'domain',
  'url:value': 'url',
  'email-addr:value': 'email',
  'email-message:from_ref.value': 'email',
  'email-message:sender_ref.value': 'email',
  'mac-addr:value': 'mac',
  'mutex:name': 'mutex',
  'file:name': 'filename',
  'directory:path': 'path',
  'windows-registry-key:key': 'registry',
  'windows-registry-key:values.name': 'registry',
  'autonomous-system:number': 'asn',
  'network-traffic:dst_ref.value': 'hostname',
  'network-traffic:src_ref.value': 'hostname',
  'file:hashes.md5': 'md5',
  'file:hashes.sha-1': 'sha1',
  'file:hashes.sha1': 'sha1',
  'file:hashes.sha-256': 'sha256',
  'file:hashes.sha256': 'sha256',
  'file:hashes.sha-512': 'sha512',
  'file:hashes.sha512': 'sha512',
};

const userAgent = /request_header\.'?user-agent'?$/;

/** The type word of a place in an object, `file:hashes.'SHA-256'`; undefined for a place that indicators do not have. */
export function typeWordOf(place: string): string | undefined {
  const folded = place.toLowerCase().replaceAll(/['"]|\[\d*\*?\]/g, '');
  if (userAgent.test(folded)) return 'useragent';
  return Object.hasOwn(words, folded) ? words[folded] : undefined;
}

const comparison =
  /([a-z0-9-]{1,60}:[\w.'"[\]*-]{1,200})\s{0,5}(=|IN|LIKE|MATCHES|>|<|!=)\s{0,5}(?:'((?:[^'\\]|\\.){0,8000})'|(\d{1,20})|\(([^()]{0,8000})\))/g;
const quoted = /'((?:[^'\\]|\\.){1,2000})'/g;

/**
 * The comparisons of a STIX pattern (2.0, 2.1) that name a value; `whole` is false when the pattern says more than
 * that, so that it has to be kept as it is.
 */
export function readStixPattern(pattern: string): {
  readonly terms: readonly PatternTerm[];
  readonly whole: boolean;
} {
  const terms: PatternTerm[] = [];
  let understood = 0;
  let seen = 0;
  for (const [, place = '', operator, text, number, list] of pattern.matchAll(comparison)) {
    seen += 1;
    const typeWord = typeWordOf(place);
    const isEqual = operator === '=' || operator === 'IN';
    if (typeWord === undefined || !isEqual) continue;
    understood += 1;
    const values =
      list === undefined
        ? [text ?? number ?? '']
        : Array.from(list.matchAll(quoted), ([, value = '']) => value);
    for (const value of values) {
      const plain = value.replaceAll(/\\(.)/g, '$1');
      terms.push({ typeWord, value: typeWord === 'asn' ? `AS${plain}` : plain });
    }
  }
  // A second condition on the same thing, an order in time, a negation: the values alone say less.
  const isPlain = !/\bNOT\b|\bFOLLOWEDBY\b|\bWITHIN\b|\bREPEATS\b|\bAND\b/.test(pattern);
  return { terms, whole: seen > 0 && understood === seen && isPlain };
}
