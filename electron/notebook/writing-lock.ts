import { err, ok, type Result } from '#shared/lib/result.ts';
import { type KeyProtection, makeKeyFolder, type OwnKey, readOwnKey } from './keys.ts';
import { type LockError, takeLock } from './lock.ts';
import { placesIn } from './notebook-folder.ts';
import { systemCode, systemDetail } from './system-error.ts';

/** The right to write in a notebook, with the key to write with. */
export type WritingLock = {
  readonly own: OwnKey;
  readonly isHeld: () => Promise<boolean>;
  /** True when both are held, as far as one look at each tells; otherwise ask `isHeld`. */
  readonly isUntouched: () => boolean;
  readonly release: () => void;
};

/**
 * Locks a notebook and this device's key for it. The key has a lock of its own because a copy of the
 * notebook in another folder has the same one: two processes would fork the feed.
 */
export async function lockForWriting(
  folder: string,
  notebook: string,
  options: KeyOptions & { readonly lockPatienceMs?: number | undefined },
): Promise<Result<WritingLock, LockError>> {
  const until = performance.now() + (options.lockPatienceMs ?? 0);
  for (;;) {
    const lock = await tryToLock(folder, notebook, options);
    if (lock.ok || lock.error.kind !== 'locked' || performance.now() >= until) return lock;
    await new Promise((resolve) => setTimeout(resolve, retryEveryMs));
  }
}

const retryEveryMs = 50;

type KeyOptions = { readonly userData: string; readonly protection: KeyProtection };

async function tryToLock(
  folder: string,
  notebook: string,
  keys: KeyOptions,
): Promise<Result<WritingLock, LockError>> {
  const ofNotebook = await takeLock(placesIn(folder).lock);
  if (!ofNotebook.ok) return ofNotebook;
  try {
    const { places } = readOwnKey(keys.userData, notebook, keys.protection);
    makeKeyFolder(places.folder);
    const ofKey = await takeLock(places.lock);
    if (!ofKey.ok) {
      ofNotebook.value.release();
      return ofKey;
    }
    const locks = [ofNotebook.value, ofKey.value];
    return ok({
      // Read under its lock: another process may just have made it.
      own: readOwnKey(keys.userData, notebook, keys.protection),
      isHeld: async () => {
        const held = await Promise.all(locks.map((lock) => lock.isHeld()));
        return held.every(Boolean);
      },
      isUntouched: () => ofNotebook.value.isUntouched() && ofKey.value.isUntouched(),
      release: () => {
        for (const lock of locks) lock.release();
      },
    });
  } catch (error) {
    ofNotebook.value.release();
    if (systemCode(error) === undefined) throw error;
    return err({ kind: 'not-writable', detail: systemDetail(error) });
  }
}
