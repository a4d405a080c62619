/** What a file of a bundle is, told by its name below the bag's one folder. */
export type BagPart =
  | { readonly what: 'tag'; readonly name: string }
  | { readonly what: 'identity' }
  | { readonly what: 'feed'; readonly feed: string }
  | { readonly what: 'evidence'; readonly sha256: string }
  | { readonly what: 'left-out'; readonly sha256: string }
  | { readonly what: 'timestamp'; readonly seal: string }
  | { readonly what: 'redaction' };

/** Names of the files beside `data/` (RFC 8493, 2.1 and 2.2), and those that Kiroku adds. */
export const tagNames = {
  declaration: 'bagit.txt',
  info: 'bag-info.txt',
  manifest: 'manifest-sha256.txt',
  tagManifest: 'tagmanifest-sha256.txt',
  guide: 'VERIFY.txt',
  script: 'verify.py',
  seal: 'SEAL.txt',
} as const;

const tags: ReadonlySet<string> = new Set(Object.values(tagNames));

export const identityName = 'data/notebook.json';

/** What the maker of a redacted copy signed; such a copy alone has it. */
export const redactionName = 'data/redaction.json';

export function feedName(feed: string): string {
  return `data/feeds/${feed}.jsonl`;
}

export function evidenceName(sha256: string): string {
  return `data/evidence/${sha256}.evid`;
}

/** A signed statement about an evidence file that the bundle does not hold. */
export function leftOutName(sha256: string): string {
  return `data/left-out/${sha256}.json`;
}

/** The time stamp of a seal. */
export function timestampName(seal: string): string {
  return `data/timestamps/${seal}.tsr`;
}

/**
 * Reads the name of a file in a bag. Only names that Kiroku writes are known: a path that leads out of
 * the folder, a device name or another spelling of one of these is simply none of them.
 */
export function bagPartOf(name: string): BagPart | undefined {
  if (tags.has(name)) return { what: 'tag', name };
  if (name === identityName) return { what: 'identity' };
  if (name === redactionName) return { what: 'redaction' };
  const feed = /^data\/feeds\/(k1-[0-9a-f]{32})\.jsonl$/.exec(name)?.[1];
  if (feed !== undefined) return { what: 'feed', feed };
  const sha256 = /^data\/evidence\/([0-9a-f]{64})\.evid$/.exec(name)?.[1];
  if (sha256 !== undefined) return { what: 'evidence', sha256 };
  const leftOut = /^data\/left-out\/([0-9a-f]{64})\.json$/.exec(name)?.[1];
  if (leftOut !== undefined) return { what: 'left-out', sha256: leftOut };
  const seal = /^data\/timestamps\/([0-9a-f]{64})\.tsr$/.exec(name)?.[1];
  return seal === undefined ? undefined : { what: 'timestamp', seal };
}

/** Folders that a ZIP may name for themselves. */
export function isBagFolder(name: string): boolean {
  return folders.has(name);
}

const folders: ReadonlySet<string> = new Set([
  '',
  'data/',
  'data/feeds/',
  'data/evidence/',
  'data/left-out/',
  'data/timestamps/',
]);
