import type { EntryRecord } from '#shared/journal/records.ts';
import { compareRows, type TimelineRow, toTimelineRow } from './timeline-row.ts';

/** Above this many changes at once sorting again is cheaper than inserting one by one. */
const sortFrom = 64;

/** All rows of the timeline in order, kept in memory and changed one by one. */
export class TimelineIndex {
  readonly #byId = new Map<string, TimelineRow>();
  /** Ids by feed and sequence number of the line that added the entry. */
  readonly #byLine = new Map<string, string>();
  /** Entries of which nothing can be shown: only their withdrawal is known. */
  readonly #bare = new Set<string>();
  readonly #listeners = new Set<() => void>();
  #rows: readonly TimelineRow[] = [];
  #sorted = true;

  /** The rows in order; a new array after every change, the same one otherwise. */
  readonly rows = (): readonly TimelineRow[] => {
    if (!this.#sorted) {
      this.#rows = [...this.#byId.values()].toSorted(compareRows);
      this.#sorted = true;
    }
    return this.#rows;
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The entry that a line added; people know it by that number. */
  entryAt(feed: string | null, seq: number): TimelineRow | undefined {
    const id = this.#byLine.get(`${feed} ${seq}`);
    const row = id === undefined ? undefined : this.#byId.get(id);
    // Until the line that added it is known an entry stands under its first correction.
    return row?.order.feed === feed && row.order.seq === seq ? row : undefined;
  }

  /** True for every entry of which anything is known. */
  has(id: string): boolean {
    return this.#byId.has(id) || this.#bare.has(id);
  }

  row(id: string): TimelineRow | undefined {
    return this.#byId.get(id);
  }

  /** Takes over new writings of entries. */
  apply(entries: readonly EntryRecord[]): void {
    if (entries.length === 0) return;
    if (entries.length >= sortFrom) this.#sorted = false;
    for (const entry of entries) this.#put(entry);
    for (const listener of this.#listeners) listener();
  }

  clear(): void {
    this.#byId.clear();
    this.#byLine.clear();
    this.#bare.clear();
    this.#rows = [];
    this.#sorted = true;
  }

  #put(entry: EntryRecord): void {
    const before = this.#byId.get(entry.id);
    const row = toTimelineRow(entry);
    if (row === undefined) {
      this.#bare.add(entry.id);
      return;
    }
    this.#byId.set(row.id, row);
    this.#byLine.set(`${row.order.feed} ${row.order.seq}`, row.id);
    if (!this.#sorted) return;
    const rows = [...this.#rows];
    if (before !== undefined) {
      const at = placeOf(rows, before);
      if (compareRows(before, row) === 0) {
        rows[at] = row;
        this.#rows = rows;
        return;
      }
      rows.splice(at, 1);
    }
    rows.splice(placeOf(rows, row), 0, row);
    this.#rows = rows;
  }
}

/** Index of a row, or where it belongs. */
function placeOf(rows: readonly TimelineRow[], row: TimelineRow): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = rows[middle];
    if (other !== undefined && compareRows(other, row) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
