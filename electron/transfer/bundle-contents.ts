import { lstat } from 'node:fs/promises';
import path from 'node:path';
import type { Heads } from '#shared/journal/seal.ts';
import { evidenceFileName } from '../notebook/evidence-vault.ts';
import { type ScannedNotebook, scanNotebook } from '../notebook/feed-scan.ts';
import { readLeftOutFiles } from '../notebook/left-out-files.ts';
import { placesIn } from '../notebook/notebook-folder.ts';
import { listTimestamps } from '../proof/timestamp-files.ts';
import { systemCode } from '../notebook/system-error.ts';

/** A file of the notebook on its way into a bundle. */
export type BundledFile = {
  readonly sha256: string;
  readonly bytes: number;
  readonly file: string;
};

/** An evidence file that a bundle does not hold. */
export type LeftOut = {
  readonly sha256: string;
  readonly no: string;
  readonly bytes: number;
  readonly because: 'too-large' | 'receiver-has-it' | 'missing-here';
};

/** What goes into a bundle, decided from one reading of the notebook. */
export type BundleContents = {
  readonly heads: Heads;
  readonly feeds: readonly {
    readonly feed: string;
    readonly file: string;
    /** Whole lines only: what is written while the bundle is made waits for the next. */
    readonly bytes: number;
  }[];
  readonly evidence: readonly BundledFile[];
  readonly leftOut: readonly LeftOut[];
  /** What others signed about files that they left out and that are not here, by the files' hashes. */
  readonly statements: ReadonlyMap<string, string>;
  /** Seals that have a time stamp. */
  readonly timestamps: readonly string[];
  readonly lines: number;
  /** True for a copy in which values are hidden: what its maker signed goes with it. */
  readonly isRedacted?: boolean;
};

export type BundleChoice = {
  /** Evidence files above so many bytes stay here. */
  readonly largestEvidence?: number | undefined;
  /** The feed of the device that the bundle is for: evidence that it has named or witnessed stays here. */
  readonly since?: string | undefined;
};

/** Reads the notebook and decides what a bundle of it holds. All lines always go: they are what proves the rest. */
export async function chooseContents(
  folder: string,
  notebook: string,
  { largestEvidence = Infinity, since }: BundleChoice,
): Promise<BundleContents> {
  const scanned = await scanNotebook(folder, notebook, { signatures: false });
  const knownThere = since === undefined ? {} : witnessedBy(scanned, since);
  const evidence = new Map<string, BundledFile>();
  const leftOut = new Map<string, LeftOut>();
  for (const { feed, check } of scanned.feeds.values())
    for (const { sha256, no, size, seq } of check.facts.evidence) {
      if (evidence.has(sha256)) continue;
      const leave = (because: LeftOut['because']) =>
        leftOut.set(sha256, { sha256, no, bytes: size, because });
      const file = path.join(placesIn(folder).evidence, evidenceFileName(sha256));
      if (seq <= (knownThere[feed] ?? -1)) leave('receiver-has-it');
      else if (size > largestEvidence) leave('too-large');
      else {
        const bytes = await sizeOf(file);
        if (bytes === undefined) leave('missing-here');
        else evidence.set(sha256, { sha256, bytes, file });
      }
    }
  for (const sha256 of evidence.keys()) leftOut.delete(sha256);
  const statements = new Map<string, string>();
  for (const [sha256, text] of await readLeftOutFiles(folder))
    if (text !== undefined && leftOut.get(sha256)?.because === 'missing-here')
      statements.set(sha256, text);
  return {
    heads: scanned.check.heads,
    feeds: [...scanned.feeds.values()].map(({ feed, file, bytes, check }) => ({
      feed,
      file,
      bytes: bytes - (check.torn?.bytes ?? 0),
    })),
    evidence: [...evidence.values()],
    leftOut: [...leftOut.values()],
    statements,
    timestamps: await listTimestamps(folder),
    lines: scanned.check.lines,
  };
}

/** The highest line of each feed that a device had read when it wrote last, its own included. */
function witnessedBy(scanned: ScannedNotebook, feed: string): Readonly<Record<string, number>> {
  const own = scanned.feeds.get(feed);
  const known: Record<string, number> = {};
  if (own?.check.head !== undefined) known[feed] = own.check.head.seq;
  for (const { seen } of own?.check.facts.witnesses ?? [])
    for (const [other, [seq]] of Object.entries(seen))
      known[other] = Math.max(known[other] ?? -1, seq);
  return known;
}

/** Size of an ordinary file; undefined when there is none. */
async function sizeOf(file: string): Promise<number | undefined> {
  try {
    const stat = await lstat(file);
    return stat.isFile() ? stat.size : undefined;
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    return undefined;
  }
}
