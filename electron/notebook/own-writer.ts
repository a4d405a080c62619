import type { AppendError } from '#shared/ipc/contract.ts';
import { finding, type Finding } from '#shared/journal/finding.ts';
import type { OperationOf } from '#shared/journal/operation.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { DraftedLine, FeedHead } from './feed-draft.ts';
import { FeedFile } from './feed-file.ts';
import { FeedIndex } from './feed-index.ts';
import type { ScannedNotebook } from './feed-scan.ts';
import { FeedWriter } from './feed-writer.ts';
import { keepKey, keepNextKey, type KeyProtection, takeUpNextKey } from './keys.ts';
import { machineClock, type MachineClock, machineIdentity } from './machine.ts';
import { randomHex } from './node-crypto.ts';
import { feedFileOf } from './notebook-folder.ts';
import { decideOwnFeed, setTornTailAside, witnessOthers } from './own-feed.ts';
import { HeadMemory } from './remembered-head.ts';
import { newSigningKey } from './signing-key.ts';
import { isOutOfSpace, systemCode, systemDetail } from './system-error.ts';
import type { WritingLock } from './writing-lock.ts';

export type OwnWriterOptions = {
  readonly folder: string;
  readonly notebook: string;
  readonly scanned: ScannedNotebook;
  readonly lock: WritingLock;
  readonly protection: KeyProtection;
  readonly device: string | undefined;
  readonly app: { readonly version: string; readonly commit: string };
  readonly clock: MachineClock | undefined;
  readonly onWritten: (lines: readonly DraftedLine[]) => void;
};

/** What this device writes with. */
export type OwnWriter = {
  readonly feed: string;
  /** What has to be said about the feed that this device wrote before. */
  readonly findings: readonly Finding[];
  readonly index: FeedIndex;
  readonly head: () => FeedHead | undefined;
  readonly writer: FeedWriter;
  /** Ends the feed with a line that names a new key; gives the feed of that key. Nothing is written here after it. */
  readonly changeKey: (by: string) => Promise<Result<string, AppendError>>;
  readonly close: () => Promise<void>;
};

/**
 * Makes this device ready to write. A torn tail of its own feed is kept aside and cut off; a key for
 * a new feed, and that feed's first line, are written with the first operation only.
 */
export async function prepareOwnWriter(options: OwnWriterOptions): Promise<OwnWriter> {
  const { folder, notebook, scanned, lock, protection } = options;
  const { own, scanned: ownScan, end, lost, ...decided } = decideOwnFeed(lock.own, scanned);
  const { feed } = own.key;
  if (decided.isNext === true) await takeUpNextKey(own.places);
  const path = feedFileOf(folder, feed);
  const file = new FeedFile(path, end);
  if (ownScan !== undefined && end !== undefined && end < ownScan.bytes)
    await setTornTailAside(path, feed, end);
  const index = ownScan?.index ?? new FeedIndex(path);
  const memory = new HeadMemory(own.places.head);
  let head = ownScan?.check.head;
  let isKept = decided.isKept;
  let offset = end ?? 0;

  const opening = (): OperationOf<'feed.open'> => ({
    t: 'feed.open',
    id: randomHex(16),
    key: own.key.publicKey,
    device: (options.device ?? machineIdentity().host).slice(0, 200),
    ...machineIdentity(),
    app: options.app.version.slice(0, 64),
    build: options.app.commit.slice(0, 64),
    ...(own.predecessor !== undefined && { predecessor: own.predecessor }),
  });
  const beforeWrite = async (): Promise<Result<undefined, AppendError>> => {
    try {
      // Before every line: a lock that nobody has touched since it was read is not read again.
      if (!lock.isUntouched() && !(await lock.isHeld())) return err({ kind: 'read-only' });
      if (!isKept) await keepKey(own, notebook, protection);
      isKept = true;
      return ok(undefined);
    } catch (error) {
      return err(notWritten(error));
    }
  };
  const onWritten = (lines: readonly DraftedLine[]): void => {
    for (const { line, bytes, next } of lines) {
      index.add({ seq: line.p.seq, offset, hash: line.hash }, offset + bytes.length);
      offset += bytes.length;
      head = next.head;
    }
    if (head !== undefined) memory.remember({ feed, seq: head.seq, hash: head.hash });
    options.onWritten(lines);
  };
  const writer = new FeedWriter({
    identity: { notebook, feed, sign: own.key.sign },
    file,
    start: { head, ...witnessOthers(ownScan, scanned.feeds), clock: undefined },
    clock: options.clock ?? machineClock(),
    opening,
    beforeWrite,
    onWritten,
  });
  let isChanging = false;
  const changeKey = async (by: string): Promise<Result<string, AppendError>> => {
    // Once an opening: a second key would be written over the one that the line names.
    if (isChanging) return err({ kind: 'read-only' });
    isChanging = true;
    const mayWrite = await beforeWrite();
    if (!mayWrite.ok) return mayWrite;
    const next = newSigningKey();
    try {
      await keepNextKey(own, next, notebook, protection);
    } catch (error) {
      return err(notWritten(error));
    }
    const { publicKey: key } = next;
    const rotation = { t: 'key.rotate', id: randomHex(16), feed: next.feed, key } as const;
    const written = await writer.append(rotation, by);
    if (!written.ok) return written;
    try {
      await takeUpNextKey(own.places);
    } catch (error) {
      if (systemCode(error) === undefined) throw error;
      // The line is written: whoever opens the notebook next takes the new key up.
    }
    return ok(next.feed);
  };
  return {
    feed,
    changeKey,
    findings: lost === undefined ? [] : [lostLine(lost)],
    index,
    head: () => head,
    writer,
    close: async () => {
      await writer.settled();
      file.close();
      memory.close();
      lock.release();
    },
  };
}

function notWritten(error: unknown): AppendError {
  if (systemCode(error) === undefined) throw error;
  return isOutOfSpace(error)
    ? { kind: 'disk-full' }
    : { kind: 'write-failed', detail: systemDetail(error) };
}

function lostLine({ feed, seq }: { readonly feed: string; readonly seq: number }): Finding {
  return finding('copy-outdated', { feed, values: { seq } });
}
