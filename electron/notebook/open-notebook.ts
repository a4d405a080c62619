import path from 'node:path';
import { nextEvidenceNumber } from '#shared/domain/evidence.ts';
import type { Appended, AppendError, OpenedNotebook } from '#shared/ipc/contract.ts';
import type { Finding } from '#shared/journal/finding.ts';
import { parseLine, type SignedLine } from '#shared/journal/envelope.ts';
import type { LineText } from '#shared/journal/line-page.ts';
import type { Operation } from '#shared/journal/operation.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { Checkpoints } from './checkpoints.ts';
import { removeUnfinishedCopies } from './evidence-vault.ts';
import { finishMerges } from './finish-merges.ts';
import type { DraftedLine } from './feed-draft.ts';
import type { FeedIndex, FeedPage } from './feed-index.ts';
import { type ScannedNotebook, scanNotebook } from './feed-scan.ts';
import type { KeyProtection } from './keys.ts';
import type { LockError } from './lock.ts';
import type { MachineClock } from './machine.ts';
import { type FolderError, folderErrorOf, nameOf, readNotebookFolder } from './notebook-folder.ts';
import { type OwnWriter, prepareOwnWriter } from './own-writer.ts';
import { systemCode, systemDetail } from './system-error.ts';
import { writerName } from './writer-name.ts';
import { lockForWriting, type WritingLock } from './writing-lock.ts';

export type OpenOptions = {
  /** Where keys lie, and what this device remembers of its feeds. */
  readonly userData: string;
  readonly protection: KeyProtection;
  /** Name or initials of whoever writes now; asked for every operation. */
  readonly by: () => string;
  /** Label of this device; the host name when there is none. */
  readonly device?: string | undefined;
  readonly app: { readonly version: string; readonly commit: string };
  /** True to look only: no lock is taken and nothing is written. */
  readonly readOnly?: boolean | undefined;
  /** How long to wait for another process to let go of the notebook; not at all unless given. */
  readonly lockPatienceMs?: number | undefined;
  readonly clock?: MachineClock | undefined;
  /** Bytes of all feeds read so far, out of how many. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
};

/** Highest sequence number that is known of each feed. */
export type Positions = Readonly<Record<string, number>>;

export type NotebookPage = { readonly lines: readonly SignedLine[]; readonly end: boolean };

/** A notebook that is open in this process. */
export type OpenNotebook = {
  readonly folder: string;
  /** What the window is told: heads, counts, findings, who may write. */
  readonly describe: () => OpenedNotebook;
  /** A page of lines after the positions, feed by feed; ask again after what was got until `end`. */
  readonly readLines: (after: Positions, limit: number) => Promise<NotebookPage>;
  /** The same page as texts, for whoever hands them on. */
  readonly readTexts: (after: Positions, limit: number) => Promise<FeedPage>;
  /** Resolves once the line is on disk, or with the truth about why it is not. */
  readonly append: (operation: Operation) => Promise<Result<Appended, AppendError>>;
  /** Goes over to a new key: the feed ends, and the next opening begins the one of the new key. Gives that feed. */
  readonly changeKey: () => Promise<Result<string, AppendError>>;
  /** This program with its version, as it is recorded of what it copies. */
  readonly program: string;
  /** The number of the next evidence item; one that was given out is not given out again. */
  readonly takeEvidenceNumber: () => string;
  /** Tells of lines that were written and synced, in order; returns the way to stop. */
  readonly onAppended: (listener: (lines: readonly SignedLine[]) => void) => () => void;
  /** Lets waiting appends finish, and gives the lock back. */
  readonly close: () => Promise<void>;
};

/** Opens a notebook: reads and checks every feed (all but signatures), and takes the lock to write. */
export async function openNotebook(
  folder: string,
  options: OpenOptions,
): Promise<Result<OpenNotebook, FolderError>> {
  const identity = await readNotebookFolder(folder);
  if (!identity.ok) return identity;
  const { notebook } = identity.value;
  // Locked before it is read: what is read must not change under our hands.
  const lock =
    options.readOnly === true ? undefined : await lockForWriting(folder, notebook, options);
  try {
    if (lock?.ok === true) await finishMerges(folder);
    const checkpoints =
      lock?.ok === true ? new Checkpoints(lock.value.own, notebook, options.app) : undefined;
    const scanned = await scanNotebook(folder, notebook, {
      signatures: false,
      checkpoints,
      onProgress: options.onProgress,
    });
    const checked = [...scanned.feeds.values()].flatMap(({ checkpoint }) => checkpoint ?? []);
    await checkpoints?.keep(checked);
    const opened = new Session(folder, notebook, scanned, options);
    if (lock?.ok === false) opened.refuseWriting(lock.error);
    if (lock?.ok === true) await opened.allowWriting(lock.value);
    return ok(opened);
  } catch (error) {
    if (lock?.ok === true) lock.value.release();
    return err(folderErrorOf(error, folder));
  }
}

/** Said of a notebook nobody has written in yet: true, and nothing to worry about when it is opened. */
const unwritten: ReadonlySet<string> = new Set(['no-feeds', 'feed-empty']);

class Session implements OpenNotebook {
  readonly folder: string;
  readonly #notebook: string;
  readonly #options: OpenOptions;
  readonly #indexes: Map<string, FeedIndex>;
  readonly #heads: Map<string, readonly [number, string]>;
  #findings: OpenedNotebook['findings'];
  readonly #listeners = new Set<(lines: readonly SignedLine[]) => void>();
  #lastEvidenceNumber: string;
  #own: OwnWriter | undefined;
  #scanned: ScannedNotebook | undefined;
  #readOnly: OpenedNotebook['readOnly'] = null;

  get program(): string {
    return `Kiroku ${this.#options.app.version}`;
  }

  constructor(folder: string, notebook: string, scanned: ScannedNotebook, options: OpenOptions) {
    this.folder = folder;
    this.#notebook = notebook;
    this.#options = options;
    this.#scanned = scanned;
    const feeds = [...scanned.feeds.values()];
    this.#indexes = new Map(feeds.map(({ feed, index }) => [feed, index]));
    this.#heads = new Map();
    for (const { feed, index, check } of feeds) {
      const seq = index.lastSeq;
      const hash = seq === undefined ? undefined : check.known.get(seq)?.hash;
      if (seq !== undefined && hash !== undefined) this.#heads.set(feed, [seq, hash]);
    }
    const numbers = feeds.flatMap(({ check: { facts } }) => [
      ...facts.evidence.map(({ no }) => no),
      ...facts.keptNumbers,
    ]);
    this.#lastEvidenceNumber = numbers.reduce(laterNumber, 'E-000');
    this.#findings = scanned.check.findings.filter(({ code }) => !unwritten.has(code)).map(toTell);
  }

  refuseWriting(error: LockError): void {
    this.#scanned = undefined;
    this.#readOnly =
      error.kind === 'locked'
        ? { because: 'locked', holder: error.holder }
        : { because: 'not-writable' };
  }

  async allowWriting(lock: WritingLock): Promise<void> {
    const scanned = this.#scanned;
    if (scanned === undefined) throw new Error('writing is prepared once, right after the scan');
    const { protection, device, app, clock } = this.#options;
    try {
      await removeUnfinishedCopies(this.folder);
      const own = await prepareOwnWriter({
        folder: this.folder,
        notebook: this.#notebook,
        scanned,
        lock,
        protection,
        device,
        app,
        clock,
        onWritten: (lines) => this.#onWritten(lines),
      });
      this.#own = own;
      this.#findings = [...own.findings.map(toTell), ...this.#findings];
      // The check remembers every line; it has done its work.
      this.#scanned = undefined;
    } catch (error) {
      if (systemCode(error) === undefined) throw error;
      lock.release();
      this.refuseWriting({ kind: 'not-writable', detail: systemDetail(error) });
    }
  }

  describe(): OpenedNotebook {
    let lines = 0;
    for (const index of this.#indexes.values()) lines += index.count;
    return {
      notebook: this.#notebook,
      name: nameOf(this.folder),
      place: path.resolve(this.folder),
      heads: Object.fromEntries(
        [...this.#heads].map(([feed, [seq, hash]]) => [feed, [seq, hash] as [number, string]]),
      ),
      lines,
      feed: this.#own?.feed ?? null,
      readOnly: this.#readOnly,
      findings: this.#findings,
    };
  }

  async readLines(after: Positions, limit: number): Promise<NotebookPage> {
    const { lines, end } = await this.readTexts(after, limit);
    return {
      lines: lines.flatMap(({ text, hash }) => {
        const parsed = parseLine(text);
        return parsed.ok ? [{ ...parsed.value, hash }] : [];
      }),
      end,
    };
  }

  async readTexts(after: Positions, limit: number): Promise<FeedPage> {
    const lines: LineText[] = [];
    for (const feed of [...this.#indexes.keys()].toSorted()) {
      const page = await this.#indexes
        .get(feed)
        ?.readAfter(after[feed] ?? -1, limit - lines.length);
      if (page === undefined) continue;
      lines.push(...page.lines);
      if (!page.end) return { lines, end: false };
    }
    return { lines, end: true };
  }

  append(operation: Operation): Promise<Result<Appended, AppendError>> {
    if (this.#own === undefined) return Promise.resolve(err({ kind: 'read-only' }));
    // It would name a key that nobody keeps.
    if (operation.t === 'key.rotate') return Promise.resolve(err({ kind: 'invalid', field: 't' }));
    return this.#own.writer.append(operation, writerName(this.#options.by()));
  }

  changeKey(): Promise<Result<string, AppendError>> {
    if (this.#own === undefined) return Promise.resolve(err({ kind: 'read-only' }));
    return this.#own.changeKey(writerName(this.#options.by()));
  }

  takeEvidenceNumber(): string {
    this.#lastEvidenceNumber = nextEvidenceNumber([this.#lastEvidenceNumber]);
    return this.#lastEvidenceNumber;
  }

  onAppended(listener: (lines: readonly SignedLine[]) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    const own = this.#own;
    this.#own = undefined;
    await own?.close();
  }

  #onWritten(drafted: readonly DraftedLine[]): void {
    const own = this.#own;
    const lines = drafted.map(({ line }) => line);
    const last = lines.at(-1);
    if (own === undefined || last === undefined) return;
    this.#indexes.set(own.feed, own.index);
    this.#heads.set(own.feed, [last.p.seq, last.hash]);
    for (const listener of this.#listeners) listener(lines);
  }
}

function toTell({ values, ...rest }: Finding): OpenedNotebook['findings'][number] {
  return { ...rest, ...(values && { values: { ...values } }) };
}

function laterNumber(a: string, b: string): string {
  return Number(b.slice(2)) > Number(a.slice(2)) ? b : a;
}
