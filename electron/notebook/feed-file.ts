import {
  closeSync,
  constants,
  fdatasync,
  fdatasyncSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readSync,
  statSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { syncFolder } from './durable-file.ts';
import { isOutOfSpace, systemDetail } from './system-error.ts';

const syncData = promisify(fdatasync);
/** An eighth of a frame: nobody sees a window stand still for so long. */
const quickSyncMs = 2;

export type WriteFailure =
  { readonly kind: 'disk-full' } | { readonly kind: 'write-failed'; readonly detail: string };

/**
 * The file of the feed that this process writes. It knows where the last line that is safe on disk
 * ends, and after any failure brings the file back to exactly there.
 */
export class FeedFile {
  readonly #path: string;
  #end: number;
  #descriptor: number | undefined;
  /** What the descriptor stands for; a file keeps both for as long as it is open. */
  #held: { readonly ino: number; readonly dev: number } | undefined;
  #isCreated: boolean;
  #isNameSafe: boolean;
  /** What an earlier append left or may have left behind the end. */
  #leftover: Uint8Array = new Uint8Array();
  #lastSyncMs = Number.POSITIVE_INFINITY;
  /** Set for good: the file is not what this process wrote any more. */
  #isForeign = false;

  /** `end`: bytes of the file that hold good lines; undefined when there is no file yet. */
  constructor(file: string, end: number | undefined) {
    this.#path = file;
    this.#end = end ?? 0;
    this.#isCreated = end !== undefined;
    this.#isNameSafe = end !== undefined;
  }

  /**
   * Appends bytes and syncs them; success means that they are on disk.
   *
   * After an error the descriptor is never used again: a second fdatasync on it could report success
   * for pages that the system has given up. The file is opened anew, cut back to the last good line,
   * and measured, so that "not written" is true.
   */
  async append(bytes: Uint8Array): Promise<Result<undefined, WriteFailure>> {
    try {
      const descriptor = this.#descriptor ?? (await this.#open());
      this.#assertOurs();
      this.#leftover = bytes;
      writeWhole(descriptor, bytes, this.#end);
      await this.#sync(descriptor);
      this.#end += bytes.length;
      this.#leftover = new Uint8Array();
      return ok(undefined);
    } catch (error) {
      const detail = await this.#giveUpDescriptor(systemDetail(error));
      return err(isOutOfSpace(error) ? { kind: 'disk-full' } : { kind: 'write-failed', detail });
    }
  }

  close(): void {
    if (this.#descriptor === undefined) return;
    const descriptor = this.#descriptor;
    this.#descriptor = undefined;
    closeSync(descriptor);
  }

  /**
   * Waking another thread for a sync and being woken by it takes longer than the sync of a quick disk,
   * so that one blocks; a stick or a network drive, which takes its time, must not hold up the windows.
   * Which of them it is, the last sync has shown.
   */
  async #sync(descriptor: number): Promise<void> {
    const startedAt = performance.now();
    const isQuick = this.#lastSyncMs < quickSyncMs;
    // Slow until it has shown otherwise, also after a failure.
    this.#lastSyncMs = Number.POSITIVE_INFINITY;
    if (isQuick) fdatasyncSync(descriptor);
    else await syncData(descriptor);
    this.#lastSyncMs = performance.now() - startedAt;
  }

  async #open(): Promise<number> {
    const descriptor = openSync(this.#path, this.#flags(), 0o644);
    this.#isCreated = true;
    try {
      this.#cutToEnd(descriptor);
      if (!this.#isNameSafe) await syncFolder(path.dirname(this.#path));
      this.#isNameSafe = true;
      const { ino, dev } = fstatSync(descriptor);
      this.#held = { ino, dev };
    } catch (error) {
      closeQuietly(descriptor);
      throw error;
    }
    this.#descriptor = descriptor;
    return descriptor;
  }

  #cutToEnd(descriptor: number): void {
    const { size } = fstatSync(descriptor);
    if (size === this.#end) return;
    const extra = size - this.#end;
    if (extra < 0 || !holdsBeginningOf(this.#leftover, descriptor, this.#end, extra))
      this.#reject();
    ftruncateSync(descriptor, this.#end);
    fsyncSync(descriptor);
    const left = fstatSync(descriptor).size;
    if (left !== this.#end) throw new Error(`the feed could not be cut back (${left})`);
  }

  /**
   * A tool that synchronises or restores folders may have put another file under the name, and what
   * is written through our descriptor would vanish with the old one.
   */
  #assertOurs(): void {
    const held = this.#held;
    const named = statSync(this.#path);
    if (this.#isForeign || held?.ino !== named.ino || held.dev !== named.dev) this.#reject();
    if (named.size !== this.#end) this.#reject();
  }

  #reject(): never {
    this.#isForeign = true;
    throw new Error('another program changed the feed; open the notebook again');
  }

  #flags(): number {
    // Never created twice: a file that vanished is a failure, not a fresh start.
    const noLinks = constants.O_NOFOLLOW ?? 0;
    return this.#isCreated
      ? constants.O_RDWR | noLinks
      : constants.O_RDWR | constants.O_CREAT | constants.O_EXCL | noLinks;
  }

  async #giveUpDescriptor(detail: string): Promise<string> {
    if (this.#descriptor !== undefined) closeQuietly(this.#descriptor);
    this.#descriptor = undefined;
    try {
      await this.#open();
      return detail;
    } catch (error) {
      // The next append opens and cuts back first, so an unacknowledged line cannot be built upon.
      return `${detail}; ${systemDetail(error)}`;
    }
  }
}

function writeWhole(descriptor: number, bytes: Uint8Array, position: number): void {
  let done = 0;
  while (done < bytes.length) {
    const written = writeSync(descriptor, bytes, done, bytes.length - done, position + done);
    if (written === 0) throw new Error('the system wrote nothing');
    done += written;
  }
}

/** True when the bytes behind the end are the beginning of what we tried to write (or never got there: zeros). */
function holdsBeginningOf(
  leftover: Uint8Array,
  descriptor: number,
  from: number,
  length: number,
): boolean {
  if (length > leftover.length) return false;
  const found = Buffer.alloc(length);
  let read = 0;
  while (read < length) {
    const bytes = readSync(descriptor, found, read, length - read, from + read);
    if (bytes === 0) return false;
    read += bytes;
  }
  return found.every((byte, index) => byte === 0 || byte === leftover[index]);
}

function closeQuietly(descriptor: number): void {
  try {
    closeSync(descriptor);
  } catch {
    // Its fate is known already: nothing that was written through it is relied upon.
  }
}
