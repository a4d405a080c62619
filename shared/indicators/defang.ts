import type { IndicatorType } from './found-span.ts';

/** A value that nobody can click or resolve by mistake: `hxxp://`, `[.]`, `[@]`; other types stay as they are. */
export function defang(type: IndicatorType, value: string): string {
  switch (type) {
    case 'ipv4':
    case 'domain':
      return value.replaceAll('.', '[.]');
    case 'ip-range':
    case 'ipv6':
      return value.includes(':') ? value.replaceAll(':', '[:]') : value.replaceAll('.', '[.]');
    case 'email':
      return value.replace('@', '[@]').replaceAll('.', '[.]');
    case 'url':
      return defangUrl(value);
    case 'md5':
    case 'sha1':
    case 'sha256':
    case 'sha512':
    case 'cve':
    case 'file-name':
    case 'file-path':
    case 'registry-key':
    case 'mutex':
    case 'user-agent':
    case 'mac':
    case 'asn':
    case 'bitcoin':
    case 'technique':
    case 'behaviour':
    case 'other':
      return value;
  }
}

/** What can be clicked or resolved: addresses with a scheme, mail addresses, IPv4. */
const live =
  /\b(?:https?|ftp|s?ftps?|wss?|ldaps?|smb|ssh|tcp|udp):\/\/[^\s<>"'、。）」]+|[\w.%+-]+@[\w-]+(?:\.[\w-]+)+|\b(?:\d{1,3}\.){3}\d{1,3}\b/gi;

/** Takes the life out of every address in a text, as `defang` does it for a value. */
export function defangText(text: string): string {
  return text.replaceAll(live, (address) => {
    if (address.includes('://')) return defangUrl(address);
    return defang(address.includes('@') ? 'email' : 'ipv4', address);
  });
}

/** The same for a value whose type may say nothing of addresses in it: a note, a command line. */
export function defangValue(value: string, type: IndicatorType | undefined): string {
  return type !== undefined && addresses.has(type) ? defang(type, value) : defangText(value);
}

const addresses: ReadonlySet<IndicatorType> = new Set([
  'ipv4',
  'ipv6',
  'ip-range',
  'domain',
  'url',
  'email',
]);

function defangUrl(value: string): string {
  const [whole = '', scheme = '', host = ''] =
    /^([a-z][a-z0-9+.-]*:\/\/)?([^/?#]*)/i.exec(value) ?? [];
  const inertScheme = scheme.replace(/^http/i, 'hxxp').replace(/^ftp/i, 'fxp');
  const isAddress = host.includes('[');
  const inertHost = isAddress ? host : host.replaceAll('.', '[.]');
  return `${inertScheme}${inertHost}${value.slice(whole.length)}`;
}
