import type { AxisSegment } from '../domain/chain/broken-axis.ts';
import type { breaksOf } from '../domain/chain/lane-shapes.ts';
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

/** Days and clock times of a stretch, as many as there is room for. */
export function drawTicks(
  { from, until, left, right }: AxisSegment,
  zone: string,
  { language }: Words,
): readonly SvgNode[] {
  const x = (ms: number) => left + ((ms - from) / Math.max(1, until - from)) * (right - left);
  const day = formatInstant(from, { zone, locale: language, style: 'short' }, 'day');
  const start = [day, day.slice(5)].find((label) => label.length * letterPx <= right - left + 4);
  const wanted = Math.floor((right - left) / tickPx);
  const { instants, about } = timeTicks({ from, to: until }, zone, wanted);
  return [
    ...(start === undefined ? [] : [svgText(left, 12, 'paper-axis paper-axis-upper', start)]),
    ...instants.flatMap((at) => {
      const label = tickLabel(at, zone, about).replace(day.slice(0, 5), '');
      const fits = x(at) + label.length * letterPx <= right + 4;
      return fits ? [svgText(x(at), 28, 'paper-axis', label)] : [];
    }),
  ];
}
