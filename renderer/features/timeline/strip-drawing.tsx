import { memo, useMemo } from 'react';
import { formatZone } from '#shared/domain/time/format-time.ts';
import { tickLabel, timeTicks } from '#shared/domain/time/time-ticks.ts';
import { classNames } from '../../ui/class-names.ts';
import type { Density, DensityBin } from './density-bins.ts';
import styles from './density-strip.module.css';
import type { LogBins } from './use-log-bins.ts';

const height = 40;
const tickPx = 110;
const labelGapPx = 3;
/** About one letter of the labels. */
const letterPx = 6.5;

/** A span of time in ms since the epoch; `to` is the first instant after it. */
export type StripSpan = { readonly from: number; readonly to: number };

type DrawingProps = {
  readonly density: Density;
  readonly width: number;
  readonly zone: string;
  /** Log rows, drawn behind the bars by a measure of their own. */
  readonly logs?: LogBins | undefined;
  /** Start of the bar that was chosen. */
  readonly cursor?: number | undefined;
  /** Span that is about to be zoomed to. */
  readonly brush?: StripSpan | undefined;
};

/** Axis and bars, with the name of the zone in the corner. */
export function StripDrawing({ density, width, zone, logs, cursor, brush }: DrawingProps) {
  const { bins, from, to, step, highest } = density;
  const x = (ms: number) => ((ms - from) / (to - from)) * width;
  const barWidth = Math.max(2, x(from + step) - 1);
  const ticks = useMemo(
    () => timeTicks({ from, to }, zone, Math.floor(width / tickPx)),
    [from, to, zone, width],
  );
  const zoneText = formatZone(zone, to);
  const room = width - zoneText.length * letterPx - 2 * labelGapPx;
  const fits = (at: number, text: string) => x(at) + labelGapPx + text.length * letterPx <= room;
  return (
    <>
      <svg width={width} height={height + 16} aria-hidden>
        {ticks.instants.map((at) => {
          const text = tickLabel(at, zone, ticks.about);
          return (
            <g key={at} transform={`translate(${Math.round(x(at))} 0)`}>
              <line y2={height} className={styles['tick']} />
              {fits(at, text) && (
                <text y={height + 12} x={labelGapPx} className={styles['label']}>
                  {text}
                </text>
              )}
            </g>
          );
        })}
        <line x2={width} y1={height} y2={height} className={styles['ground']} />
        {logs && (
          <path
            d={logsPath(logs, barWidth, (at) => x(from + at * step))}
            className={styles['logs']}
          />
        )}
        {bins.map((bin) => (
          <Bar
            key={bin.start}
            bin={bin}
            x={x(bin.start)}
            width={barWidth}
            highest={highest}
            chosen={bin.start === cursor}
          />
        ))}
        {brush && (
          <rect
            x={x(brush.from)}
            width={x(brush.to) - x(brush.from)}
            y={0.5}
            height={height}
            className={styles['brush']}
          />
        )}
      </svg>
      <span className={styles['zone']} aria-hidden>
        {zoneText}
      </span>
    </>
  );
}

/** One shape for all log rows: a hundred of them for each entry must not cost a hundred elements. */
function logsPath(
  { counts, highest }: LogBins,
  barWidth: number,
  x: (at: number) => number,
): string {
  return counts
    .map((count, at) => {
      if (count === 0) return '';
      const tall = Math.max(2, Math.sqrt(count / highest) * (height - 4));
      return `M${x(at)} ${height}v${-tall}h${barWidth}v${tall}z`;
    })
    .join('');
}

type BarProps = {
  readonly bin: DensityBin;
  readonly x: number;
  readonly width: number;
  readonly highest: number;
  readonly chosen: boolean;
};

const Bar = memo(function Bar({ bin, x, width, highest, chosen }: BarProps) {
  // A square root keeps one entry visible beside a hundred.
  const whole = Math.max(4, Math.sqrt(bin.total / highest) * (height - 4));
  let y = height;
  return (
    <g className={styles['bar']} data-chosen={chosen || undefined}>
      <rect x={x} y={0} width={width + 1} height={height} className={styles['hit']} />
      {bin.counts.map((count, stage) => {
        const part = (count / bin.total) * whole;
        y -= part;
        return (
          count > 0 && (
            <rect
              // Eight fixed places, one a stage.
              key={stage}
              x={x}
              y={y}
              width={width}
              height={part}
              className={classNames(styles[`stage${stage}`])}
            />
          )
        );
      })}
    </g>
  );
});
