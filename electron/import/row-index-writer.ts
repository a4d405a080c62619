import path from 'node:path';
import { foldText } from '#shared/domain/text-search.ts';
import type { LogRow } from '#shared/import/log-row.ts';
import { GrowingColumn, GrowingFile } from './growing-file.ts';
import type { RowPlace, RowSink } from './read-log.ts';
import { detached } from './reading-result.ts';
import {
  type ColumnName,
  foldedFile,
  mostListed,
  notListed,
  type RowIndexMeta,
  separatorByte,
  textsFile,
} from './row-files.ts';

/** Names that come again and again, by number. */
class NameList {
  readonly names: string[] = [];
  readonly #known = new Map<string, { readonly code: number; readonly folded: string }>();

  find(name: string): { readonly code: number; readonly folded: string } {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const folded = foldText(name);
    if (this.names.length >= mostListed) return { code: notListed, folded };
    const kept = detached(name);
    const added = { code: this.names.length, folded: detached(folded) };
    this.names.push(kept);
    this.#known.set(kept, added);
    return added;
  }
}

/** The order of time is known only at the end. */
type StreamedColumn = Exclude<ColumnName, 'order' | 'orderTime'>;

/** Writes the rows of one source into an empty folder, as they come. */
export class RowIndexWriter implements RowSink {
  readonly #hosts = new NameList();
  readonly #kinds = new NameList();
  readonly #texts: GrowingFile;
  readonly #folded: GrowingFile;
  readonly #columns: Readonly<Record<StreamedColumn, GrowingColumn>>;

  constructor(folder: string) {
    const column = (name: StreamedColumn) => new GrowingColumn(folder, name);
    this.#texts = new GrowingFile(path.join(folder, textsFile));
    this.#folded = new GrowingFile(path.join(folder, foldedFile));
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
    to.timeBytes.push(this.#texts.text(timeText));
    const textBytes = this.#texts.text(text);
    to.textBytes.push(textBytes);
    this.#addUnlisted(knownHost.code, host);
    this.#addUnlisted(knownKind.code, kind);
    to.foldedAt.push(this.#folded.bytes);
    // As many bytes as units: all of it is ASCII, and folding is lower case.
    const folded = textBytes === text.length ? text.toLowerCase() : foldText(text);
    this.#folded.text(`${folded}\n${knownHost.folded}\n${knownKind.folded}`);
    this.#folded.byte(separatorByte);
  }

  close(): Pick<RowIndexMeta, 'hosts' | 'kinds' | 'textsBytes' | 'foldedBytes'> {
    for (const file of this.#files()) file.close();
    return {
      hosts: this.#hosts.names,
      kinds: this.#kinds.names,
      textsBytes: this.#texts.bytes,
      foldedBytes: this.#folded.bytes,
    };
  }

  abandon(): void {
    for (const file of this.#files()) file.abandon();
  }

  #addUnlisted(code: number, name: string): void {
    if (code !== notListed) return;
    this.#texts.text(name);
    this.#texts.byte(separatorByte);
  }

  #files(): readonly (GrowingFile | GrowingColumn)[] {
    return [this.#texts, this.#folded, ...Object.values(this.#columns)];
  }
}
