import type { ItemSetting } from '#shared/domain/checklist.ts';
import type { AppendError, Appended, OpenedNotebook } from '#shared/ipc/contract.ts';
import { ipcEventContract } from '#shared/ipc/contract.ts';
import { currentValue } from '#shared/journal/causality.ts';
import type { SignedLine } from '#shared/journal/envelope.ts';
import { compareLines, emptyState, type NotebookState } from '#shared/journal/fold.ts';
import type { Operation } from '#shared/journal/operation.ts';
import {
  type Collection,
  collections,
  type EntryRecord,
  type RecordChange,
  type RecordReader,
  type Records,
} from '#shared/journal/records.ts';
import type { Result } from '#shared/lib/result.ts';
import type { Desktop } from './desktop-bridge.ts';
import { deleteDexieStorage, openDexieStorage } from './dexie-storage.ts';
import { fitsJournal, foldReady, nothingApplied, OutOfOrder, readyLines } from './fold-lines.ts';
import { createMemoryStorage } from './memory-storage.ts';
import type { Applied, AppliedHead, RecordStorage } from './record-storage.ts';
import { RecordTables, type SmallCollection, smallCollections } from './record-tables.ts';
import { TimelineIndex } from './timeline-index.ts';
import { UndoHistory, type WritingMode } from './undo-history.ts';

const linesAtOnce = 2000;

/** How far reading the journal has come. */
export type ReplayProgress = { readonly done: number; readonly total: number };

type OpenOptions = {
  readonly desktop: Desktop;
  readonly opened: OpenedNotebook;
  readonly onProgress?: (progress: ReplayProgress) => void;
  /** Opens the place for derived records; a test passes its own. */
  readonly openStorage?: (notebook: string) => Promise<RecordStorage>;
};

/** An opened notebook in the window: derived records, kept up with the journal. */
export class NotebookSession {
  readonly opened: OpenedNotebook;
  readonly undoHistory = new UndoHistory();
  readonly #desktop: Desktop;
  readonly #openStorage: (notebook: string) => Promise<RecordStorage>;
  readonly #onProgress: (progress: ReplayProgress) => void;
  readonly #tables = new RecordTables();
  readonly timeline = new TimelineIndex((source) =>
    currentValue(this.#tables.get('sources', source)?.clock),
  );
  #storage: RecordStorage = createMemoryStorage();
  #applied: Applied = nothingApplied;
  /** Everything that touches the storage runs one after the other. */
  #queue: Promise<void> = Promise.resolve();
  /** The last write to the storage, and every one before it. */
  #storing: Promise<void> = Promise.resolve();
  /** Entries that are shown and not in the storage yet. */
  readonly #unstored = new Map<string, EntryRecord>();
  #stopListening = () => {};
  #closed = false;

  private constructor({ desktop, opened, onProgress, openStorage }: OpenOptions) {
    this.opened = opened;
    this.#desktop = desktop;
    this.#openStorage = openStorage ?? openDexieStorage;
    this.#onProgress = onProgress ?? (() => {});
  }

  /** Brings the derived records up to the journal and goes on listening. */
  static async open(options: OpenOptions): Promise<NotebookSession> {
    const session = new NotebookSession(options);
    session.#listen();
    await session.#enqueue(() => session.#start());
    return session;
  }

  /** Writes an operation; resolved when it is on the disk, or when it is certain that it is not. */
  async append(
    operation: Operation,
    mode: WritingMode = 'new',
  ): Promise<Result<Appended, AppendError>> {
    const before = this.settingOf(operation);
    const written = await this.#desktop['notebook:append']({ operation });
    if (written.ok) this.undoHistory.written({ operation, before }, mode);
    return written;
  }

  /** How the checklist item that an operation is about stands now. */
  settingOf(operation: Operation): ItemSetting | undefined {
    if (operation.t !== 'checklist.item') return undefined;
    return currentValue(this.get('checklists', operation.checklist)?.items[operation.item]);
  }

  /** An entry with its whole history. */
  async readEntry(id: string): Promise<EntryRecord | undefined> {
    return this.#unstored.get(id) ?? this.#storage.read('entries', id);
  }

  /** Records of a small collection, oldest first; the same array until one changes. */
  list<C extends SmallCollection>(collection: C): readonly Records[C][] {
    return this.#tables.list(collection);
  }

  get<C extends SmallCollection>(collection: C, id: string): Records[C] | undefined {
    return this.#tables.get(collection, id);
  }

  subscribe(collection: Collection, listener: () => void): () => void {
    return collection === 'entries'
      ? this.timeline.subscribe(listener)
      : this.#tables.subscribe(collection, listener);
  }

  /** Head of the feed that this device writes, as far as it is on the screen. */
  savedHead(): AppliedHead | undefined {
    return this.opened.feed === null ? undefined : this.#applied.heads[this.opened.feed];
  }

  /** Heads of all feeds, as far as they are on the screen; a new object after every line. */
  heads(): Applied['heads'] {
    return this.#applied.heads;
  }

  /** `memory` when the browser's database did not work: nothing is lost, opening is slower. */
  storageKind(): RecordStorage['kind'] {
    return this.#storage.kind;
  }

  /** The whole folded state, for a report or an export. */
  async readState(): Promise<NotebookState> {
    const state = emptyState();
    await this.#enqueue(async () => {
      await this.#storing;
      for (const collection of collections)
        for (const record of await this.#storage.readAll(collection))
          (state[collection] as Map<string, typeof record>).set(record.id, record);
    });
    return state;
  }

  close(): void {
    this.#closed = true;
    this.#stopListening();
    const storage = this.#storage;
    // What is still to be written is finished first; if that fails the next opening reads the journal.
    void this.#storing.catch(() => {}).then(() => storage.close());
  }

  #enqueue(work: () => Promise<void>): Promise<void> {
    const done = this.#queue.then(work);
    this.#queue = done.catch(() => {});
    return done;
  }

  #listen(): void {
    this.#stopListening = this.#desktop.subscribe('journal:appended', (payload) => {
      const { lines } = ipcEventContract['journal:appended'].parse(payload);
      void this.#enqueue(() => (this.#closed ? Promise.resolve() : this.#follow(lines)));
    });
  }

  async #start(): Promise<void> {
    try {
      this.#storage = await this.#openStorage(this.opened.notebook);
      const applied = await this.#storage.readApplied();
      if (applied === undefined) return await this.#replay(nothingApplied);
      if (!fitsJournal(applied, this.opened.heads)) return await this.#rebuild();
      await this.#load(applied);
      await this.#replay(applied);
    } catch {
      // Whatever went wrong in derived records: the journal has everything.
      await this.#rebuild();
    }
  }

  async #load(applied: Applied): Promise<void> {
    const entries = await this.#storage.readAll('entries');
    if (entries.length !== applied.entries) throw new OutOfOrder('entries are missing');
    for (const collection of smallCollections)
      this.#tables.apply(await readChanges(this.#storage, collection));
    this.timeline.apply(entries);
  }

  /** Reads what the journal has beyond the applied heads and folds it, chunk by chunk. */
  async #replay(from: Applied): Promise<void> {
    this.#applied = from;
    const total = Math.max(this.opened.lines, 1);
    // Lines come feed by feed. One feed is in the order of the fold as it stands, several are not.
    if (this.#feedsBehind(from) > 1) return this.#foldSorted(await this.#readRest(), total);
    for (;;) {
      const { lines, end } = await this.#readLines(this.#applied.heads, linesAtOnce);
      await this.#fold(lines);
      if (!end) this.#tellProgress(total);
      if (end) return;
    }
  }

  #feedsBehind(applied: Applied): number {
    return Object.entries(this.opened.heads).filter(
      ([feed, [seq]]) => seq > (applied.heads[feed]?.seq ?? -1),
    ).length;
  }

  async #readRest(): Promise<SignedLine[]> {
    const rest: SignedLine[] = [];
    const heads: Record<string, { seq: number }> = { ...this.#applied.heads };
    for (;;) {
      const { lines, end } = await this.#readLines(heads, linesAtOnce);
      for (const line of lines) {
        rest.push(line);
        heads[line.p.feed] = { seq: line.p.seq };
      }
      if (end) return rest.toSorted(compareLines);
    }
  }

  async #foldSorted(lines: readonly SignedLine[], total: number): Promise<void> {
    for (let at = 0; at < lines.length; at += linesAtOnce) {
      this.#tellProgress(total);
      await this.#fold(lines.slice(at, at + linesAtOnce));
    }
  }

  #tellProgress(total: number): void {
    const done = Math.min(total, countOf(this.#applied));
    this.#onProgress({ done, total });
  }

  /** Drops what was derived and folds the whole journal again. */
  async #rebuild(): Promise<void> {
    try {
      this.#storage.close();
      await deleteDexieStorage(this.opened.notebook);
      await this.#startOver(await this.#openStorage(this.opened.notebook));
    } catch {
      // No database, or a full one: the notebook opens all the same.
      await this.#startOver(createMemoryStorage());
    }
  }

  async #startOver(storage: RecordStorage): Promise<void> {
    this.timeline.clear();
    this.#tables.clear();
    this.#unstored.clear();
    this.#storing = Promise.resolve();
    this.#storage = storage;
    await this.#replay(nothingApplied);
  }

  async #readLines(heads: Readonly<Record<string, { readonly seq: number }>>, limit: number) {
    const after = Object.fromEntries(Object.entries(heads).map(([feed, { seq }]) => [feed, seq]));
    const reply = await this.#desktop['notebook:lines']({ after, limit });
    if (!reply.ok) throw new Error('the notebook is closed');
    return reply.value;
  }

  /** Folds lines that have just been written. */
  async #follow(lines: readonly SignedLine[]): Promise<void> {
    const news = lines.filter((line) => line.p.seq > (this.#applied.heads[line.p.feed]?.seq ?? -1));
    if (news.length === 0) return;
    try {
      await this.#show(news);
    } catch {
      await this.#catchUp();
    }
    // A storage that fails behind is dropped; the journal has everything.
    this.#storing = this.#storing.catch(() => this.#rebuildLater());
  }

  #rebuildLater(): void {
    if (!this.#closed) void this.#enqueue(() => this.#rebuild());
  }

  /** After a gap or a failed write: what is missing is asked for, and if that does not fit, all of it. */
  async #catchUp(): Promise<void> {
    try {
      await this.#replay(this.#applied);
    } catch {
      await this.#rebuild();
    }
  }

  /** Folds lines, shows them, and writes what they changed to the storage; resolves when it is there. */
  async #fold(lines: readonly SignedLine[]): Promise<void> {
    await this.#show(lines);
    await this.#storing;
  }

  /**
   * Folds lines and shows them. The storage is written behind: it is only a shortcut for the next
   * opening, and the lines are on the disk already.
   */
  async #show(lines: readonly SignedLine[]): Promise<void> {
    if (lines.length === 0) return;
    const ready = readyLines(this.#applied, lines);
    const reader = await this.#readerOf(ready.entries);
    const { changes, applied } = foldReady(reader, this.#applied, ready);
    this.#applied = applied;
    for (const { collection, record } of changes)
      if (collection === 'entries') this.#unstored.set(record.id, record);
    const storage = this.#storage;
    this.#storing = this.#storing.then(async () => {
      await storage.write(changes, applied);
      for (const { record } of changes)
        if (this.#unstored.get(record.id) === record) this.#unstored.delete(record.id);
    });
    this.#tables.apply(changes);
    this.timeline.apply(entriesIn(changes));
    this.timeline.moveWithClocks(sourcesIn(changes));
  }

  /** What a fold reads: small collections lie in memory, entries only where there is something to read. */
  async #readerOf(entries: readonly string[]): Promise<RecordReader> {
    const known = new Map<string, EntryRecord>();
    const stored: string[] = [];
    for (const id of entries) {
      const unstored = this.#unstored.get(id);
      if (unstored !== undefined) known.set(id, unstored);
      else if (this.timeline.has(id)) stored.push(id);
    }
    if (stored.length > 0)
      for (const entry of await this.#storage.readEntries(stored)) known.set(entry.id, entry);
    const tables = this.#tables;
    return {
      get: <C extends Collection>(collection: C, id: string) =>
        (collection === 'entries' ? known.get(id) : tables.get(collection, id)) as
          Records[C] | undefined,
    };
  }
}

function countOf(applied: Applied): number {
  return Object.values(applied.heads).reduce((sum, { seq }) => sum + seq + 1, 0);
}

function entriesIn(changes: readonly RecordChange[]): readonly EntryRecord[] {
  return changes.flatMap((change) => (change.collection === 'entries' ? [change.record] : []));
}

function sourcesIn(changes: readonly RecordChange[]): ReadonlySet<string> {
  const sources = changes.filter(({ collection }) => collection === 'sources');
  return new Set(sources.map(({ record }) => record.id));
}

async function readChanges(
  storage: RecordStorage,
  collection: SmallCollection,
): Promise<readonly RecordChange[]> {
  const records = await storage.readAll(collection);
  return records.map((record) => ({ collection, record }) as RecordChange);
}
