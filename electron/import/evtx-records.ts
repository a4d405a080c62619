import type { LogRecord } from '#shared/import/log-reader.ts';
import { BinaryXml, BrokenBinaryXml } from './evtx-binary-xml.ts';

/** Bytes that can be read at any place. */
export type EvtxSource = {
  readonly size: number;
  /** Fills the buffer from a position as far as the file goes; tells how many bytes it got. */
  read(into: Buffer, position: number): Promise<number>;
};

/** One record of an event log, for the reader of events as XML, or a place where none could be read. */
export type EvtxPart =
  | {
      readonly kind: 'record';
      readonly record: Extract<LogRecord, { shape: 'xml' }>;
      /** The number that Windows gave it; Event Viewer calls it EventRecordID. */
      readonly number: number;
      readonly offset: number;
      readonly length: number;
    }
  | { readonly kind: 'broken'; readonly offset: number; readonly length: number };

const fileMagic = Buffer.from('ElfFile\0', 'latin1');
const chunkMagic = Buffer.from('ElfChnk\0', 'latin1');
const recordMagic = Buffer.from('**\0\0', 'latin1');
const chunkBytes = 65_536;
const usualHeaderBytes = 4_096;
const firstRecord = 512;
const recordHeaderBytes = 24;
/** Header, the size again at the end, and at least a token. */
const smallestRecord = recordHeaderBytes + 8;

/** True for the beginning of a Windows event log (.evtx). */
export function isEvtx(head: Buffer): boolean {
  return head.subarray(0, fileMagic.length).equals(fileMagic);
}

type RecordPlace = {
  readonly at: number;
  readonly size: number;
  readonly number: number;
  /** Its size stands at both ends: it was written to the end, and nothing has been written over it. */
  readonly isWhole: boolean;
};

function recordAt(chunk: Buffer, at: number): RecordPlace | undefined {
  if (at + smallestRecord > chunk.length) return undefined;
  if (!chunk.subarray(at, at + 4).equals(recordMagic)) return undefined;
  const size = chunk.readUInt32LE(at + 4);
  if (size < smallestRecord || at + size > chunk.length) return undefined;
  const isWhole = chunk.readUInt32LE(at + size - 4) === size;
  return { at, size, number: Number(chunk.readBigUInt64LE(at + 8)), isWhole };
}

function nextWhole(chunk: Buffer, from: number): number {
  for (
    let at = chunk.indexOf(recordMagic, from);
    at !== -1;
    at = chunk.indexOf(recordMagic, at + 1)
  )
    if (recordAt(chunk, at)?.isWhole === true) return at;
  return chunk.length;
}

/** Bytes in which no record begins. */
type Gap = { readonly at: number; readonly size: number; readonly number: undefined };

/**
 * The records of a chunk in their order.
 *
 * The chunk says where its records end. After a power cut that is out of date: what goes on behind with the next
 * number is still a record, while what lies there from an earlier use of the chunk is not.
 */
function* placesOf(chunk: Buffer): Generator<RecordPlace | Gap> {
  const told = chunk.readUInt32LE(48);
  const end = told >= firstRecord && told <= chunk.length ? told : chunk.length;
  let at = firstRecord;
  let last = Number.NaN;
  for (;;) {
    const place = recordAt(chunk, at);
    if (place?.isWhole === true && (at < end || place.number === last + 1)) {
      yield place;
      last = place.number;
      at += place.size;
      continue;
    }
    if (at >= end) return;
    const next = Math.min(nextWhole(chunk, at + 1), end);
    // It may have lost no more than its end.
    if (place !== undefined) yield place;
    else if (chunk.subarray(at, next).some((byte) => byte !== 0))
      yield { at, size: next - at, number: undefined };
    at = next;
  }
}

function* partsOf(chunk: Buffer, base: number): Generator<EvtxPart> {
  const xml = new BinaryXml(chunk);
  for (const place of placesOf(chunk)) {
    const { at, size, number } = place;
    const where = { offset: base + at, length: size };
    const text = number === undefined ? undefined : render(xml, place);
    if (text === undefined || number === undefined) yield { kind: 'broken', ...where };
    else yield { kind: 'record', record: { shape: 'xml', text }, number, ...where };
  }
}

function render(xml: BinaryXml, { at, size, number, isWhole }: RecordPlace): string | undefined {
  try {
    const text = xml.render(at + recordHeaderBytes, at + size - 4);
    if (!text.startsWith('<')) return undefined;
    // What has lost its end may have been written over: then its parts speak of different events.
    return isWhole || text.includes(`<EventRecordID>${number}</`) ? text : undefined;
  } catch (error) {
    // A RangeError is Node's word for bytes that are not there.
    if (error instanceof BrokenBinaryXml || error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Where the chunks begin; a header that was never written counts as the usual one. */
function headerBytes(head: Buffer): number {
  const told = head.length >= 42 ? head.readUInt16LE(40) : 0;
  return told >= 128 && told % 512 === 0 ? told : usualHeaderBytes;
}

/**
 * The records of a Windows event log, chunk by chunk: memory does not grow with the file.
 *
 * Every chunk that is there is read, whatever the file's header counts, so that a log copied from a running
 * machine is whole, and one broken chunk or record costs no other. A chunk that is cut off at the end of the
 * file gives the records that it still has.
 */
export async function* readEvtx(
  source: EvtxSource,
  signal?: AbortSignal,
): AsyncGenerator<EvtxPart> {
  const head = Buffer.alloc(usualHeaderBytes);
  const filled = await source.read(head, 0);
  for (let base = headerBytes(head.subarray(0, filled)); base < source.size; base += chunkBytes) {
    signal?.throwIfAborted();
    const buffer = Buffer.alloc(chunkBytes);
    const chunk = buffer.subarray(0, await source.read(buffer, base));
    if (chunk.length === 0) return;
    if (chunk.length > firstRecord && chunk.subarray(0, 8).equals(chunkMagic))
      yield* partsOf(chunk, base);
    // Windows makes room for chunks before it fills them.
    else if (chunk.some((byte) => byte !== 0))
      yield { kind: 'broken', offset: base, length: chunk.length };
  }
}
