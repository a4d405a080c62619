import { parse } from 'tldts';

const options = {
  allowPrivateDomains: false,
  extractHostname: false,
  mixedInputs: false,
  validateHostname: false,
  detectIp: false,
} as const;

/** Last labels that were asked for, and whether they are on the list: most of what has a dot in it ends in none. */
const topLevels = new Map<string, boolean>();
const mostRemembered = 5_000;

function isTopLevel(label: string): boolean {
  const known = topLevels.get(label);
  if (known !== undefined) return known;
  if (topLevels.size >= mostRemembered) topLevels.clear();
  // A label that no rule names: what is below the last label decides nothing here.
  const isListed = parse(`kiroku-asks.kiroku-asks.kiroku-asks.${label}`, options).isIcann === true;
  topLevels.set(label, isListed);
  return isListed;
}

/** True for a name under a public suffix of ICANN's part of the list that comes with the library. */
export function isKnownDomain(name: string): boolean {
  const dot = name.lastIndexOf('.');
  if (name.length > 253 || dot < 1 || !isTopLevel(name.slice(dot + 1))) return false;
  const { isIcann, domain } = parse(name, options);
  return isIcann === true && domain !== null && domain !== '';
}

/** Onion names: 16 letters of version 2, 56 of version 3. */
const onion = /(?:^|\.)[a-z2-7]{16}(?:[a-z2-7]{40})?\.onion$/i;

/** True for a name of a hidden service. */
export function isOnionName(name: string): boolean {
  return onion.test(name);
}

const plainName =
  /^(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.){1,126}(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/;

/** True for a name in normal form that is one by its form alone: most names, and quickly told. */
export function isPlainName(name: string): boolean {
  return plainName.test(name) && name.length <= 253;
}

/** True for what could be a name of the DNS by its form alone: at least two labels, the last of letters. */
export function isDomainForm(name: string): boolean {
  if (isPlainName(name)) return true;
  const labels = name.split('.');
  return (
    labels.length > 1 &&
    name.length <= 253 &&
    labels.every((label) => label.length > 0 && label.length < 64 && !/^-|-$/.test(label)) &&
    /^(?:\p{L}[\p{L}\p{M}]+|xn--[a-z0-9-]+)$/iu.test(labels.at(-1) ?? '')
  );
}
