import type { RegisteredIndicator } from '../application/indicators.ts';

type Head = {
  readonly title: string;
  /** RFC 3339 with `Z`. */
  readonly at: string;
};

/** A title as a comment or a string of another language can hold it. */
function plainWords(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N} ._/@-]/gu, '').trim();
}

/**
 * The end of the numbers for local use, 1,000,000 to 1,999,999 (sidallocation.org); people number their own rules from
 * its beginning.
 */
const lastRule = 1_999_999;
const usualFirstRule = 1_900_000;

/** Suricata rules (user guide, "Rules Format"): names by DNS and TLS, URLs by HTTP, addresses both ways. */
export function suricataRules(indicators: readonly RegisteredIndicator[], { title }: Head): string {
  const message = `Kiroku ${plainWords(title).replaceAll(/[^ -~]/g, '')}`.trim();
  const rules: string[] = [];
  const add = (head: string, body: string) => {
    rules.push(`alert ${head} (msg:"${message}"; ${body}`);
  };
  for (const { type, value } of indicators)
    if (type === 'domain') {
      const name = `dotprefix; content:".${content(value)}"; endswith; nocase; `;
      add('dns any any -> any any', `dns.query; ${name}`);
      add('tls any any -> any any', `tls.sni; ${name}`);
    } else if (type === 'user-agent')
      add('http any any -> any any', `http.user_agent; content:"${content(value)}"; `);
    else if (type === 'url') {
      const { host, uri } = partsOfUrl(value);
      const place = `http.uri; content:"${content(uri)}"; startswith; `;
      add('http any any -> any any', `http.host; content:"${content(host)}"; ${place}`);
    } else add(`ip any any <> [${value}] any`, '');
  const first = Math.min(usualFirstRule, lastRule + 1 - rules.length);
  return rules.map((rule, at) => `${rule}sid:${first + at}; rev:1;)\n`).join('');
}

function partsOfUrl(value: string): { readonly host: string; readonly uri: string } {
  const [, host = '', uri = ''] =
    /^(?:[a-z][a-z0-9+.-]*:\/\/)?(?:[^/?#@]*@)?(\[[^\]]*\]|[^/?#:]*)(?::\d+)?([^#]*)/i.exec(
      value,
    ) ?? [];
  return { host: host.toLowerCase(), uri: uri.startsWith('/') ? uri : `/${uri}` };
}

/** A `content` of Suricata: what has a meaning in it, or is not ASCII, stands between bars as bytes. */
function content(text: string): string {
  return Array.from(text, (sign) =>
    /[\w ./=&%~+,@!*'()-]/.test(sign) ? sign : bytesOf(sign),
  ).join('');
}

function bytesOf(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  if (code < 0x80) return `|${code.toString(16).padStart(2, '0').toUpperCase()}|`;
  // Half a character has no bytes.
  const whole = code >= 0xd800 && code <= 0xdfff ? '\ufffd' : sign;
  return `|${encodeURIComponent(whole).replaceAll('%', ' ').trim()}|`;
}

/** A response policy zone of BIND and its kin: names and everything below them do not exist, nor do their addresses. */
export function dnsZone(indicators: readonly RegisteredIndicator[], { title, at }: Head): string {
  const serial = at.replaceAll(/\D/g, '').slice(0, 10);
  const lines = indicators.flatMap(({ type, value }) =>
    type === 'domain'
      ? [`${value} CNAME .`, `*.${value} CNAME .`]
      : [`${triggerOf(value)}.rpz-ip CNAME .`],
  );
  return [
    `; ${plainWords(title)}, ${at}`,
    '$TTL 300',
    `@ SOA localhost. root.localhost. ${serial} 3600 600 86400 300`,
    '@ NS localhost.',
    ...lines,
    '',
  ].join('\n');
}

/** `24.0.113.0.203` for 203.0.113.0/24; in IPv6 `zz` stands for the groups of zeros. */
function triggerOf(value: string): string {
  const [address = '', bits] = value.split('/');
  if (!address.includes(':')) return [bits ?? '32', ...address.split('.').toReversed()].join('.');
  const groups = address
    .replace('::', ':zz:')
    .split(':')
    .filter((group) => group !== '');
  return [bits ?? '128', ...groups.toReversed()].join('.');
}

/** A hosts file: names that lead nowhere. */
export function hostsFile(indicators: readonly RegisteredIndicator[], { title, at }: Head): string {
  const lines = indicators.map(({ value }) => `0.0.0.0 ${value}`);
  return [`# ${plainWords(title)}, ${at}`, ...lines, ''].join('\n');
}

/** A YARA rule that knows files by their hashes (module `hash`). */
export function yaraRule(indicators: readonly RegisteredIndicator[], { title, at }: Head): string {
  const hashes = indicators.map(({ type, value }) => `    hash.${type}(0, filesize) == "${value}"`);
  return [
    'import "hash"',
    '',
    'rule kiroku_known_files',
    '{',
    '  meta:',
    `    description = "${plainWords(title)}"`,
    `    date = "${at.slice(0, 10)}"`,
    '  condition:',
    hashes.length === 0 ? '    false' : hashes.join(' or\n'),
    '}',
    '',
  ].join('\n');
}
