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

function defangUrl(value: string): string {
  const [whole = '', scheme = '', host = ''] =
    /^([a-z][a-z0-9+.-]*:\/\/)?([^/?#]*)/i.exec(value) ?? [];
  const inertScheme = scheme.replace(/^http/i, 'hxxp').replace(/^ftp/i, 'fxp');
  const isAddress = host.includes('[');
  const inertHost = isAddress ? host : host.replaceAll('.', '[.]');
  return `${inertScheme}${inertHost}${value.slice(whole.length)}`;
}
