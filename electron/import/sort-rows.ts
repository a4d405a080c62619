import { closeSync, openSync, readSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { GrowingColumn } from './growing-file.ts';
import { columns } from './row-files.ts';

const usualRunRows = 1_048_576;
const cursorRows = 16_384;

/**
 * Writes the order of time: row numbers, and their times beside them. Rows without a time come last with an infinite
 * one; rows of one time keep the order of the file.
 *
 * Sorts runs that fit into memory and merges them; a log in order, which most are, is not sorted at all.
 */
export function sortRows(folder: string, rows: number, runRows = usualRunRows): void {
  const runOrder = path.join(folder, 'order.run');
  const runTimes = path.join(folder, 'order-time.run');
  const order = path.join(folder, columns.order.file);
  const orderTime = path.join(folder, columns.orderTime.file);
  const runs = writeRuns(path.join(folder, columns.time.file), rows, runRows, {
    order: runOrder,
    times: runTimes,
  });
  if (runs.inOrder) {
    renameSync(runOrder, order);
    renameSync(runTimes, orderTime);
    return;
  }
  mergeRuns({ order: runOrder, times: runTimes, starts: runs.starts, rows }, { order, orderTime });
  rmSync(runOrder);
  rmSync(runTimes);
}

function writeRuns(
  timeFile: string,
  rows: number,
  runRows: number,
  to: { readonly order: string; readonly times: string },
): { readonly starts: readonly number[]; readonly inOrder: boolean } {
  const source = openSync(timeFile, 'r');
  const order = new GrowingColumn(to.order, 4);
  const times = new GrowingColumn(to.times, 8);
  const starts: number[] = [];
  let inOrder = true;
  let last = -Infinity;
  try {
    for (let start = 0; start < rows; start += runRows) {
      starts.push(start);
      const keys = new Float64Array(Math.min(runRows, rows - start));
      readFully(source, keys, start * 8);
      for (let at = 0; at < keys.length; at += 1) if (Number.isNaN(keys[at])) keys[at] = Infinity;
      const sorted = new Uint32Array(keys.length);
      for (let index = 0; index < sorted.length; index += 1) sorted[index] = index;
      // The difference of two infinities is no number, and counts as none.
      if (!isSorted(keys)) sorted.sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || a - b);
      for (const index of sorted) {
        order.push(start + index);
        times.push(keys[index] ?? 0);
      }
      if ((keys[sorted[0] ?? 0] ?? 0) < last) inOrder = false;
      last = keys[sorted.at(-1) ?? 0] ?? 0;
    }
  } finally {
    closeSync(source);
    order.close();
    times.close();
  }
  return { starts, inOrder };
}

function isSorted(keys: Float64Array): boolean {
  for (let at = 1; at < keys.length; at += 1)
    if ((keys[at] ?? 0) < (keys[at - 1] ?? 0)) return false;
  return true;
}

/** Walks through one run. */
class RunCursor {
  readonly #orders: number;
  readonly #times: number;
  readonly #end: number;
  #next: number;
  #order = new Uint32Array(0);
  #time = new Float64Array(0);
  #at = 0;

  constructor(orders: number, times: number, start: number, end: number) {
    this.#orders = orders;
    this.#times = times;
    this.#next = start;
    this.#end = end;
    this.advance();
  }

  get time(): number {
    return this.#time[this.#at] ?? Infinity;
  }

  get row(): number {
    return this.#order[this.#at] ?? 0;
  }

  /** False when the run is at its end. */
  advance(): boolean {
    this.#at += 1;
    if (this.#at < this.#order.length) return true;
    const length = Math.min(cursorRows, this.#end - this.#next);
    if (length <= 0) return false;
    this.#order = new Uint32Array(length);
    this.#time = new Float64Array(length);
    readFully(this.#orders, this.#order, this.#next * 4);
    readFully(this.#times, this.#time, this.#next * 8);
    this.#next += length;
    this.#at = 0;
    return true;
  }
}

function mergeRuns(
  from: {
    readonly order: string;
    readonly times: string;
    readonly starts: readonly number[];
    readonly rows: number;
  },
  to: { readonly order: string; readonly orderTime: string },
): void {
  const orders = openSync(from.order, 'r');
  const times = openSync(from.times, 'r');
  const order = new GrowingColumn(to.order, 4);
  const orderTime = new GrowingColumn(to.orderTime, 8);
  try {
    const heap = from.starts.map(
      (start, index) => new RunCursor(orders, times, start, from.starts[index + 1] ?? from.rows),
    );
    for (let at = heap.length; at >= 0; at -= 1) sink(heap, at);
    for (let first = heap[0]; first !== undefined; first = heap[0]) {
      order.push(first.row);
      orderTime.push(first.time);
      if (!first.advance()) {
        const last = heap.pop();
        if (last !== undefined && heap.length > 0) heap[0] = last;
      }
      sink(heap, 0);
    }
  } finally {
    closeSync(orders);
    closeSync(times);
    order.close();
    orderTime.close();
  }
}

/** Lets a cursor of a binary heap down to its place. */
function sink(heap: RunCursor[], from: number): void {
  for (let at = from; ;) {
    const moving = heap[at];
    const [left, right] = [heap[2 * at + 1], heap[2 * at + 2]];
    if (moving === undefined || left === undefined) return;
    const isRight = right !== undefined && isBefore(right, left);
    const child = isRight ? right : left;
    if (!isBefore(child, moving)) return;
    const place = 2 * at + (isRight ? 2 : 1);
    heap[at] = child;
    heap[place] = moving;
    at = place;
  }
}

function isBefore(a: RunCursor, b: RunCursor): boolean {
  return a.time < b.time || (a.time === b.time && a.row < b.row);
}

function readFully(descriptor: number, into: Uint32Array | Float64Array, position: number): void {
  const bytes = Buffer.from(into.buffer, into.byteOffset, into.byteLength);
  for (let filled = 0; filled < bytes.length;) {
    const got = readSync(descriptor, bytes, filled, bytes.length - filled, position + filled);
    if (got === 0) throw new Error('a column of the row index is shorter than its rows');
    filled += got;
  }
}
