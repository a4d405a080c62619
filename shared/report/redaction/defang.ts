import type { IndicatorFields } from '../../domain/indicator.ts';

/** What can be clicked or resolved: addresses with a scheme, mail addresses, IPv4. */
const live =
  /\b(?:https?|ftp|s?ftps?|wss?|ldaps?|smb|ssh|tcp|udp):\/\/[^\s<>"'、。）」]+|[\w.%+-]+@[\w-]+(?:\.[\w-]+)+|\b(?:\d{1,3}\.){3}\d{1,3}\b/gi;

/** Takes the life out of every address in a text: `hxxp://example[.]org`, `10[.]0[.]0[.]1`. */
export function defangText(text: string): string {
  return text.replaceAll(live, defangAddress);
}

const addresses: ReadonlySet<string> = new Set([
  'ipv4',
  'ipv6',
  'ip-range',
  'domain',
  'url',
  'email',
]);

/** Takes the life out of an indicator; a hash or a file name is left as it is. */
export function defangValue(value: string, type: IndicatorFields['type']): string {
  return type !== undefined && addresses.has(type) ? defangAddress(value) : defangText(value);
}

function defangAddress(address: string): string {
  return address
    .replace(/^http/i, 'hxxp')
    .replace(/^ftp/i, 'fxp')
    .replaceAll(/(?<!\[)\.(?!\])/g, '[.]')
    .replaceAll(/(?<!\[)@(?!\])/g, '[@]')
    .replace(/^(?!\w+:\/\/)(?=[\da-f:]+$)([\da-f]*):/i, '$1[:]');
}
