import type { SkipReason } from '#shared/import/log-row.ts';

/** A record as it was cut out of a view: its cells, or all of it. Not decoded. */
export type RawRecord = string | readonly string[];

/** Takes what a cutter finds, in the order of the file. Positions are those of the text that was given. */
export type CutSink = {
  record(raw: RawRecord, start: number, end: number, line: number): void;
  /** Something that cannot be a record; `line` is where it begins. */
  broken(reason: SkipReason, line: number): void;
};

/**
 * Cuts a text that grows at its end into records.
 *
 * `cut` hands over all records that are whole and says where what is left begins; the caller comes again with
 * that rest and what follows it. What is cut does not depend on where the text was divided.
 */
export type Cutter = {
  cut(text: string, isEnd: boolean): number;
};

export type CutOptions = {
  readonly sink: CutSink;
  /** The longest record in units of the view; what is longer is broken, and its text is let go. */
  readonly limit?: number | undefined;
  /** A lone carriage return ends lines only where the file has no other line break. */
  readonly newline: '\n' | '\r';
};

export const longestRecord = 16 * 1_048_576;

/** Counts lines while positions only go forward. */
export class LineCounter {
  readonly #newline: string;
  #line = 1;
  #lineStart = 0;
  /** The first line break that is not counted yet; the text's length when there is none, -1 when not looked for. */
  #next = -1;

  constructor(newline: string) {
    this.#newline = newline;
  }

  /** Number of the line at a position; the first is 1. */
  lineAt(text: string, position: number): number {
    for (;;) {
      if (this.#next === -1) {
        const found = text.indexOf(this.#newline, Math.max(0, this.#lineStart));
        this.#next = found === -1 ? text.length : found;
      }
      if (this.#next >= position) return this.#line;
      this.#line += 1;
      this.#lineStart = this.#next + 1;
      this.#next = -1;
    }
  }

  /** How far a position is from the beginning of its line; asked after `lineAt`. */
  columnAt(position: number): number {
    return position - this.#lineStart;
  }

  /** The text before a position is let go: positions count from there. */
  forget(text: string, consumed: number): number {
    this.lineAt(text, consumed);
    this.#lineStart -= consumed;
    this.#next = -1;
    return consumed;
  }
}
