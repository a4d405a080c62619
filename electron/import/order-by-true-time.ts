import type { SelectedSource } from './selected-rows.ts';

type OrderedIndex = SelectedSource['index'];

/**
 * The rows of a source whose clock was off, by true time.
 *
 * One shift for all rows changes no order within the source, so its index stays as it is; rows without a time
 * stay last.
 */
export function orderByTrueTime(index: OrderedIndex, aheadUs: number): OrderedIndex {
  if (aheadUs === 0) return index;
  return {
    rows: index.rows,
    timeInOrder: (place) => index.timeInOrder(place) - aheadUs,
    rowInOrder: (place) => index.rowInOrder(place),
    placesBetween: (from, to) => index.placesBetween(from + aheadUs, to + aheadUs),
  };
}
