import { lstat } from 'node:fs/promises';
import path from 'node:path';
import type { EvidenceFile, NotebookCheck } from '#shared/journal/check-notebook.ts';
import { ok, type Result } from '#shared/lib/result.ts';
import { hashFile } from './copy-and-hash.ts';
import { namesIn } from './evidence-vault.ts';
import { scanNotebook } from './feed-scan.ts';
import { checkTimestampFiles } from '../proof/timestamp-files.ts';
import { readLeftOutFiles } from './left-out-files.ts';
import { type FolderError, placesIn, readNotebookFolder } from './notebook-folder.ts';

export type VerifyOptions = {
  /** Bytes of feeds and evidence read so far, out of how many. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
};

/** What a full check found; plain data, so that it can come from a worker. */
export type Verification = Pick<NotebookCheck, 'findings' | 'lines' | 'evidence' | 'seal'> & {
  readonly feeds: number;
};

/**
 * Checks everything that can be checked: every line's signature, every chain, what the feeds say of
 * each other, every seal, and the content of every evidence file. Needs no lock and writes nothing.
 */
export async function verifyNotebook(
  folder: string,
  { onProgress, signal }: VerifyOptions = {},
): Promise<Result<Verification, FolderError>> {
  const identity = await readNotebookFolder(folder);
  if (!identity.ok) return identity;
  const files = await listEvidence(placesIn(folder).evidence);
  const evidenceBytes = files.reduce((sum, { size }) => sum + size, 0);
  const evidence: EvidenceFile[] = [];
  let done = 0;
  const onBytes = (bytes: number) => {
    done += bytes;
    onProgress?.(done, evidenceBytes);
  };
  for (const { sha256, file, size } of files)
    evidence.push({ sha256, size, ok: await hasContent(file, sha256, { onBytes, signal }) });
  const scanned = await scanNotebook(folder, identity.value.notebook, {
    signatures: true,
    evidence,
    leftOut: await readLeftOutFiles(folder),
    timestamps: await checkTimestampFiles(folder),
    signal,
    onProgress: (read, total) => onProgress?.(evidenceBytes + read, evidenceBytes + total),
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

/** A file that cannot be read is as good as changed: whoever checks has to know. */
async function hasContent(
  file: string,
  sha256: string,
  progress: { readonly onBytes: (bytes: number) => void; readonly signal: AbortSignal | undefined },
): Promise<boolean> {
  try {
    return (await lstat(file)).isFile() && (await hashFile(file, progress)).sha256 === sha256;
  } catch (error) {
    progress.signal?.throwIfAborted();
    if (!(error instanceof Error)) throw error;
    return false;
  }
}
