import { stageIds } from '#shared/domain/kill-chain.ts';
import { binWidth } from '#shared/domain/time/bin-width.ts';
import { offsetAt } from '#shared/domain/time/zone.ts';
import type { TimelineRow } from '../../data/timeline-row.ts';
import { finish, type SlicedWork } from './in-slices.ts';

/** None, and the seven. */
const stagesOfBin = stageIds.length + 1;

/** One bar of the strip. */
export type DensityBin = {
  readonly start: number;
  /** Entries of each stage (1–7) and, at 0, of none; an entry with several stages counts once, by its last. */
  readonly counts: readonly number[];
  readonly total: number;
  /** Id of the first entry in it. */
  readonly first: string;
};

/** The strip: bins of equal width that hold something, and the span they lie in. */
export type Density = {
  readonly from: number;
  readonly to: number;
  readonly step: number;
  readonly bins: readonly DensityBin[];
  readonly highest: number;
};

/** First and last instant, in ms since the epoch. */
export type Span = { readonly from: number; readonly until: number };

/** Rows between two looks at the clock. */
const atOnce = 4096;

const everything: Span = { from: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY };

/**
 * Counts dated entries by time and stage that lie in a span into at most `mostBins` bins of a
 * width that people can name.
 * A bin that is as it was in `before` is the same object: its bar need not be drawn again.
 */
export function countDensity(
  rows: readonly TimelineRow[],
  zone: string,
  mostBins: number,
  before?: Density,
  span: Span = everything,
): Density | undefined {
  return finish(countingDensity({ rows, zone, mostBins, before, span }));
}

type Counting = {
  readonly rows: readonly TimelineRow[];
  readonly zone: string;
  readonly mostBins: number;
  readonly before?: Density | undefined;
  readonly span?: Span;
  /** First and last instant of what else is drawn in the strip. */
  readonly beside?: Span | undefined;
};

/** As `countDensity`, a slice at a time. */
export function* countingDensity(counting: Counting): SlicedWork<Density | undefined> {
  const { rows, zone, mostBins, before, span = everything, beside } = counting;
  // An entry that only reaches into the span has no bar in it.
  const isIn = ({ instant }: TimelineRow) =>
    Number.isFinite(instant) && instant >= span.from && instant <= span.until;
  const ends = [rows.find(isIn)?.instant, rows.findLast(isIn)?.instant];
  if (beside !== undefined && beside.until >= span.from && beside.from <= span.until)
    ends.push(Math.max(beside.from, span.from), Math.min(beside.until, span.until));
  const known = ends.filter((end) => end !== undefined);
  if (known.length === 0) return undefined;
  const first = Math.min(...known);
  const last = Math.max(...known);
  const offset = offsetAt(zone, first);
  const step = binWidth(last - first, mostBins - 2);
  const from = Math.floor((first + offset) / step) * step - offset;
  const count = Math.floor((last - from) / step) + 1;
  const counts = new Uint32Array(count * stagesOfBin);
  const firsts: (string | undefined)[] = Array(count).fill(undefined);
  for (const [at, row] of rows.entries()) {
    if (at % atOnce === 0) yield;
    if (!isIn(row)) continue;
    const index = Math.floor((row.instant - from) / step);
    const place = index * stagesOfBin + highestStage(row.content.stages);
    counts[place] = (counts[place] ?? 0) + 1;
    firsts[index] ??= row.id;
  }
  const drawn = new Map(before?.bins.map((bin) => [bin.start, bin]));
  const filled = firsts.flatMap((firstId, index): DensityBin[] => {
    if (firstId === undefined) return [];
    const start = from + index * step;
    const place = index * stagesOfBin;
    const ofStages = [...counts.subarray(place, place + stagesOfBin)];
    const total = ofStages.reduce((sum, each) => sum + each, 0);
    const bin = { start, counts: ofStages, total, first: firstId };
    const same = drawn.get(start);
    return [same !== undefined && isSame(same, bin) ? same : bin];
  });
  return {
    from,
    to: from + count * step,
    step,
    bins: filled,
    highest: Math.max(1, ...filled.map(({ total }) => total)),
  };
}

function isSame(known: DensityBin, { counts, total, first }: Omit<DensityBin, 'start'>): boolean {
  return (
    known.total === total &&
    known.first === first &&
    known.counts.every((count, stage) => count === counts[stage])
  );
}

const places = new Map<string, number>(stageIds.map((stage, index) => [stage, index + 1]));

function highestStage(stages: readonly string[]): number {
  let highest = 0;
  for (const stage of stages) highest = Math.max(highest, places.get(stage) ?? 0);
  return highest;
}
