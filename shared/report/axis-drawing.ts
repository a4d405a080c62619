import type { AxisSegment } from '../domain/chain/broken-axis.ts';
import type { breaksOf } from '../domain/chain/lane-shapes.ts';
import { segmentDays } from '../domain/chain/segment-days.ts';
import { formatDuration, formatInstant } from '../domain/time/format-time.ts';
import { tickLabel, timeTicks } from '../domain/time/time-ticks.ts';
import { msPer } from '../domain/time/zone.ts';
import type { SvgNode } from './document.ts';
import type { Words } from './report-words.ts';
import { svgNumber, svgPath, svgRect, svgText } from './svg-nodes.ts';

/** Height of the dates and times above a figure, in the units of its view box. */
export const axisHeight = 34;
const tickPx = 64;
const letterPx = 5.6;

/** A stretch of time that is left out, with how long it is. */
export function drawBreak(
  { left, right, ms }: ReturnType<typeof breaksOf>[number],
  height: number,
  words: Words,
): readonly SvgNode[] {
  const unit = ms > 2 * msPer.day ? msPer.day : msPer.hour;
  const length = formatDuration(Math.max(unit, Math.round(ms / unit) * unit), words.language);
  return [
    svgRect(left, axisHeight, right - left, height - axisHeight - 4, 'paper-gap-band'),
    svgPath(`M${svgNumber(left + 7)} 14l4 -10m3 10l4 -10`, 'paper-gap-mark'),
    svgText((left + right) / 2, 28, 'paper-axis paper-axis-middle', length),
  ];
}

/** Days and clock times of an axis, as many as there is room for. */
export function drawTicks(
  segments: readonly AxisSegment[],
  zone: string,
  { language }: Words,
): readonly SvgNode[] {
  const dayOf = (ms: number) =>
    formatInstant(ms, { zone, locale: language, style: 'short' }, 'day');
  const days = segmentDays(segments, dayOf, letterPx);
  return segments.flatMap((segment, at) => [
    ...[days[at] ?? []]
      .flat()
      .map((day) => svgText(segment.left, 12, 'paper-axis paper-axis-upper', day)),
    ...drawInstants(segment, zone, dayOf(segment.from).slice(0, 5)),
  ]);
}

/** @param year what labels leave out, since it stands above: `2022-` */
function drawInstants(
  { from, until, left, right }: AxisSegment,
  zone: string,
  year: string,
): readonly SvgNode[] {
  const x = (ms: number) => left + ((ms - from) / Math.max(1, until - from)) * (right - left);
  const wanted = Math.floor((right - left) / tickPx);
  const { instants, about } = timeTicks({ from, to: until }, zone, wanted);
  return instants.flatMap((at) => {
    const label = tickLabel(at, zone, about).replace(year, '');
    const fits = x(at) + label.length * letterPx <= right + 4;
    return fits ? [svgText(x(at), 28, 'paper-axis', label)] : [];
  });
}
