import type { LineText } from '#shared/journal/line-page.ts';
import { readRawLines } from './line-reader.ts';

/** A page is given out at this size even when it has fewer lines than were asked for. */
const pageBytes = 8_388_608;

export type FeedPage = { readonly lines: readonly LineText[]; readonly end: boolean };

type Place = { readonly seq: number; readonly offset: number; readonly hash: string };

/**
 * Where the accepted lines of one feed begin in its file, in the order of their numbers: any page of
 * them can be read again without keeping their text in memory.
 */
export class FeedIndex {
  readonly #file: string;
  readonly #seqs: number[] = [];
  readonly #offsets: number[] = [];
  readonly #hashes: string[] = [];
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
  add({ seq, offset, hash }: Place, end: number): void {
    this.#end = Math.max(this.#end, end);
    // Lines stand in order unless a file was tampered with: the loop ends at once.
    let at = this.#seqs.length;
    while (at > 0 && (this.#seqs[at - 1] ?? 0) > seq) at -= 1;
    if (at === this.#seqs.length) {
      this.#seqs.push(seq);
      this.#offsets.push(offset);
      this.#hashes.push(hash);
    } else {
      this.#seqs.splice(at, 0, seq);
      this.#offsets.splice(at, 0, offset);
      this.#hashes.splice(at, 0, hash);
    }
  }

  /** Forgets lines from a sequence number on: a fork makes them all doubtful. */
  forgetFrom(seq: number): void {
    const kept = this.#firstAfter(seq - 1);
    this.#seqs.length = kept;
    this.#offsets.length = kept;
    this.#hashes.length = kept;
  }

  /**
   * Up to `limit` lines with a higher sequence number than `after`, in the order of their numbers. They
   * were checked when they were noted; one that is not the same any more is not given out.
   */
  async readAfter(after: number, limit: number): Promise<FeedPage> {
    const lines: LineText[] = [];
    let bytes = 0;
    let next = this.#firstAfter(after);
    let offset = this.#offsets[next];
    while (offset !== undefined) {
      const startedAt = next;
      const to = this.#endOfPage(next, offset, limit - lines.length);
      for await (const block of readRawLines(this.#file, { from: offset, to })) {
        for (const raw of block) {
          if (raw.offset !== offset) continue;
          if (lines.length >= limit || bytes >= pageBytes) return { lines, end: false };
          const { text, hash } = raw;
          if (text !== undefined && hash === this.#hashes[next]) lines.push({ text, hash });
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

  /** Where to stop reading for so many lines from a place on, as long as lines stand in order. */
  #endOfPage(next: number, offset: number, limit: number): number {
    const end = this.#offsets[next + limit];
    return end !== undefined && end > offset ? end : this.#end;
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
