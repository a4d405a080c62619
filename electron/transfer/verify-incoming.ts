import path from 'node:path';
import type { Opening } from '#shared/journal/opening.ts';
import { ok, type Result } from '#shared/lib/result.ts';
import { type Verification, verifyNotebook } from '../notebook/verify-notebook.ts';
import type { AgeKey } from './age-file.ts';
import { type IncomingError, unpackIncoming } from './incoming-notebook.ts';
import type { UnpackOptions } from './unpack-bundle.ts';

/** What is checked, and with what; plain data, so that it can go to a worker. */
export type IncomingCheck = {
  /** A bundle, or a folder. */
  readonly source: string;
  readonly key?: AgeKey | undefined;
  /** What somebody has shown of what a redacted copy hides. */
  readonly opening?: Opening | undefined;
  /** A folder of our own where a bundle is unpacked; the caller removes it. */
  readonly temporary: string;
};

/** What a check found of something that somebody brought. */
export type VerifiedIncoming = {
  readonly verification: Verification;
  /** Where it lies, unpacked. */
  readonly folder: string;
  readonly name: string;
};

/** Checks a bundle or a folder, a notebook or a redacted copy, and takes nothing of it over. */
export async function verifyIncoming(
  { source, temporary, key, opening }: IncomingCheck,
  progress: UnpackOptions = {},
): Promise<Result<VerifiedIncoming, IncomingError>> {
  const work = path.join(temporary, 'incoming');
  const unpacked = await unpackIncoming(source, work, { ...progress, key });
  if (!unpacked.ok) return unpacked;
  const { folder, name } = unpacked.value;
  const verified = await verifyNotebook(folder, { ...progress, opening });
  return verified.ok ? ok({ verification: verified.value, folder, name }) : verified;
}
