import { type Manifest, readManifest } from './bag-manifest.ts';

/** No stick needs more, and three digits keep the parts in order for `cat`. */
export const mostParts = 999;

/** Names of the files of a bundle that was cut into parts. */
export type PartNames = {
  /** What the parts make together. */
  readonly whole: string;
  readonly part: (number: number) => string;
  /** The hashes of all parts and of the whole, as `sha256sum -c` reads them. */
  readonly manifest: string;
};

/** The names of parts of a file: `case.zip.001`, `case.zip.002` …, and `case.zip.parts.sha256`. */
export function partNames(whole: string): PartNames {
  return {
    whole,
    part: (number) => `${whole}.${String(number).padStart(3, '0')}`,
    manifest: `${whole}.parts.sha256`,
  };
}

/** The names that a part or a manifest belongs to; undefined for any other file. */
export function partNamesOf(file: string): PartNames | undefined {
  const whole = /^(.+)\.(?:\d{3}|parts\.sha256)$/s.exec(file)?.[1];
  return whole === undefined ? undefined : partNames(whole);
}

/**
 * Reads the manifest of a bundle in parts: their hashes in order, and that of the whole. Undefined when it names
 * anything but the parts from the first one on and the whole.
 */
export function readPartManifest(
  text: string,
  wholeName: string,
): { readonly parts: readonly string[]; readonly whole: string } | undefined {
  const manifest: Manifest | undefined = readManifest(text);
  const whole = manifest?.get(wholeName);
  if (manifest === undefined || whole === undefined) return undefined;
  const names = partNames(wholeName);
  const parts: string[] = [];
  for (let number = 1; number < manifest.size; number += 1) {
    const hash = manifest.get(names.part(number));
    if (hash === undefined || number > mostParts) return undefined;
    parts.push(hash);
  }
  return parts.length === 0 ? undefined : { parts, whole };
}
