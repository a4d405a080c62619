import type { Appended, AppendError } from '#shared/ipc/contract.ts';
import { canonicalize } from '#shared/journal/canonical-json.ts';
import type { SignedLine } from '#shared/journal/envelope.ts';
import type { Operation } from '#shared/journal/operation.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import {
  clockJumpMs,
  type DraftedLine,
  draftLine,
  type FeedCursor,
  type FeedIdentity,
} from './feed-draft.ts';
import type { FeedFile } from './feed-file.ts';
import type { MachineClock } from './machine.ts';
import { randomHex, sha256Hex } from './node-crypto.ts';

export type FeedWriterOptions = {
  readonly identity: FeedIdentity;
  readonly file: FeedFile;
  readonly start: FeedCursor;
  readonly clock: MachineClock;
  /** The first line of a feed that does not exist yet. */
  readonly opening: () => Operation;
  /** Asked before every write: may this process still write, and is the key safe on disk? */
  readonly beforeWrite: () => Promise<Result<undefined, AppendError>>;
  /** Lines that are on disk, in order, before anybody is told that they were saved. */
  readonly onWritten: (lines: readonly DraftedLine[]) => void;
};

type AppendResult = Result<Appended, AppendError>;

type Waiting = {
  readonly operation: Operation;
  readonly by: string;
  readonly settle: (result: AppendResult) => void;
};

type Known = { readonly result: Promise<AppendResult> } & (
  { readonly operation: Operation; readonly digest?: undefined } | { readonly digest: string }
);

/** What waits together is written together, up to this: one sync for all of it. */
const mostLinesAtOnce = 256;

/** Types that this program writes by itself, at moments of its own. */
const ownTypes: ReadonlySet<string> = new Set(['feed.open', 'clock.jump']);

/**
 * Writes one feed: one line after the other, synced before it is acknowledged.
 *
 * Appends that come while the disk is busy wait and are then written with a single sync; each is
 * acknowledged on its own. When such a group fails, its lines are tried one by one, so that each
 * gets the truth about itself.
 */
export class FeedWriter {
  readonly #options: FeedWriterOptions;
  #cursor: FeedCursor;
  #waiting: Waiting[] = [];
  #running: Promise<void> | undefined;
  /** Once a change of keys was tried: whatever came of it, a line behind it could be one too many. */
  #hasEnded = false;
  /** Results by operation id: a repeat is the same line, not a second one. */
  readonly #byId = new Map<string, Known>();

  constructor(options: FeedWriterOptions) {
    this.#options = options;
    this.#cursor = options.start;
  }

  append(operation: Operation, by: string): Promise<AppendResult> {
    if (ownTypes.has(operation.t)) return Promise.resolve(err({ kind: 'invalid', field: 't' }));
    if (this.#hasEnded) return Promise.resolve(err({ kind: 'read-only' }));
    const known = this.#byId.get(operation.id);
    if (known !== undefined)
      return (known.digest ?? digestOf(known.operation)) === digestOf(operation)
        ? known.result
        : Promise.resolve(err({ kind: 'invalid', field: 'id' }));
    const result = new Promise<AppendResult>((resolve) => {
      this.#waiting.push({ operation, by, settle: resolve });
    });
    this.#byId.set(operation.id, { operation, result });
    this.#hasEnded = operation.t === 'key.rotate';
    this.#running ??= this.#drain();
    return result;
  }

  /** Resolves when nothing waits any more. */
  async settled(): Promise<void> {
    while (this.#running !== undefined) await this.#running;
  }

  async #drain(): Promise<void> {
    // Whoever appends in the same turn as the first joins its group.
    await Promise.resolve();
    while (this.#waiting.length > 0) await this.#write(this.#waiting.splice(0, mostLinesAtOnce));
    this.#running = undefined;
  }

  async #write(group: readonly Waiting[]): Promise<void> {
    const mayWrite = await this.#options.beforeWrite();
    if (!mayWrite.ok) {
      for (const waiting of group) this.#refuse(waiting, mayWrite.error);
      return;
    }
    const draft = this.#draft(group);
    for (const { waiting, error } of draft.refused) this.#refuse(waiting, error);
    if (draft.accepted.length === 0) return;
    const written = await this.#options.file.append(bytesOf(draft.lines));
    if (written.ok) {
      this.#cursor = draft.cursor;
      this.#options.onWritten(draft.lines);
      for (const { waiting, line } of draft.accepted) waiting.settle(ok(appendedOf(line)));
      // Once they have been told: nobody waits for it, and it is rarely asked for.
      setImmediate(() => draft.accepted.forEach(({ waiting }) => this.#condense(waiting)));
    } else if (draft.accepted.length === 1) {
      for (const { waiting } of draft.accepted) this.#refuse(waiting, written.error);
    } else {
      for (const { waiting } of draft.accepted) await this.#write([waiting]);
    }
  }

  #draft(group: readonly Waiting[]) {
    const accepted: { waiting: Waiting; line: SignedLine }[] = [];
    const refused: { waiting: Waiting; error: AppendError }[] = [];
    const lines: DraftedLine[] = [];
    let cursor = this.#cursor;
    for (const waiting of group) {
      const drafted = this.#draftWithPrelude(cursor, waiting);
      if (!drafted.ok) {
        refused.push({ waiting, error: drafted.error });
        continue;
      }
      for (const line of drafted.value) {
        lines.push(line);
        cursor = line.next;
      }
      const last = drafted.value.at(-1);
      if (last !== undefined) accepted.push({ waiting, line: last.line });
    }
    return { accepted, refused, lines, cursor };
  }

  /**
   * The line of an operation, after those that have to stand before it. The clocks are read once for
   * all of them, so the line about a jump cannot find another jump.
   */
  #draftWithPrelude(
    cursor: FeedCursor,
    { operation, by }: Waiting,
  ): Result<readonly DraftedLine[], AppendError> {
    const now = this.#options.clock.read();
    const operations: Operation[] = [operation];
    const byMs = clockJumpMs(cursor, now);
    if (byMs !== undefined) operations.unshift({ t: 'clock.jump', id: randomHex(16), byMs });
    if (cursor.head === undefined) operations.unshift(this.#options.opening());
    const lines: DraftedLine[] = [];
    let at = cursor;
    for (const each of operations) {
      const drafted = draftLine(this.#options.identity, at, { operation: each, by, now });
      if (!drafted.ok) return drafted;
      lines.push(drafted.value);
      at = drafted.value.next;
    }
    return ok(lines);
  }

  /** Keeps a digest in place of an operation: a session is long, and so may entries be. */
  #condense({ operation }: Waiting): void {
    const known = this.#byId.get(operation.id);
    if (known?.digest !== undefined || known === undefined) return;
    this.#byId.set(operation.id, { digest: digestOf(operation), result: known.result });
  }

  /** A refused operation is not in the feed: the same id may come again. */
  #refuse({ operation, settle }: Waiting, error: AppendError): void {
    this.#byId.delete(operation.id);
    settle(err(error));
  }
}

/** The bytes of lines, one after the other. */
function bytesOf(lines: readonly DraftedLine[]): Buffer {
  const [first] = lines;
  return first !== undefined && lines.length === 1
    ? first.bytes
    : Buffer.concat(lines.map(({ bytes }) => bytes));
}

function appendedOf({ p, hash }: SignedLine): Appended {
  return { feed: p.feed, seq: p.seq, hash, wall: p.wall };
}

function digestOf(operation: Operation): string {
  try {
    return sha256Hex(canonicalize(operation));
  } catch {
    // Not writable as canonical JSON: the draft refuses it, and says so.
    return '';
  }
}
