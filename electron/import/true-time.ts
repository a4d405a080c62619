import type { RowIndex } from './row-index.ts';

/** Where the rows of a source stand in time. */
export type RowsInTime = Pick<RowIndex, 'rows' | 'timeInOrder' | 'rowInOrder' | 'placesBetween'>;

/** The rows of a source by true time; its clock was `aheadMs` ahead of that (negative: behind). */
export function byTrueTime(index: RowsInTime, aheadMs: number): RowsInTime {
  const ahead = aheadMs * usPerMs;
  return {
    rows: index.rows,
    rowInOrder: (place) => index.rowInOrder(place),
    timeInOrder: (place) => index.timeInOrder(place) - ahead,
    placesBetween: (first, end) => index.placesBetween(first + ahead, end + ahead),
  };
}

/**
 * A row with its true time, and with what its source's clock showed where that is another time; both in
 * microseconds since 1970.
 */
export function rowByTrueTime<Row extends { readonly time?: number | undefined }>(
  row: Row,
  aheadMs: number,
): { readonly row: Row; readonly showed?: number } {
  const { time } = row;
  return time === undefined || aheadMs === 0
    ? { row }
    : { row: { ...row, time: time - aheadMs * usPerMs }, showed: time };
}

const usPerMs = 1_000;
