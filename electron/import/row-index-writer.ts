import path from 'node:path';
import { foldText } from '#shared/domain/text-search.ts';
import type { LogRow } from '#shared/import/log-row.ts';
import { GrowingColumn, GrowingFile, growColumn } from './growing-file.ts';
import type { RowPlace, RowSink } from './read-log.ts';
import { detached } from './reading-result.ts';
import {
  type ColumnName,
  foldedFile,
  mostListed,
  notListed,
  type RowIndexMeta,
  textsFile,
} from './row-files.ts';

/** A name with what search looks through for it, between line breaks. */
type KnownName = { readonly code: number; readonly folded: string; readonly foldedBytes: number };

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
    const folded = `\n${wellFormed(foldText(kept))}${this.#end}`;
    const foldedBytes = Buffer.byteLength(folded);
    if (this.names.length >= mostListed) return { code: notListed, folded, foldedBytes };
    const added = { code: this.names.length, folded, foldedBytes };
    this.names.push(kept);
    this.#known.set(kept, added);
    return added;
  }
}

/** The order of time is known only at the end. */
type StreamedColumn = Exclude<ColumnName, 'order' | 'orderTime'>;

/** So many rows, or so much text, are written as one. */
const batchRows = 256;
const batchUnits = 65_536;
/** Text, host and kind. */
const foldedPieces = 3;

const anySurrogate = /[\ud800-\udfff]/;
const loneSurrogate = /\p{Surrogate}/gu;

/** Halves of characters, which UTF-8 cannot hold: two of them must not become one where texts meet. */
function wellFormed(text: string): string {
  return anySurrogate.test(text) ? text.replaceAll(loneSurrogate, '\ufffd') : text;
}

/** Writes the rows of one source into an empty folder, as they come. */
export class RowIndexWriter implements RowSink {
  readonly #hosts = new NameList('');
  readonly #kinds = new NameList('\n');
  readonly #texts: GrowingFile;
  readonly #folded: GrowingFile;
  readonly #columns: Readonly<Record<StreamedColumn, GrowingColumn>>;
  /** What is to be written next, and how many bytes that will be. */
  #waitingTexts: string[] = [];
  #waitingFolded: string[] = [];
  #waitingUnits = 0;
  #textsBytes = 0;
  #foldedBytes = 0;

  constructor(folder: string) {
    const column = (name: StreamedColumn) => growColumn(folder, name);
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
    to.textAt.push(this.#textsBytes);
    to.foldedAt.push(this.#foldedBytes);
    to.timeBytes.push(this.#addText(timeText));
    const textBytes = this.#addText(text);
    to.textBytes.push(textBytes);
    if (knownHost.code === notListed || knownKind.code === notListed)
      this.#addText(JSON.stringify([host, kind]));
    this.#addFolded(text, textBytes === text.length, knownHost, knownKind);
    this.#waitingUnits += timeText.length + text.length;
    const isFull = this.#waitingFolded.length >= batchRows * foldedPieces;
    if (isFull || this.#waitingUnits >= batchUnits) this.#writeWaiting();
  }

  close(): Pick<RowIndexMeta, 'hosts' | 'kinds' | 'textsBytes' | 'foldedBytes'> {
    this.#writeWaiting();
    for (const file of this.#files()) file.close();
    return {
      hosts: this.#hosts.names,
      kinds: this.#kinds.names,
      textsBytes: this.#textsBytes,
      foldedBytes: this.#foldedBytes,
    };
  }

  abandon(): void {
    for (const file of this.#files()) file.abandon();
  }

  #addText(text: string): number {
    // Half a character takes the three bytes of what stands for it.
    const bytes = Buffer.byteLength(text);
    this.#waitingTexts.push(bytes === text.length ? text : wellFormed(text));
    this.#textsBytes += bytes;
    return bytes;
  }

  #addFolded(text: string, isAscii: boolean, host: KnownName, kind: KnownName): void {
    // What is folded of ASCII is lower case.
    const folded = isAscii ? text.toLowerCase() : wellFormed(foldText(text));
    this.#waitingFolded.push(folded, host.folded, kind.folded);
    const bytes = isAscii ? folded.length : Buffer.byteLength(folded);
    this.#foldedBytes += bytes + host.foldedBytes + kind.foldedBytes;
  }

  #writeWaiting(): void {
    this.#texts.text(this.#waitingTexts.join(''));
    this.#folded.text(this.#waitingFolded.join(''));
    if (this.#texts.bytes !== this.#textsBytes || this.#folded.bytes !== this.#foldedBytes)
      throw new Error('texts take more or fewer bytes than was counted');
    this.#waitingTexts = [];
    this.#waitingFolded = [];
    this.#waitingUnits = 0;
  }

  #files(): readonly (GrowingFile | GrowingColumn)[] {
    return [this.#texts, this.#folded, ...Object.values(this.#columns)];
  }
}
