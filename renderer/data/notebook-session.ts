import type { AppendError, Appended, OpenedNotebook } from '#shared/ipc/contract.ts';
import { ipcEventContract } from '#shared/ipc/contract.ts';
import type { SignedLine } from '#shared/journal/envelope.ts';
import { compareLines, emptyState, type NotebookState } from '#shared/journal/fold.ts';
import type { Operation } from '#shared/journal/operation.ts';
import {
  type Collection,
  collections,
  type EntryRecord,
  type RecordChange,
  type Records,
} from '#shared/journal/records.ts';
import type { Result } from '#shared/lib/result.ts';
import type { Desktop } from './desktop-bridge.ts';
import { deleteDexieStorage, openDexieStorage } from './dexie-storage.ts';
import { fitsJournal, foldLines, nothingApplied, OutOfOrder } from './fold-lines.ts';
import { createMemoryStorage } from './memory-storage.ts';
import type { Applied, AppliedHead, RecordStorage } from './record-storage.ts';
import { RecordTables, type SmallCollection, smallCollections } from './record-tables.ts';
import { TimelineIndex } from './timeline-index.ts';

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
  readonly timeline = new TimelineIndex();
  readonly #desktop: Desktop;
  readonly #openStorage: (notebook: string) => Promise<RecordStorage>;
  readonly #onProgress: (progress: ReplayProgress) => void;
  readonly #tables = new RecordTables();
  #storage: RecordStorage = createMemoryStorage();
  #applied: Applied = nothingApplied;
  /** Everything that touches the storage runs one after the other. */
  #queue: Promise<void> = Promise.resolve();
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
  append(operation: Operation): Promise<Result<Appended, AppendError>> {
    return this.#desktop['notebook:append']({ operation });
  }

  read<C extends Collection>(collection: C, id: string): Promise<Records[C] | undefined> {
    return this.#storage.read(collection, id);
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
      for (const collection of collections)
        for (const record of await this.#storage.readAll(collection))
          (state[collection] as Map<string, typeof record>).set(record.id, record);
    });
    return state;
  }

  close(): void {
    this.#closed = true;
    this.#stopListening();
    this.#storage.close();
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
    this.timeline.apply(entries);
    for (const collection of smallCollections)
      this.#tables.apply(await readChanges(this.#storage, collection));
  }

  /** Reads what the journal has beyond the applied heads and folds it, chunk by chunk. */
  async #replay(from: Applied): Promise<void> {
    this.#applied = from;
    let done = countOf(from);
    for (;;) {
      const { lines, end } = await this.#readLines(this.#applied.heads, linesAtOnce);
      await this.#fold(lines);
      done += lines.length;
      if (!end || lines.length >= linesAtOnce)
        this.#onProgress({ done, total: Math.max(this.opened.lines, done) });
      if (end) return;
    }
  }

  /** Drops what was derived and folds the whole journal in its order. */
  async #rebuild(): Promise<void> {
    this.timeline.clear();
    this.#tables.clear();
    const lines = await this.#readAllLines();
    try {
      this.#storage.close();
      await deleteDexieStorage(this.opened.notebook);
      this.#storage = await this.#openStorage(this.opened.notebook);
      await this.#foldAll(lines);
    } catch {
      // No database, or a full one: the notebook opens all the same.
      this.timeline.clear();
      this.#tables.clear();
      this.#storage = createMemoryStorage();
      await this.#foldAll(lines);
    }
  }

  async #readAllLines(): Promise<SignedLine[]> {
    const lines: SignedLine[] = [];
    const heads: Record<string, { seq: number }> = {};
    for (;;) {
      const chunk = await this.#readLines(heads, linesAtOnce);
      for (const line of chunk.lines) {
        lines.push(line);
        heads[line.p.feed] = { seq: line.p.seq };
      }
      if (chunk.end) return lines.sort(compareLines);
    }
  }

  async #foldAll(lines: readonly SignedLine[]): Promise<void> {
    this.#applied = nothingApplied;
    for (let done = 0; done < lines.length; done += linesAtOnce) {
      this.#onProgress({ done, total: lines.length });
      await this.#fold(lines.slice(done, done + linesAtOnce));
    }
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
      await this.#fold(news);
    } catch {
      await this.#catchUp();
    }
  }

  /** After a gap or a failed write: what is missing is asked for, and if that does not fit, all of it. */
  async #catchUp(): Promise<void> {
    try {
      await this.#replay(this.#applied);
    } catch {
      await this.#rebuild();
    }
  }

  async #fold(lines: readonly SignedLine[]): Promise<void> {
    if (lines.length === 0) return;
    const { changes, applied } = await foldLines(this.#storage, this.#applied, lines);
    this.#applied = applied;
    this.timeline.apply(lastEntries(changes));
    this.#tables.apply(changes);
  }
}

function countOf(applied: Applied): number {
  return Object.values(applied.heads).reduce((sum, { seq }) => sum + seq + 1, 0);
}

function lastEntries(changes: readonly RecordChange[]): readonly EntryRecord[] {
  const last = new Map<string, EntryRecord>();
  for (const change of changes)
    if (change.collection === 'entries') last.set(change.record.id, change.record);
  return [...last.values()];
}

async function readChanges<C extends SmallCollection>(
  storage: RecordStorage,
  collection: C,
): Promise<readonly RecordChange[]> {
  const records = await storage.readAll(collection);
  return records.map((record) => ({ collection, record }) as RecordChange);
}
