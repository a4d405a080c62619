import { lstat } from 'node:fs/promises';
import path from 'node:path';
import { type OldHashName, oldHashNames } from '#shared/domain/evidence.ts';
import type { FeedCheck } from '#shared/journal/check-feed.ts';
import type { EvidenceFile, NotebookCheck } from '#shared/journal/check-notebook.ts';
import type { Opening } from '#shared/journal/opening.ts';
import { ok, type Result } from '#shared/lib/result.ts';
import { hashFile, type ReadProgress } from './hash-file.ts';
import { namesIn } from './evidence-vault.ts';
import { scanNotebook } from './feed-scan.ts';
import { checkTimestampFiles } from '../proof/timestamp-files.ts';
import { readLeftOutFiles } from './left-out-files.ts';
import { type FolderError, placesIn, readAnyFolder } from './notebook-folder.ts';
import { type RedactedVerification, verifyRedacted } from './verify-redacted.ts';

export type VerifyOptions = {
  /** What somebody has shown of what a redacted copy hides. */
  readonly opening?: Opening | undefined;
  /** Bytes of feeds and evidence read so far, out of how many. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
};

/** What a full check found; plain data, so that it can come from a worker. */
export type Verification = Pick<NotebookCheck, 'findings' | 'lines' | 'evidence' | 'seal'> & {
  readonly feeds: number;
  /** Of a redacted copy only. */
  readonly redaction?: RedactedVerification['redaction'];
  readonly opened?: RedactedVerification['opened'];
};

/**
 * Checks everything that can be checked: every line's signature, every chain, what the feeds say of
 * each other, every seal, and the content of every evidence file. Needs no lock and writes nothing.
 */
export async function verifyNotebook(
  folder: string,
  { onProgress, signal, opening }: VerifyOptions = {},
): Promise<Result<Verification, FolderError>> {
  const identity = await readAnyFolder(folder);
  if (!identity.ok) return identity;
  if (identity.value.isRedacted)
    return ok(await verifyRedacted(folder, identity.value, { onProgress, signal, opening }));
  const files = await listEvidence(placesIn(folder).evidence);
  const evidenceBytes = files.reduce((sum, { size }) => sum + size, 0);
  let feedBytes = 0;
  const scanned = await scanNotebook(folder, identity.value.notebook, {
    signatures: true,
    evidence: (feeds) => {
      let done = feedBytes;
      const onBytes = (bytes: number) => {
        done += bytes;
        onProgress?.(done, feedBytes + evidenceBytes);
      };
      return checkEvidence(files, feeds, { onBytes, signal });
    },
    leftOut: await readLeftOutFiles(folder),
    timestamps: await checkTimestampFiles(folder),
    signal,
    onProgress: (read, total) => {
      feedBytes = total;
      onProgress?.(read, total + evidenceBytes);
    },
  });
  const { findings, lines, evidence: items, seal } = scanned.check;
  return ok({ findings, lines, evidence: items, seal, feeds: scanned.feeds.size });
}

async function listEvidence(folder: string) {
  const files: { readonly sha256: string; readonly file: string; readonly size: number }[] = [];
  for (const name of (await namesIn(folder)).toSorted()) {
    const sha256 = /^([0-9a-f]{64})\.evid$/.exec(name)?.[1];
    if (sha256 === undefined) continue;
    const file = path.join(folder, name);
    const stat = await lstat(file);
    files.push({ sha256, file, size: stat.isFile() ? stat.size : 0 });
  }
  return files;
}

type EvidencePlace = Awaited<ReturnType<typeof listEvidence>>[number];

/** Hashes every file: with SHA-256, and with what else its lines record of it. */
async function checkEvidence(
  places: readonly EvidencePlace[],
  feeds: readonly FeedCheck[],
  progress: ReadProgress,
): Promise<readonly EvidenceFile[]> {
  const wanted = new Map<string, Set<OldHashName>>();
  for (const { sha256, hashes } of feeds.flatMap(({ facts }) => facts.evidence)) {
    const names = wanted.get(sha256) ?? new Set();
    for (const name of oldHashNames) if (hashes?.[name] !== undefined) names.add(name);
    wanted.set(sha256, names);
  }
  const files: EvidenceFile[] = [];
  for (const place of places)
    files.push(await checkFile(place, [...(wanted.get(place.sha256) ?? [])], progress));
  return files;
}

/** A file that cannot be read is as good as changed: whoever checks has to know. */
async function checkFile(
  { sha256, file, size }: EvidencePlace,
  hashes: readonly OldHashName[],
  progress: ReadProgress,
): Promise<EvidenceFile> {
  try {
    if (!(await lstat(file)).isFile()) return { sha256, size, ok: false };
    const read = await hashFile(file, { ...progress, hashes });
    return { sha256, size, ok: read.sha256 === sha256, hashes: read.hashes };
  } catch (error) {
    progress.signal?.throwIfAborted();
    if (!(error instanceof Error)) throw error;
    return { sha256, size, ok: false };
  }
}
