import type { LeftOutReason } from '#shared/journal/left-out.ts';
import { writeLeftOut } from '#shared/journal/left-out.ts';
import type { Heads } from '#shared/journal/seal.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { type KeyProtection, readOwnKey } from '../notebook/keys.ts';
import { readNotebookFolder } from '../notebook/notebook-folder.ts';
import { readSigningKey } from '../notebook/signing-key.ts';
import { machineClock } from '../notebook/machine.ts';
import { writerName } from '../notebook/writer-name.ts';
import type { LeftOut } from './bundle-contents.ts';

/** Who makes a bundle; plain data, so that it can go to a worker of this process. */
export type BundleMaker = {
  /** The key of this device's feed, as `SigningKey.secret` gives it; none when it has not written here. */
  readonly secret?: string | undefined;
  /** Name or initials; empty for the system's user. */
  readonly by: string;
};

/** Reads this device's key for a notebook; whatever is wrong with the folder is said by the bundle itself. */
export async function bundleMaker(
  folder: string,
  keys: { readonly userData: string; readonly protection: KeyProtection; readonly by: string },
): Promise<BundleMaker> {
  const identity = await readNotebookFolder(folder);
  if (!identity.ok) return { by: keys.by };
  const { key } = readOwnKey(keys.userData, identity.value.notebook, keys.protection);
  return { by: keys.by, secret: key?.secret() };
}

/**
 * Signs one statement for each evidence file that is left out on purpose, by its hash.
 *
 * `cannot-sign` when this device has no key that the notebook's lines know: the receiver could not tell what is
 * missing from what was left out.
 */
export function signLeftOut(
  leftOut: readonly LeftOut[],
  notebook: string,
  heads: Heads,
  maker: BundleMaker,
): Result<ReadonlyMap<string, string>, { readonly kind: 'cannot-sign' }> {
  const statements = new Map<string, string>();
  const chosen = leftOut.filter(isOnPurpose);
  if (chosen.length === 0) return ok(statements);
  const key = maker.secret === undefined ? undefined : readSigningKey(maker.secret);
  if (key === undefined || !Object.hasOwn(heads, key.feed)) return err({ kind: 'cannot-sign' });
  const { wall, tz } = machineClock().read();
  for (const { sha256, no, bytes, because } of chosen)
    statements.set(
      sha256,
      writeLeftOut(
        {
          v: 1,
          nb: notebook,
          feed: key.feed,
          no,
          sha256,
          size: bytes,
          because,
          wall,
          tz,
          by: writerName(maker.by),
        },
        key.sign,
      ),
    );
  return ok(statements);
}

function isOnPurpose(left: LeftOut): left is LeftOut & { readonly because: LeftOutReason } {
  return left.because !== 'missing-here';
}
