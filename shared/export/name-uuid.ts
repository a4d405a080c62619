import type { ExportPorts } from './export-file.ts';

/** Namespace of everything that a notebook names by itself; drawn once, never changed. */
const ownNamespace = '5d6e0a3c-92b1-4f0e-8a57-3f1c7be2d940';

type Sha1 = ExportPorts['sha1Hex'];

/**
 * A UUID of version 5 (RFC 9562, 5.5) of a name in a namespace: the same name gives the same id on every
 * machine and in every export.
 */
export function nameUuid(namespace: string, name: string, sha1Hex: Sha1): string {
  const digits = sha1Hex(namespace.replaceAll('-', ''), name);
  const variant = ((Number.parseInt(digits[16] ?? '0', 16) & 0x3) | 0x8).toString(16);
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `5${digits.slice(13, 16)}`,
    `${variant}${digits.slice(17, 20)}`,
    digits.slice(20, 32),
  ].join('-');
}

/** The id of something in a notebook: the same in every export of that notebook. */
export function recordUuid(notebook: string, words: readonly string[], sha1Hex: Sha1): string {
  return nameUuid(ownNamespace, [notebook, ...words].join('/'), sha1Hex);
}
