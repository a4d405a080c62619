import { boundsOf, type Interval } from './interval.ts';

/** A length of time over several incidents; null where one of them has no upper end. */
export type MetricSummary = {
  /** Incidents in which it could be measured. */
  readonly count: number;
  readonly mean: { readonly leastMs: number; readonly mostMs: number | null } | undefined;
  /** Beside the mean from three incidents on. */
  readonly median: { readonly leastMs: number; readonly mostMs: number | null } | undefined;
};

/** Mean and median of the incidents that have the interval; the others are left out and not guessed. */
export function summarize(intervals: readonly Interval[]): MetricSummary {
  const bounds = intervals.map(boundsOf).filter((bound) => bound !== undefined);
  if (bounds.length === 0) return { count: 0, mean: undefined, median: undefined };
  const least = bounds.map((bound) => bound.least);
  const most = bounds.map((bound) => bound.most ?? Number.POSITIVE_INFINITY);
  const range = (of: (values: readonly number[]) => number) => {
    const mostMs = of(most);
    return { leastMs: of(least), mostMs: Number.isFinite(mostMs) ? mostMs : null };
  };
  return {
    count: bounds.length,
    mean: range(meanOf),
    median: bounds.length < 3 ? undefined : range(medianOf),
  };
}

function meanOf(values: readonly number[]): number {
  return Math.round(values.reduce((sum, value) => sum + value, 0) / values.length);
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? 0;
  return Math.round((upper + lower) / 2);
}
