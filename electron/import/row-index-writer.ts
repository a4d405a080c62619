import path from 'node:path';
import { foldText } from '#shared/domain/text-search.ts';
import { type LogRow, type SkipReason, skipReasons } from '#shared/import/log-row.ts';
import { GrowingColumn, GrowingFile, growColumn } from './growing-file.ts';
import type { RowPlace, RowSink } from './read-log.ts';
import { detached } from './reading-result.ts';
import {
  type ColumnName,
  foldedFile,
  mostListed,
  notListed,
  type RowIndexMeta,
  skippedFile,
  textsFile,
} from './row-files.ts';

/** A name with what search looks through for it, between line breaks, as UTF-8. */
type KnownName = { readonly code: number; readonly folded: Buffer };

/** Names that come again and again, by number. */
class NameList {
  readonly names: string[] = [];
  readonly #known = new Map<string, KnownName>();
  /** What follows a name in the folded text. */
  readonly #end: string;

  constructor(end: string) {
    this.#end = end;
  }

  find(name: string): KnownName {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const kept = detached(name);
    const folded = Buffer.from(`\n${foldText(kept)}${this.#end}`);
    if (this.names.length >= mostListed) return { code: notListed, folded };
    const added = { code: this.names.length, folded };
    this.names.push(kept);
    this.#known.set(kept, added);
    return added;
  }
}

/** The order of time is known only at the end. */
type StreamedColumn = Exclude<ColumnName, 'order' | 'orderTime'>;

/** Writes the rows of one source into an empty folder, as they come. */
export class RowIndexWriter implements RowSink {
  readonly #hosts = new NameList('');
  readonly #kinds = new NameList('\n');
  readonly #texts: GrowingFile;
  readonly #folded: GrowingFile;
  readonly #columns: Readonly<Record<StreamedColumn, GrowingColumn>>;
  readonly #skipped: GrowingColumn;

  constructor(folder: string) {
    const column = (name: StreamedColumn) => growColumn(folder, name);
    this.#texts = new GrowingFile(path.join(folder, textsFile));
    this.#folded = new GrowingFile(path.join(folder, foldedFile));
    this.#skipped = new GrowingColumn(path.join(folder, skippedFile), 4);
    this.#columns = {
      time: column('time'),
      offset: column('offset'),
      length: column('length'),
      line: column('line'),
      host: column('host'),
      kind: column('kind'),
      textAt: column('textAt'),
      timeBytes: column('timeBytes'),
      textBytes: column('textBytes'),
      foldedAt: column('foldedAt'),
    };
  }

  add({ time, timeText, host, kind, text }: LogRow, { offset, length, line }: RowPlace): void {
    const to = this.#columns;
    const knownHost = this.#hosts.find(host);
    const knownKind = this.#kinds.find(kind);
    to.time.push(time ?? Number.NaN);
    to.offset.push(offset);
    to.length.push(length);
    to.line.push(line);
    to.host.push(knownHost.code);
    to.kind.push(knownKind.code);
    to.textAt.push(this.#texts.bytes);
    to.foldedAt.push(this.#folded.bytes);
    // Text by text, so that halves of characters at the ends of two never become one.
    to.timeBytes.push(this.#texts.text(timeText));
    const textBytes = this.#texts.text(text);
    to.textBytes.push(textBytes);
    if (knownHost.code === notListed || knownKind.code === notListed)
      this.#texts.text(JSON.stringify([host, kind]));
    // What is folded of ASCII is lower case.
    this.#folded.text(textBytes === text.length ? text.toLowerCase() : foldText(text));
    this.#folded.append(knownHost.folded);
    this.#folded.append(knownKind.folded);
  }

  skip(reason: SkipReason, line: number): void {
    this.#skipped.push(line);
    this.#skipped.push(skipReasons.indexOf(reason));
  }

  close(): Pick<RowIndexMeta, 'hosts' | 'kinds' | 'textsBytes' | 'foldedBytes'> {
    const textsBytes = this.#texts.bytes;
    const foldedBytes = this.#folded.bytes;
    for (const file of this.#files()) file.close();
    return { hosts: this.#hosts.names, kinds: this.#kinds.names, textsBytes, foldedBytes };
  }

  abandon(): void {
    for (const file of this.#files()) file.abandon();
  }

  #files(): readonly (GrowingFile | GrowingColumn)[] {
    return [this.#texts, this.#folded, this.#skipped, ...Object.values(this.#columns)];
  }
}
