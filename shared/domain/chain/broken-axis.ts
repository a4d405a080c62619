/** A span of time in ms since the epoch, both ends included. */
export type TimeSpan = { readonly from: number; readonly until: number };

/** A stretch of the axis without a break in it. */
export type AxisSegment = TimeSpan & { readonly left: number; readonly right: number };

/** A time axis that leaves out long stretches in which nothing happened, and shows where it did so. */
export type BrokenAxis = {
  readonly width: number;
  readonly segments: readonly AxisSegment[];
  /** Place of an instant in px; what lies in a break stands at its edge. */
  readonly x: (ms: number) => number;
  /** Instant at a place. */
  readonly ms: (x: number) => number;
  /** Where the axis is widest: nothing that happened is longer on it than its time by this. */
  readonly mostPxPerMs: number;
};

/** Width of a break in px. */
export const breakPx = 26;
/** Room at both ends, so that the first mark and the last are whole. */
const edgePx = 13;
const mostBreaks = 6;
/** A gap is left out when it takes more than this part of what is shown. */
const leastShare = 0.28;
/** Narrower than this no segment gets, whatever its length. */
const leastSegmentPx = 48;
/** Air on both sides of what happened, as part of the time shown. */
const airShare = 0.02;

/**
 * Lays a span of time out on a width. An incident of three days with a settlement three years later
 * stays legible: the years between are a break.
 *
 * @param occupied when something happened, as `joinSpans` gives it
 */
export function breakAxis(
  occupied: readonly TimeSpan[],
  span: TimeSpan,
  width: number,
): BrokenAxis {
  const gaps = cutGaps(occupied, span, width);
  const pieces: TimeSpan[] = [];
  let from = span.from;
  const shown = span.until - span.from - gaps.reduce((sum, gap) => sum + lengthOf(gap), 0);
  const air = Math.max(1, shown * airShare);
  for (const gap of gaps) {
    // Some air on either side, but never more than the gap has.
    const kept = Math.min(air, lengthOf(gap) / 4);
    pieces.push({ from, until: gap.from + kept });
    from = gap.until - kept;
  }
  pieces.push({ from, until: Math.max(span.until, from + 1) });
  return axisOf(placeSegments(pieces, width), width);
}

function lengthOf({ from, until }: TimeSpan): number {
  return until - from;
}

/** The stretches in which something happens, in order and without overlaps. */
export function joinSpans(spans: Iterable<TimeSpan>): readonly TimeSpan[] {
  const joined: { from: number; until: number }[] = [];
  for (const { from, until } of [...spans].toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last !== undefined && from <= last.until) last.until = Math.max(last.until, until);
    else joined.push({ from, until });
  }
  return joined;
}

/** The gaps to leave out, in the order of time: the longest first, while each still takes much room. */
function cutGaps(busy: readonly TimeSpan[], span: TimeSpan, width: number): readonly TimeSpan[] {
  const most = Math.min(
    mostBreaks,
    Math.floor((width - 2 * edgePx) / (leastSegmentPx + breakPx)) - 1,
  );
  const cut: TimeSpan[] = [];
  let rest = lengthOf(span);
  for (const gap of longestGaps(busy, span, most)) {
    if (lengthOf(gap) < rest * leastShare) break;
    cut.push(gap);
    rest -= lengthOf(gap);
  }
  return cut.toSorted((a, b) => a.from - b.from);
}

/** The longest gaps of a span, the longest first; found in one walk, since it is asked for at every turn of a wheel. */
function longestGaps(busy: readonly TimeSpan[], span: TimeSpan, most: number): readonly TimeSpan[] {
  const longest: TimeSpan[] = [];
  let before: TimeSpan | undefined;
  for (const stretch of busy) {
    if (stretch.until < span.from) continue;
    if (stretch.from > span.until) break;
    if (before !== undefined) {
      const gap = { from: before.until, until: stretch.from };
      const at = longest.findLastIndex((each) => lengthOf(each) >= lengthOf(gap)) + 1;
      if (at < most) longest.splice(at, 0, gap);
      if (longest.length > Math.max(most, 0)) longest.pop();
    }
    before = stretch;
  }
  return longest;
}

function placeSegments(pieces: readonly TimeSpan[], width: number): readonly AxisSegment[] {
  const room = width - 2 * edgePx - breakPx * (pieces.length - 1);
  const least = Math.min(leastSegmentPx, room / pieces.length);
  const total = pieces.reduce((sum, piece) => sum + lengthOf(piece), 0);
  const spare = room - least * pieces.length;
  let left = edgePx;
  return pieces.map((piece) => {
    const share = total === 0 ? 1 / pieces.length : lengthOf(piece) / total;
    const right = left + least + spare * share;
    const segment = { ...piece, left, right };
    left = right + breakPx;
    return segment;
  });
}

function axisOf(segments: readonly AxisSegment[], width: number): BrokenAxis {
  const rate = ({ from, until, left, right }: AxisSegment) =>
    until > from ? (right - left) / (until - from) : 0;
  return {
    width,
    segments,
    mostPxPerMs: Math.max(0, ...segments.map(rate)),
    x: (ms) => {
      for (const segment of segments) {
        if (ms < segment.from) return segment.left;
        if (ms <= segment.until) return segment.left + (ms - segment.from) * rate(segment);
      }
      return segments.at(-1)?.right ?? width;
    },
    ms: (x) => {
      for (const segment of segments) {
        if (x < segment.left) return segment.from;
        if (x <= segment.right)
          return segment.from + (rate(segment) === 0 ? 0 : (x - segment.left) / rate(segment));
      }
      return segments.at(-1)?.until ?? 0;
    },
  };
}
