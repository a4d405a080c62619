import { type Cutter, type CutOptions, longestRecord } from './cutter.ts';

const quote = '"';
const quoteCode = 0x22;
const blankCode = 0x20;
/** Wider than any table of a tool; a line of nothing but delimiters must not fill the memory. */
const mostCells = 20_000;

/** Why a record cannot be cut now: more text is needed, its quotes are never closed, or it is too much. */
type Trouble = 'unfinished' | 'unclosed' | 'too-much';

/**
 * Cuts CSV (RFC 4180) at any one-character delimiter, as tolerant as programs that write it are careless: a quote
 * within a cell is text, and so is one within quotes that no delimiter or line break follows.
 *
 * A quote that is never closed breaks its record alone: reading goes on at the line after it.
 */
export function cutCells(
  { sink, newline, limit = longestRecord }: CutOptions,
  delimiter: string,
): Cutter {
  return new CellCutter(sink, newline, limit, delimiter);
}

class CellCutter implements Cutter {
  readonly #sink: CutOptions['sink'];
  readonly #newline: '\n' | '\r';
  readonly #limit: number;
  readonly #delimiter: string;
  #line = 1;
  #isDropping = false;
  #cells: string[] = [];
  /** Behind it a broken record may be over. */
  #troubleAt = 0;
  #nextDelimiter = -1;
  /** Between these nothing closes a quote: looked through once, not again for every quote there. */
  #openFrom = 0;
  #openTo = 0;

  constructor(sink: CutOptions['sink'], newline: '\n' | '\r', limit: number, delimiter: string) {
    this.#sink = sink;
    this.#newline = newline;
    this.#limit = limit;
    this.#delimiter = delimiter;
  }

  cut(text: string, isEnd: boolean): number {
    this.#nextDelimiter = -1;
    const consumed = this.#cut(text, isEnd);
    this.#openFrom = Math.max(0, this.#openFrom - consumed);
    this.#openTo = Math.max(0, this.#openTo - consumed);
    return consumed;
  }

  #cut(text: string, isEnd: boolean): number {
    let at = 0;
    let nextQuote = text.indexOf(quote);
    if (this.#isDropping) {
      const end = text.indexOf(this.#newline);
      if (end === -1) return text.length;
      this.#isDropping = false;
      this.#line += 1;
      at = end + 1;
    }
    while (at < text.length) {
      const found = text.indexOf(this.#newline, at);
      const lineEnd = found === -1 ? text.length : found;
      if (nextQuote !== -1 && nextQuote < at) nextQuote = text.indexOf(quote, at);
      const isPlain = nextQuote === -1 || nextQuote >= lineEnd;
      const end = isPlain
        ? this.#plainRecord(text, at, found, isEnd)
        : this.#quotedRecord(text, at, lineEnd, isEnd);
      if (typeof end === 'number') {
        this.#sink.record(this.#cells, at, withoutReturn(text, at, end), this.#line);
        this.#line += 1;
        if (end > lineEnd) this.#countLines(text, lineEnd, end);
        at = end + 1;
        continue;
      }
      if (end === 'unfinished' && text.length - at <= this.#limit) return at;
      this.#sink.broken(end === 'unclosed' ? 'broken-quotes' : 'too-long', this.#line);
      const next = text.indexOf(this.#newline, this.#troubleAt);
      this.#countLines(text, at, next === -1 ? text.length : next + 1);
      this.#isDropping = next === -1;
      if (this.#isDropping) return text.length;
      at = next + 1;
    }
    return text.length;
  }

  /** A line without quotes: the usual one. */
  #plainRecord(text: string, at: number, found: number, isEnd: boolean): number | Trouble {
    const end = found === -1 ? text.length : found;
    this.#troubleAt = at;
    if (end - at > this.#limit) return 'too-much';
    if (found === -1 && !isEnd) return 'unfinished';
    this.#cells = this.#split(text, at, withoutReturn(text, at, end));
    return this.#cells.length > mostCells ? 'too-much' : end;
  }

  #split(text: string, start: number, end: number): string[] {
    const cells: string[] = [];
    for (let at = start; cells.length <= mostCells;) {
      if (this.#nextDelimiter < at) {
        const next = text.indexOf(this.#delimiter, at);
        this.#nextDelimiter = next === -1 ? text.length : next;
      }
      const cellEnd = Math.min(this.#nextDelimiter, end);
      cells.push(text.slice(at, cellEnd));
      if (cellEnd === end) break;
      at = cellEnd + 1;
    }
    return cells;
  }

  #quotedRecord(
    text: string,
    start: number,
    firstLineEnd: number,
    isEnd: boolean,
  ): number | Trouble {
    const cells: string[] = [];
    let at = start;
    let lineEnd = firstLineEnd;
    for (;;) {
      this.#troubleAt = at;
      if (cells.length >= mostCells) return 'too-much';
      let end: number;
      if (text.codePointAt(at) === quoteCode) {
        const close = this.#closingQuote(text, at + 1, isEnd);
        const known = typeof close === 'number' ? close : text.length;
        if (known - start > this.#limit) return 'unclosed';
        if (typeof close !== 'number') return close;
        cells.push(text.slice(at + 1, close).replaceAll('""', quote));
        end = afterBlanks(text, close + 1, this.#delimiter);
        if (end > lineEnd) {
          const next = text.indexOf(this.#newline, end);
          lineEnd = next === -1 ? text.length : next;
        }
      } else {
        if (this.#nextDelimiter < at) {
          const next = text.indexOf(this.#delimiter, at);
          this.#nextDelimiter = next === -1 ? text.length : next;
        }
        end = Math.min(this.#nextDelimiter, lineEnd);
        cells.push(text.slice(at, end === lineEnd ? withoutReturn(text, at, end) : end));
      }
      if (end < text.length && text[end] === this.#delimiter) {
        at = end + 1;
        continue;
      }
      if (lineEnd === text.length && !isEnd) return 'unfinished';
      if (lineEnd - start > this.#limit) return 'too-much';
      this.#cells = cells;
      return lineEnd;
    }
  }

  /**
   * The quote that ends a quoted cell whose text begins at `from`: the last of an odd number of quotes with a
   * delimiter, a line break or the end of the file behind it.
   *
   * A lone quote that looks like an opening one, lines further on, shows that the first was never closed.
   */
  #closingQuote(text: string, from: number, isEnd: boolean): number | Trouble {
    let at = from;
    let lineBreak = -2;
    for (;;) {
      let after = at;
      while (text.codePointAt(after) === quoteCode) after += 1;
      const end = afterBlanks(text, after, this.#delimiter);
      // More text may turn the quotes at its end into others.
      if (!isEnd && end >= text.length - 1) {
        this.#rememberOpen(from, at);
        return 'unfinished';
      }
      if ((after - at) % 2 === 1) {
        if (this.#isCellEnd(text, end)) {
          this.#rememberOpen(from, at);
          return after - 1;
        }
        const before = text[at - 1];
        if (lineBreak === -2) lineBreak = text.indexOf(this.#newline, from);
        const isOnLaterLine = lineBreak !== -1 && lineBreak < at;
        if (isOnLaterLine && (before === this.#delimiter || before === this.#newline)) {
          this.#rememberOpen(from, at);
          return 'unclosed';
        }
      }
      // Only quotes that follow the opening one are paired differently from one opening to the next.
      const isKnown = after >= this.#openFrom && after < this.#openTo;
      at = text.indexOf(quote, isKnown ? this.#openTo : after);
      if (at !== -1) continue;
      this.#rememberOpen(from, text.length);
      return isEnd ? 'unclosed' : 'unfinished';
    }
  }

  #rememberOpen(from: number, to: number): void {
    if (to <= this.#openTo && from >= this.#openFrom) return;
    this.#openFrom = from;
    this.#openTo = to;
  }

  #isCellEnd(text: string, at: number): boolean {
    if (at >= text.length || text[at] === this.#delimiter || text[at] === this.#newline)
      return true;
    return text[at] === '\r' && text[at + 1] === '\n';
  }

  #countLines(text: string, from: number, to: number): void {
    for (let at = text.indexOf(this.#newline, from); at !== -1 && at < to;) {
      this.#line += 1;
      at = text.indexOf(this.#newline, at + 1);
    }
  }
}

/** The end of a line without the carriage return before its line feed. */
function withoutReturn(text: string, start: number, end: number): number {
  return end > start && text.codePointAt(end - 1) === 0x0d ? end - 1 : end;
}

function afterBlanks(text: string, from: number, delimiter: string): number {
  let at = from;
  if (delimiter !== ' ') while (text.codePointAt(at) === blankCode) at += 1;
  return at;
}
