import { parseLine, type SignedLine } from '#shared/journal/envelope.ts';
import { readRawLines } from './line-reader.ts';

/** A page is given out at this size even when it has fewer lines than were asked for. */
const pageBytes = 8_388_608;

export type FeedPage = { readonly lines: readonly SignedLine[]; readonly end: boolean };

type Place = { readonly seq: number; readonly offset: number };

/**
 * Where the accepted lines of one feed begin in its file, in the order of their numbers: any page of
 * them can be read again without keeping their text in memory.
 */
export class FeedIndex {
  readonly #file: string;
  readonly #seqs: number[] = [];
  readonly #offsets: number[] = [];
  #end = 0;

  constructor(file: string) {
    this.#file = file;
  }

  get count(): number {
    return this.#seqs.length;
  }

  /** Highest sequence number that can be given out. */
  get lastSeq(): number | undefined {
    return this.#seqs.at(-1);
  }

  /** Notes a line that may be given out; `end` is where the next one begins. */
  add({ seq, offset }: Place, end: number): void {
    this.#end = Math.max(this.#end, end);
    // Lines stand in order unless a file was tampered with: the loop ends at once.
    let at = this.#seqs.length;
    while (at > 0 && (this.#seqs[at - 1] ?? 0) > seq) at -= 1;
    if (at === this.#seqs.length) {
      this.#seqs.push(seq);
      this.#offsets.push(offset);
    } else {
      this.#seqs.splice(at, 0, seq);
      this.#offsets.splice(at, 0, offset);
    }
  }

  /** Forgets lines from a sequence number on: a fork makes them all doubtful. */
  forgetFrom(seq: number): void {
    const kept = this.#firstAfter(seq - 1);
    this.#seqs.length = kept;
    this.#offsets.length = kept;
  }

  /** Up to `limit` lines with a higher sequence number than `after`, in the order of their numbers. */
  async readAfter(after: number, limit: number): Promise<FeedPage> {
    const lines: SignedLine[] = [];
    let bytes = 0;
    let next = this.#firstAfter(after);
    let offset = this.#offsets[next];
    while (offset !== undefined) {
      const startedAt = next;
      for await (const block of readRawLines(this.#file, { from: offset, to: this.#end })) {
        for (const raw of block) {
          if (raw.offset !== offset) continue;
          if (lines.length >= limit || bytes >= pageBytes) return { lines, end: false };
          const parsed = raw.text === undefined ? undefined : parseLine(raw.text);
          if (parsed?.ok === true) lines.push({ ...parsed.value, hash: raw.hash });
          bytes += raw.bytes;
          next += 1;
          offset = this.#offsets[next];
        }
        // Behind us (a line that was moved): the next round begins there.
        if (offset === undefined || offset < (block.at(-1)?.offset ?? 0)) break;
      }
      // The file ends before the place: it was cut under our hands. What is gone cannot be given.
      if (next === startedAt) break;
    }
    return { lines, end: true };
  }

  #firstAfter(seq: number): number {
    let low = 0;
    let high = this.#seqs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#seqs[middle] ?? 0) <= seq) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
