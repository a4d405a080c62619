/** Hash of each file by its name below the bag's folder. */
export type Manifest = ReadonlyMap<string, string>;

/** Writes a manifest (RFC 8493, 2.1.3): hash, two spaces, name, in the order of the names, as `sha256sum -c` reads it. */
export function writeManifest(hashes: Manifest): string {
  return [...hashes]
    .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([name, hash]) => `${hash}  ${name}\n`)
    .join('');
}

/** Reads a manifest; undefined when a line is not one of a manifest or a name stands there twice. */
export function readManifest(text: string): Manifest | undefined {
  const hashes = new Map<string, string>();
  for (const line of text.split(/\r\n|\n|\r/)) {
    if (line === '') continue;
    // A star before the name is how sha256sum marks binary mode.
    const [, hash, name] = /^([0-9a-fA-F]{64})[ \t]+\*?(.+)$/.exec(line) ?? [];
    if (hash === undefined || name === undefined || hashes.has(name)) return undefined;
    hashes.set(name, hash.toLowerCase());
  }
  return hashes;
}

/** Writes a file of labels and values (RFC 8493, 2.2.2); a value is one line. */
export function writeTags(values: readonly (readonly [string, string])[]): string {
  return values
    .map(([label, value]) => `${label}: ${value.replaceAll(/\p{Cc}+/gu, ' ').trim()}\n`)
    .join('');
}
