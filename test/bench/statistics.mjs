// What is said of repeated measurements; all in the unit of what was measured.

/** @param {readonly number[]} values */
export function median(values) {
  return quantile(values, 0.5);
}

/** @param {readonly number[]} values */
export function p95(values) {
  return quantile(values, 0.95);
}

/**
 * Between two measurements it lies on the line between them.
 *
 * @param {readonly number[]} values
 * @param {number} part
 */
function quantile(values, part) {
  if (values.length === 0) throw new Error('nothing was measured');
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * part;
  const below = sorted[Math.floor(at)] ?? 0;
  const above = sorted[Math.ceil(at)] ?? 0;
  return below + (above - below) * (at - Math.floor(at));
}

/** Ratios of measurements that were taken side by side. @param {readonly number[]} values @param {readonly number[]} floors */
export function pairRatios(values, floors) {
  return values.map((value, index) => value / (floors[index] ?? Number.NaN));
}
