import type { FileLayout } from '#shared/import/log-reader.ts';
import { LineCounter, longestRecord, type Cutter, type CutOptions } from './cutter.ts';
import { containerEnd, isBlank, stringEnd, type ValueEnd } from './json-scan.ts';

export type JsonLayout = Extract<FileLayout, { shape: 'json' }>;

/** Where the cutter is: between values, among the elements of an array, among the members of an object. */
type Place = 'outside' | 'elements' | 'members';

/** A value that could not be cut: reading goes on where a line begins like the one it stood in. */
type Seeking = { readonly column: number; readonly opener: string };

/** A value further to the right stood in one line with others, and no later line is indented like it. */
const deepestIndent = 1_000;
/** Search engines put `hits` into `hits`. */
const deepestWithin = 4;

/** Cuts JSON values of a layout without reading them; a broken one is left out up to the next that begins like it. */
export function cutJson(options: CutOptions, layout: JsonLayout): Cutter {
  return new JsonCutter(options, layout);
}

class JsonCutter implements Cutter {
  readonly #sink: CutOptions['sink'];
  readonly #limit: number;
  readonly #layout: JsonLayout;
  readonly #lines: LineCounter;
  #place: Place = 'outside';
  /** How many objects of the wanted name were entered on the way to the array. */
  #depth = 0;
  #seeking: Seeking | undefined;

  constructor({ sink, limit = longestRecord, newline }: CutOptions, layout: JsonLayout) {
    this.#sink = sink;
    this.#limit = limit;
    this.#layout = layout;
    this.#lines = new LineCounter(newline);
  }

  cut(text: string, isEnd: boolean): number {
    let at = 0;
    for (;;) {
      if (this.#seeking !== undefined) {
        const found = this.#seek(text, at, isEnd, this.#seeking);
        if (found.kind === 'rest') return this.#lines.forget(text, found.at);
        this.#seeking = undefined;
        at = found.at;
      }
      while (at < text.length && isBetween(text.charCodeAt(at))) at += 1;
      if (at >= text.length) return this.#lines.forget(text, text.length);
      const next = this.#step(text, at, isEnd);
      if (next === undefined) return this.#lines.forget(text, at);
      at = next;
    }
  }

  /** Takes what stands at a place that is neither blank nor a comma; undefined when its end is not there yet. */
  #step(text: string, at: number, isEnd: boolean): number | undefined {
    const { cut, within } = this.#layout;
    const char = text[at];
    if (this.#place === 'outside') {
      const isWanted = cut === 'elements' && within === undefined ? char === '[' : char === '{';
      if (cut === 'values' || !isWanted) return this.#value(text, at, at, isEnd);
      this.#place = char === '[' ? 'elements' : 'members';
      return at + 1;
    }
    if (this.#place === 'elements') {
      if (char !== ']') return this.#value(text, at, at, isEnd);
      this.#place = within === undefined ? 'outside' : 'members';
      return at + 1;
    }
    if (char === '}') {
      if (this.#depth === 0) this.#place = 'outside';
      else this.#depth -= 1;
      return at + 1;
    }
    return this.#member(text, at, isEnd);
  }

  /** A member of the object that is walked through: the wanted array, or an object of its name around it, is entered. */
  #member(text: string, at: number, isEnd: boolean): number | undefined {
    if (text[at] !== '"') return this.#give(text, at, at, { kind: 'broken' }, isEnd);
    const nameEnd = stringEnd(text, at);
    if (nameEnd.kind !== 'end') return this.#give(text, at, at, nameEnd, isEnd);
    let value = nameEnd.at;
    while (value < text.length && (isBlank(text.charCodeAt(value)) || text[value] === ':'))
      value += 1;
    if (value >= text.length) return this.#give(text, at, at, { kind: 'unfinished' }, isEnd);
    if (this.#layout.cut === 'members') return this.#value(text, at, value, isEnd);
    const name = text.slice(at + 1, nameEnd.at - 1);
    const isWanted = name === this.#layout.within;
    if (isWanted && text[value] === '{' && this.#depth < deepestWithin) {
      this.#depth += 1;
      return value + 1;
    }
    if (!isWanted || text[value] !== '[') {
      const end = valueEnd(text, value, isEnd);
      return end.kind === 'end' ? end.at : this.#give(text, at, value, end, isEnd);
    }
    this.#place = 'elements';
    return value + 1;
  }

  #value(text: string, begin: number, at: number, isEnd: boolean): number | undefined {
    // Between records a scalar, or what is no JSON at all, goes to the end of its line.
    const end = this.#place === 'outside' ? outsideEnd(text, at, isEnd) : valueEnd(text, at, isEnd);
    return this.#give(text, begin, at, end, isEnd);
  }

  #give(
    text: string,
    begin: number,
    at: number,
    end: ValueEnd,
    isEnd: boolean,
  ): number | undefined {
    const isTooLong = (end.kind === 'end' ? end.at : text.length) - begin > this.#limit;
    if (end.kind === 'unfinished' && !isEnd && !isTooLong) return undefined;
    const line = this.#lines.lineAt(text, begin);
    if (end.kind === 'end' && !isTooLong) {
      this.#sink.record(text.slice(at, end.at), at, end.at, line);
      return end.at;
    }
    this.#sink.broken(isTooLong ? 'too-long' : 'broken-json', line);
    if (end.kind === 'end') return end.at;
    this.#seeking = { column: this.#lines.columnAt(begin), opener: text[begin] ?? '' };
    return begin;
  }

  #seek(
    text: string,
    from: number,
    isEnd: boolean,
    { column, opener }: Seeking,
  ): { readonly kind: 'found' | 'rest'; readonly at: number } {
    for (let lineEnd = text.indexOf('\n', from); lineEnd !== -1;) {
      const at = lineEnd + 1 + (column < deepestIndent ? column : 0);
      if (at >= text.length) return { kind: 'rest', at: isEnd ? text.length : lineEnd };
      if (text[at] === opener && text.slice(lineEnd + 1, at).trim() === '')
        return { kind: 'found', at };
      lineEnd = text.indexOf('\n', lineEnd + 1);
    }
    return { kind: 'rest', at: text.length };
  }
}

/** What separates values is passed over without being asked for. */
function isBetween(code: number): boolean {
  return isBlank(code) || code === 0x2c;
}

function outsideEnd(text: string, at: number, isEnd: boolean): ValueEnd {
  if (text[at] === '{' || text[at] === '[') return containerEnd(text, at);
  const lineEnd = text.indexOf('\n', at);
  if (lineEnd !== -1) return { kind: 'end', at: lineEnd };
  return isEnd ? { kind: 'end', at: text.length } : { kind: 'unfinished' };
}

const scalarEnd = /[,\]}\n]/g;

function valueEnd(text: string, at: number, isEnd: boolean): ValueEnd {
  const first = text[at];
  if (first === '{' || first === '[') return containerEnd(text, at);
  if (first === '"') return stringEnd(text, at);
  scalarEnd.lastIndex = at;
  const found = scalarEnd.exec(text);
  // A mark that ends nothing is passed over with what is broken about it.
  if (found !== null) return { kind: 'end', at: Math.max(found.index, at + 1) };
  return isEnd ? { kind: 'end', at: text.length } : { kind: 'unfinished' };
}
