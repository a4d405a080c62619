import type { IndicatorFields } from '../../domain/indicator.ts';

/** What can be clicked or resolved: addresses with a scheme, mail addresses, IPv4. */
const live =
  /\b(?:https?|ftp|s?ftps?|wss?|ldaps?|smb|ssh|tcp|udp):\/\/[^\s<>"'、。）」]+|[\w.%+-]+@[\w-]+(?:\.[\w-]+)+|\b(?:\d{1,3}\.){3}\d{1,3}\b/gi;

/** Takes the life out of every address in a text: `hxxp://example[.]org`, `10[.]0[.]0[.]1`. */
export function defangText(text: string): string {
  return text.replaceAll(live, defangAddress);
}

/** Takes the life out of an indicator; a hash or a file name is left as it is. */
export function defangValue(value: string, type: IndicatorFields['type']): string {
  switch (type) {
    case 'ipv4':
    case 'ipv6':
    case 'ip-range':
    case 'domain':
    case 'url':
    case 'email':
      return defangAddress(value);
    default:
      return defangText(value);
  }
}

function defangAddress(address: string): string {
  return address
    .replace(/^http/i, 'hxxp')
    .replace(/^ftp/i, 'fxp')
    .replaceAll(/(?<!\[)\.(?!\])/g, '[.]')
    .replaceAll(/(?<!\[)@(?!\])/g, '[@]')
    .replace(/^(?!\w+:\/\/)(?=[\da-f:]+$)([\da-f]*):/i, '$1[:]');
}
