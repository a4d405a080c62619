import type { ReadingNote } from '#shared/import/log-reader.ts';
import type { LogRow, SkipReason } from '#shared/import/log-row.ts';

/** A record that became no row. */
export type SkippedRecord = { readonly line: number; readonly reason: SkipReason };

/** What became of every record of a file. */
export type ReadingResult = {
  readonly rows: number;
  /** Rows with a time, and rows whose time cannot be used. */
  readonly usable: number;
  readonly unusable: number;
  /** Microseconds since 1970 of the earliest and the latest row with a time. */
  readonly first: number | null;
  readonly last: number | null;
  /** Machines by name, with their rows; the first `mostHosts` that the file names. */
  readonly hosts: readonly { readonly host: string; readonly rows: number }[];
  /** Records that are part of the format: headers, comments, blank lines. */
  readonly frames: number;
  readonly skipped: number;
  readonly skippedFor: Readonly<Partial<Record<SkipReason, number>>>;
  /** The first of them; the row index has all. */
  readonly skippedRecords: readonly SkippedRecord[];
  /** Characters that the encoding does not know, shown as U+FFFD. */
  readonly replaced: number;
  /** Local times that happened twice or never when clocks were changed. */
  readonly doubtful: number;
  readonly notes: readonly ReadingNote[];
  /** Of a workbook: sheets with something on them that were not read. */
  readonly sheetsLeft: readonly string[];
};

const mostSkipsTold = 100;
const mostHosts = 65_535;

/** Counts what becomes of the records while a file is read. */
export class ReadingAccount {
  #rows = 0;
  #usable = 0;
  #first = Infinity;
  #last = -Infinity;
  #frames = 0;
  #skipped = 0;
  readonly #skippedFor: Partial<Record<SkipReason, number>> = {};
  readonly #skippedRecords: SkippedRecord[] = [];
  readonly #hosts = new Map<string, number>();

  row({ time, host }: LogRow): void {
    this.#rows += 1;
    if (time !== undefined) {
      this.#usable += 1;
      if (time < this.#first) this.#first = time;
      if (time > this.#last) this.#last = time;
    }
    if (host === '') return;
    const seen = this.#hosts.get(host);
    if (seen !== undefined) this.#hosts.set(host, seen + 1);
    else if (this.#hosts.size < mostHosts) this.#hosts.set(detached(host), 1);
  }

  frame(): void {
    this.#frames += 1;
  }

  skip(reason: SkipReason, line: number): void {
    this.#skipped += 1;
    this.#skippedFor[reason] = (this.#skippedFor[reason] ?? 0) + 1;
    if (this.#skippedRecords.length < mostSkipsTold) this.#skippedRecords.push({ line, reason });
  }

  result(
    rest: Pick<ReadingResult, 'replaced' | 'doubtful' | 'notes' | 'sheetsLeft'>,
  ): ReadingResult {
    return {
      rows: this.#rows,
      usable: this.#usable,
      unusable: this.#rows - this.#usable,
      first: this.#usable === 0 ? null : this.#first,
      last: this.#usable === 0 ? null : this.#last,
      hosts: [...this.#hosts]
        .map(([host, rows]) => ({ host, rows }))
        .toSorted((a, b) => (a.host < b.host ? -1 : 1)),
      frames: this.#frames,
      skipped: this.#skipped,
      skippedFor: this.#skippedFor,
      skippedRecords: this.#skippedRecords,
      ...rest,
    };
  }
}

/** A piece cut out of a block keeps the whole block in memory for as long as it is remembered. */
export function detached(piece: string): string {
  return Buffer.from(piece, 'utf16le').toString('utf16le');
}
