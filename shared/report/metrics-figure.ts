import { formatDuration } from '../domain/time/format-time.ts';
import { msPer } from '../domain/time/zone.ts';
import type { BlockOf, SvgNode, TableBlock } from './document.ts';
import type { TimeMetric } from './metrics/incident-metrics.ts';
import { boundsOf } from './metrics/interval.ts';
import { intervalText } from './metrics/interval-text.ts';
import type { Words } from './report-words.ts';
import { svgFigure, svgLine, svgPath, svgRect, svgText } from './svg-nodes.ts';

const width = 680;
const left = 172;
const right = 500;
const axisHeight = 26;
const rowHeight = 26;
const barHalf = 6;

const { minute, hour, day } = msPer;
/** Lengths that a reader has a feeling for: from minutes to years it takes a logarithm. */
const marks = [minute, 10 * minute, hour, 6 * hour, day, 7 * day, 30 * day, 365 * day, 3650 * day];

/** How long things took, side by side; undefined where no length of time is known. */
export function metricsFigure(
  times: readonly TimeMetric[],
  nameOf: (metric: TimeMetric) => string,
  words: Words,
  table: TableBlock,
): BlockOf<'figure'> | undefined {
  const bounds = times.flatMap(({ interval }) => boundsOf(interval) ?? []);
  if (bounds.length === 0) return undefined;
  const scale = scaleOf(
    bounds.flatMap(({ least, most }) => (most === null ? [least] : [least, most])),
  );
  const height = axisHeight + times.length * rowHeight + 4;
  return {
    kind: 'figure',
    size: 'wide',
    caption: words.say('metricsFigureNote'),
    svg: svgFigure(width, height, words.say('metricsFigure'), [
      ...scale.marks.flatMap((ms) => [
        svgLine(scale.x(ms), axisHeight - 4, scale.x(ms), height - 4, 'paper-grid-line'),
        svgText(
          scale.x(ms),
          14,
          'paper-axis paper-axis-middle',
          formatDuration(ms, words.language),
        ),
      ]),
      ...times.flatMap((metric, index) => {
        const y = axisHeight + index * rowHeight + rowHeight / 2;
        return [
          svgText(0, y + 4, 'paper-lane-name', nameOf(metric)),
          ...drawInterval(metric, y, scale.x),
          svgText(right + 10, y + 4, 'paper-axis', intervalText(metric.interval, words.language)),
        ];
      }),
    ]),
    table,
  };
}

function scaleOf(lengths: readonly number[]) {
  const known = lengths.filter((ms) => ms > 0);
  const shortest = Math.min(...known, 3650 * day);
  const longest = Math.max(...known, minute);
  const first = marks.findLast((ms) => ms <= shortest) ?? minute;
  const found = marks.find((ms) => ms >= longest && ms > first);
  const last = found ?? Math.max(longest, first * 10);
  const span = Math.log(last / first);
  return {
    marks: marks.filter((ms) => ms >= first && ms <= last),
    /** What is shorter than the first mark stands at it: a logarithm has no zero. */
    x: (ms: number) => left + (Math.log(Math.max(ms, first) / first) / span) * (right - left),
  };
}

function drawInterval(
  { interval }: TimeMetric,
  y: number,
  x: (ms: number) => number,
): readonly SvgNode[] {
  const bounds = boundsOf(interval);
  if (bounds === undefined) return [];
  const { least, most } = bounds;
  const sure = Math.max(left + 2, x(least));
  const end = most === null ? right : x(most);
  return [
    svgRect(left, y - barHalf, sure - left, 2 * barHalf, 'paper-bar'),
    ...(end > sure + 1
      ? [svgRect(sure, y - barHalf, end - sure, 2 * barHalf, 'paper-bar-range')]
      : []),
    // Nobody knows where it ends.
    ...(most === null ? [svgPath(`M${right} ${y - 5}l6 5l-6 5z`, 'paper-lane-head')] : []),
  ];
}
