import type { ItemSetting } from '#shared/domain/checklist.ts';
import type { AppendError, Appended, OpenedNotebook } from '#shared/ipc/contract.ts';
import { ipcEventContract } from '#shared/ipc/contract.ts';
import { currentValue } from '#shared/journal/causality.ts';
import type { SignedLine } from '#shared/journal/envelope.ts';
import { readLinePage } from '#shared/journal/line-page.ts';
import { compareLines, emptyState, type NotebookState } from '#shared/journal/fold.ts';
import type { Operation } from '#shared/journal/operation.ts';
import {
  type Collection,
  type EntryRecord,
  type RecordChange,
  type RecordReader,
  type Records,
} from '#shared/journal/records.ts';
import type { Result } from '#shared/lib/result.ts';
import type { Desktop } from './desktop-bridge.ts';
import { deleteDexieStorage, openDexieStorage } from './dexie-storage.ts';
import {
  fitsJournal,
  foldReady,
  type LineSource,
  nothingApplied,
  OutOfOrder,
  readyLines,
} from './fold-lines.ts';
import { createMemoryStorage } from './memory-storage.ts';
import type { Applied, AppliedHead, RecordStorage } from './record-storage.ts';
import { RecordTables, type SmallCollection, smallCollections } from './record-tables.ts';
import { TimelineIndex } from './timeline-index.ts';
import { UndoHistory, type WritingMode } from './undo-history.ts';

const linesOfAPage = 2000;
/** Folded and stored together; storing them behind an open window must not make it stand still. */
const linesAtOnce = 500;
/** Entries that may wait for a slow database before the reading waits for it too. */
const mostUnstored = 200_000;
/** A database that was made anew and fails again is done without. */
const mostRebuilds = 2;

/** What a fold of some lines came to. */
type Folded = { readonly changes: readonly RecordChange[]; readonly applied: Applied };

type JournalPage = { readonly lines: readonly SignedLine[]; readonly end: boolean };

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
  #rebuilds = 0;
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
    session.#watchStoring();
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
      const unstored = [...this.#unstored];
      for (const entry of await this.#storage.readAll('entries'))
        state.entries.set(entry.id, entry);
      for (const [id, entry] of unstored) state.entries.set(id, entry);
      for (const collection of smallCollections)
        for (const record of this.#tables.list(collection))
          (state[collection] as Map<string, typeof record>).set(record.id, record);
    });
    return state;
  }

  close(): void {
    this.#closed = true;
    this.#stopListening();
    const storage = this.#storage;
    // What is being written is finished first; what waits behind it the next opening reads again.
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
    const small = await Promise.all(
      smallCollections.map((collection) => readChanges(this.#storage, collection)),
    );
    for (const changes of small) this.#tables.apply(changes);
    let entries = 0;
    for await (const part of this.#storage.entryParts()) {
      this.timeline.apply(part);
      entries += part.length;
    }
    if (entries !== applied.entries) throw new OutOfOrder('entries are missing');
  }

  /** Reads what the journal has beyond the applied heads and folds it, chunk by chunk. */
  async #replay(from: Applied, order?: 'sorted'): Promise<void> {
    this.#applied = from;
    const total = Math.max(this.opened.lines, 1);
    // Lines come feed by feed. One feed is in the order of the fold as it stands, several are not.
    const backlog: Folded[] = [];
    if (order === 'sorted' || this.#feedsBehind(from) > 1)
      await this.#foldAll(await this.#readRest(), backlog, total);
    else for await (const { lines } of this.#pages()) await this.#foldAll(lines, backlog, total);
    void this.#store(backlog);
  }

  #feedsBehind(applied: Applied): number {
    return Object.entries(this.opened.heads).filter(
      ([feed, [seq]]) => seq > (applied.heads[feed]?.seq ?? -1),
    ).length;
  }

  async #readRest(): Promise<SignedLine[]> {
    const rest: SignedLine[] = [];
    for await (const { lines } of this.#pages()) for (const line of lines) rest.push(line);
    return rest.toSorted(compareLines);
  }

  /** What the journal has beyond the applied heads; a page comes while the one before it is folded. */
  async *#pages(): AsyncGenerator<JournalPage, void> {
    const after: Record<string, number> = {};
    for (const [feed, { seq }] of Object.entries(this.#applied.heads)) after[feed] = seq;
    let page = await this.#readPage(after);
    for (;;) {
      for (const { p } of page.lines) after[p.feed] = p.seq;
      if (page.end) return yield page;
      const coming = this.#readPage(after);
      // Met below, unless whoever folds has given up.
      coming.catch(() => {});
      yield page;
      page = await coming;
    }
  }

  /** Folds lines; what they changed is stored later, unless the storage has not shown yet that it works. */
  async #foldAll(lines: readonly SignedLine[], backlog: Folded[], total: number): Promise<void> {
    for (let at = 0; at < lines.length; at += linesAtOnce) {
      const isFirst = this.#applied.last === null;
      backlog.push(await this.#show(lines.slice(at, at + linesAtOnce), 'journal'));
      if (isFirst || this.#unstored.size > mostUnstored) await this.#store(backlog.splice(0));
      this.#tellProgress(total);
    }
  }

  #tellProgress(total: number): void {
    const done = countOf(this.#applied);
    if (done < total) this.#onProgress({ done, total });
  }

  /** Drops what was derived and folds the whole journal again. */
  async #rebuild(): Promise<void> {
    try {
      this.#storage.close();
      this.#rebuilds += 1;
      if (this.#rebuilds > mostRebuilds) throw new Error('the database fails again and again');
      await deleteDexieStorage(this.opened.notebook);
      await this.#startOver(await this.#openStorage(this.opened.notebook));
    } catch {
      // No database, a full one, or lines that stand in no order: the notebook opens all the same.
      await this.#startOver(createMemoryStorage(), 'sorted');
    }
  }

  async #startOver(storage: RecordStorage, order?: 'sorted'): Promise<void> {
    this.timeline.clear();
    this.#tables.clear();
    this.#unstored.clear();
    this.#storing = Promise.resolve();
    this.#storage = storage;
    await this.#replay(nothingApplied, order);
  }

  async #readPage(after: Readonly<Record<string, number>>): Promise<JournalPage> {
    const reply = await this.#desktop['notebook:lines']({ after, limit: linesOfAPage });
    if (!reply.ok) throw new Error('the notebook is closed');
    return { lines: readLinePage(reply.value.lines), end: reply.value.end };
  }

  /** Folds lines that have just been written. */
  async #follow(lines: readonly SignedLine[]): Promise<void> {
    const news = lines.filter((line) => line.p.seq > (this.#applied.heads[line.p.feed]?.seq ?? -1));
    if (news.length === 0) return;
    try {
      void this.#store([await this.#show(news, 'news')]);
    } catch {
      await this.#catchUp();
    }
    this.#watchStoring();
  }

  /** A storage that fails behind is dropped; the journal has everything. */
  #watchStoring(): void {
    this.#storing = this.#storing.catch(() => {
      if (this.#closed) return;
      void this.#enqueue(() => this.#rebuild()).then(() => this.#watchStoring());
    });
  }

  /** After a gap or a failed write: what is missing is asked for, and if that does not fit, all of it. */
  async #catchUp(): Promise<void> {
    try {
      await this.#replay(this.#applied);
    } catch {
      await this.#rebuild();
    }
  }

  /** Folds lines and shows them; what they changed is still to be stored. */
  async #show(lines: readonly SignedLine[], source: LineSource): Promise<Folded> {
    const ready = readyLines(this.#applied, lines, source);
    const reader = await this.#readerOf(ready.entries);
    const folded = foldReady(reader, this.#applied, ready);
    this.#applied = folded.applied;
    for (const { collection, record } of folded.changes)
      if (collection === 'entries') this.#unstored.set(record.id, record);
    this.timeline.apply(entriesIn(folded.changes));
    this.#tables.apply(folded.changes);
    this.timeline.moveWithClocks(sourcesIn(folded.changes));
    return folded;
  }

  /**
   * Writes to the storage behind what is shown: it is only a shortcut for the next opening, and the
   * lines are on the disk already. Resolves when all of it is there.
   */
  #store(backlog: readonly Folded[]): Promise<void> {
    const storage = this.#storage;
    for (const { changes, applied } of backlog)
      this.#storing = this.#storing.then(async () => {
        if (this.#closed) return;
        await storage.write(changes, applied);
        for (const { record } of changes)
          if (this.#unstored.get(record.id) === record) this.#unstored.delete(record.id);
      });
    return this.#storing;
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
