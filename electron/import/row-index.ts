import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { type LogRow, skipReasons } from '#shared/import/log-row.ts';
import { systemCode } from '../notebook/system-error.ts';
import { isEvtxFile, readEvtxRecord } from './evtx-log.ts';
import { parseJson } from './json-layout.ts';
import { findEncoding, ViewDecoder, ViewMaker } from './log-encoding.ts';
import { withLogFile } from './log-file.ts';
import { PagedFile } from './paged-file.ts';
import type { RowPlace } from './read-log.ts';
import type { SkippedRecord } from './reading-result.ts';
import {
  type ColumnName,
  columns,
  foldedFile,
  metaFile,
  metaSchema,
  notListed,
  type RowIndexMeta,
  skippedBytes,
  skippedFile,
  textsFile,
} from './row-files.ts';
import { searchRows } from './search-rows.ts';

/** A row as the index keeps it; `row` is its number in the order of the file, from 0. */
export type StoredRow = LogRow & RowPlace & { readonly row: number };

/** The rows of one source, on disk; nothing of them stays in memory but what was read last. */
export type RowIndex = {
  readonly meta: RowIndexMeta;
  readonly rows: number;
  row(number: number): StoredRow;
  /** Number of the row at a place in the order of time; rows without a time come last. */
  rowInOrder(place: number): number;
  /** Microseconds since 1970 at a place in the order of time; infinite without a time. */
  timeInOrder(place: number): number;
  /** Places in the order of time from `from` up to but not `to` (microseconds since 1970). */
  placesBetween(from: number, to: number): { readonly first: number; readonly end: number };
  /**
   * Numbers of the rows that hold every word, in the order of the file, a bunch at a time; the words are folded
   * (`searchWords`). Looks through text, host and kind.
   */
  search(
    words: readonly string[],
    options?: { readonly limit?: number; readonly signal?: AbortSignal | undefined },
  ): AsyncIterable<readonly number[]>;
  /** Records that became no row, in the order of the file, from a number on. */
  skipped(from: number, most: number): readonly SkippedRecord[];
  /** Tells of a row's number whether its host is wanted; the names are looked at once. */
  hostTest(isWanted: (host: string) => boolean): (number: number) => boolean;
  /** The place of every row in the order of time, by row number: four bytes a row, read at once. */
  placesOfRows(): Uint32Array;
  /** The first row of the record that begins on a line; undefined when there is none. */
  rowAtLine(line: number): number | undefined;
  /** The record of a row as its file has it, decoded and otherwise untouched; throws what the system says of the file. */
  originalText(number: number, evidenceFile: string): Promise<string>;
  close(): void;
};

/** Why there is nothing to open: the index has to be built (again). */
export type NoRowIndex = { readonly kind: 'missing' | 'outdated' | 'damaged' };

/** Opens the index in a folder if it is whole and was made from this. */
export function openRowIndex(folder: string, made: string): Result<RowIndex, NoRowIndex> {
  const text = readIfAny(path.join(folder, metaFile));
  if (text === undefined) return err({ kind: 'missing' });
  const json = parseJson(text);
  const meta = metaSchema.safeParse(json.isJson ? json.value : undefined);
  if (!meta.success || meta.data.made !== made) return err({ kind: 'outdated' });
  const opened: PagedFile[] = [];
  try {
    const files = openFiles(folder, opened);
    if (!isWhole(files, meta.data)) throw new Damage();
    return ok(new OpenRowIndex(files, meta.data));
  } catch (error) {
    for (const file of opened) file.close();
    if (error instanceof Damage || systemCode(error) === 'ENOENT') return err({ kind: 'damaged' });
    throw error;
  }
}

const unlistedNames = z.tuple([z.string(), z.string()]);

class Damage extends Error {}

type Files = {
  readonly columns: Readonly<Record<ColumnName, PagedFile>>;
  readonly texts: PagedFile;
  readonly folded: PagedFile;
  readonly skipped: PagedFile;
};

function openFiles(folder: string, opened: PagedFile[]): Files {
  const open = (name: string) => {
    const file = new PagedFile(path.join(folder, name));
    opened.push(file);
    return file;
  };
  return {
    columns: Object.fromEntries(
      Object.entries(columns).map(([name, { file }]) => [name, open(file)]),
      // The keys are those of the columns.
    ) as Files['columns'],
    texts: open(textsFile),
    folded: open(foldedFile),
    skipped: open(skippedFile),
  };
}

/** A power cut may have left less than was written: every file has to have its size. */
function isWhole(
  files: Files,
  { result: { rows, skipped }, textsBytes, foldedBytes }: RowIndexMeta,
): boolean {
  const names = Object.keys(columns) as ColumnName[];
  return (
    names.every((name) => files.columns[name].size === rows * columns[name].bytes) &&
    files.texts.size === textsBytes &&
    files.folded.size === foldedBytes &&
    files.skipped.size === skipped * skippedBytes
  );
}

class OpenRowIndex implements RowIndex {
  readonly meta: RowIndexMeta;
  readonly #files: Files;

  constructor(files: Files, meta: RowIndexMeta) {
    this.#files = files;
    this.meta = meta;
  }

  get rows(): number {
    return this.meta.result.rows;
  }

  row(number: number): StoredRow {
    if (number < 0 || number >= this.rows) throw new Error(`there is no row ${number}`);
    const { hosts, kinds, textsBytes } = this.meta;
    const time = this.#double('time', number);
    const textAt = this.#double('textAt', number);
    const timeBytes = this.#word('timeBytes', number);
    const textBytes = this.#word('textBytes', number);
    const end = number + 1 < this.rows ? this.#double('textAt', number + 1) : textsBytes;
    const texts = this.#files.texts.bytes(textAt, end - textAt);
    const listed = timeBytes + textBytes;
    const [unlistedHost, unlistedKind] = namesIn(texts.toString('utf8', listed));
    const hostCode = this.#word('host', number);
    const kindCode = this.#word('kind', number);
    return {
      row: number,
      time: Number.isNaN(time) ? undefined : time,
      timeText: texts.toString('utf8', 0, timeBytes),
      host: hostCode === notListed ? unlistedHost : (hosts[hostCode] ?? ''),
      kind: kindCode === notListed ? unlistedKind : (kinds[kindCode] ?? ''),
      text: texts.toString('utf8', timeBytes, listed),
      offset: this.#double('offset', number),
      length: this.#word('length', number),
      line: this.#word('line', number),
    };
  }

  rowInOrder(place: number): number {
    return this.#word('order', place);
  }

  timeInOrder(place: number): number {
    return this.#double('orderTime', place);
  }

  placesBetween(from: number, to: number): { readonly first: number; readonly end: number } {
    return { first: this.#firstPlace(from), end: this.#firstPlace(to) };
  }

  search(
    words: readonly string[],
    options: { readonly limit?: number; readonly signal?: AbortSignal | undefined } = {},
  ): AsyncIterable<readonly number[]> {
    const { folded, columns: numbers } = this.#files;
    return searchRows({ folded, foldedAt: numbers.foldedAt, rows: this.rows }, words, options);
  }

  skipped(from: number, most: number): readonly SkippedRecord[] {
    const bytes = this.#files.skipped.read(from * skippedBytes, most * skippedBytes);
    const records: SkippedRecord[] = [];
    for (let at = 0; at + skippedBytes <= bytes.length; at += skippedBytes) {
      const reason = skipReasons[bytes.readUInt32LE(at + 4)];
      if (reason !== undefined) records.push({ line: bytes.readUInt32LE(at), reason });
    }
    return records;
  }

  hostTest(isWanted: (host: string) => boolean): (number: number) => boolean {
    const wanted = new Set(this.meta.hosts.flatMap((host, code) => (isWanted(host) ? [code] : [])));
    const column = this.#files.columns.host;
    const codes = column.read(0, column.size);
    return (number) => {
      const code = codes.readUInt32LE(number * 4);
      return code === notListed ? isWanted(this.row(number).host) : wanted.has(code);
    };
  }

  placesOfRows(): Uint32Array {
    const order = this.#files.columns.order;
    const bytes = order.read(0, order.size);
    const places = new Uint32Array(this.rows);
    for (let place = 0; place < this.rows; place += 1)
      places[bytes.readUInt32LE(place * 4)] = place;
    return places;
  }

  rowAtLine(line: number): number | undefined {
    let low = 0;
    let high = this.rows;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (this.#word('line', middle) < line) low = middle + 1;
      else high = middle;
    }
    return low < this.rows && this.#word('line', low) === line ? low : undefined;
  }

  async originalText(number: number, evidenceFile: string): Promise<string> {
    const encoding = findEncoding(this.meta.encoding);
    if (encoding === undefined) throw new Error(`unknown encoding ${this.meta.encoding}`);
    const { offset, length } = this.row(number);
    return withLogFile(evidenceFile, this.meta.sheet, async (evidence) => {
      if (await isEvtxFile(evidence)) return readEvtxRecord(evidence, offset);
      const bytes = Buffer.alloc(length);
      const filled = await evidence.read(bytes, offset);
      const view = new ViewMaker(encoding).view(bytes.subarray(0, filled), true);
      return new ViewDecoder(encoding).decode(view);
    });
  }

  close(): void {
    const { texts, folded, skipped, columns: numbers } = this.#files;
    for (const file of [texts, folded, skipped, ...Object.values(numbers)]) file.close();
  }

  /** The first place whose time is not before this one. */
  #firstPlace(time: number): number {
    let low = 0;
    let high = this.rows;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (this.timeInOrder(middle) < time) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #double(name: ColumnName, at: number): number {
    return this.#files.columns[name].bytes(at * 8, 8).readDoubleLE(0);
  }

  #word(name: ColumnName, at: number): number {
    return this.#files.columns[name].bytes(at * 4, 4).readUInt32LE(0);
  }
}

/** Host and kind of a row for which a list had no room; of most rows there is nothing to read. */
function namesIn(json: string): readonly [string, string] {
  if (json === '') return ['', ''];
  const parsed = unlistedNames.safeParse(JSON.parse(json));
  return parsed.success ? parsed.data : ['', ''];
}

function readIfAny(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}
