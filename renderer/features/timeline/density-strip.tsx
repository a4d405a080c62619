import { memo, useEffect, useMemo, useRef, useState } from 'react';
import { formatInstant, formatZone } from '#shared/domain/time/format-time.ts';
import { localFields, msPer } from '#shared/domain/time/zone.ts';
import { timelineMessages as m } from '#shared/i18n/timeline-messages.ts';
import type { TimelineRow } from '../../data/timeline-row.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { classNames } from '../../ui/class-names.ts';
import { countDensity, type Density, type DensityBin } from './density-bins.ts';
import styles from './density-strip.module.css';
import { timeTicks } from './time-ticks.ts';

const height = 40;
const binPx = 7;
const tickPx = 110;
const labelGapPx = 3;
/** About one letter of the labels. */
const letterPx = 6.5;

type DensityStripProps = {
  readonly rows: readonly TimelineRow[];
  /** Drawn as ground where no row is left, so that the strip neither jumps nor stands empty. */
  readonly all: readonly TimelineRow[];
  readonly onJump: (entry: string) => void;
};

/** When, by stage: a bar for each stretch of time, hot stages on top; a click or an arrow key jumps there. */
export const DensityStrip = memo(function DensityStrip({ rows, all, onJump }: DensityStripProps) {
  const say = useSay();
  const locale = useLanguage();
  const { zone } = useWorkspace();
  const [strip, width] = useWidth();
  const [cursor, setCursor] = useState<number>();
  const [pointed, setPointed] = useState<number>();
  const drawn = useRef<ReturnType<typeof countDensity>>(undefined);
  const density = useMemo(
    () =>
      width === 0 ? undefined : countDensity(rows, zone, Math.floor(width / binPx), drawn.current),
    [rows, zone, width],
  );
  useEffect(() => {
    drawn.current = density;
  }, [density]);
  const ground = useMemo(
    () =>
      rows.length === 0 && width > 0
        ? countDensity(all, zone, Math.floor(width / binPx))
        : undefined,
    [rows.length, all, zone, width],
  );
  if (density === undefined)
    return (
      <div ref={strip} className={styles['strip']} aria-hidden data-empty>
        {ground && <Drawing density={ground} width={width} zone={zone} />}
      </div>
    );

  const { bins, from, to, step } = density;
  const chosen = bins.findIndex(({ start }) => start === cursor);
  const textOf = (bin: DensityBin | undefined) =>
    bin &&
    say(m.stripBin, {
      n: bin.total,
      from: formatInstant(bin.start, { zone, locale, style: 'full' }, 'minute'),
      to: formatInstant(bin.start + step, { zone, locale, style: 'full' }, 'minute'),
    });
  const jump = (index: number) => {
    const bin = bins[index];
    if (bin === undefined) return;
    setCursor(bin.start);
    onJump(bin.first);
  };
  const nearest = (clientX: number, left: number) => {
    const at = from + ((clientX - left) / width) * (to - from) - step / 2;
    let best = 0;
    for (const [index, bin] of bins.entries())
      if (Math.abs(bin.start - at) < Math.abs((bins[best]?.start ?? 0) - at)) best = index;
    return best;
  };
  return (
    <div
      ref={strip}
      className={styles['strip']}
      role="slider"
      tabIndex={0}
      aria-label={say(m.strip)}
      aria-valuemin={0}
      aria-valuemax={bins.length - 1}
      aria-valuenow={Math.max(0, chosen)}
      aria-valuetext={textOf(bins[Math.max(0, chosen)])}
      title={pointed === undefined ? undefined : textOf(bins[pointed])}
      onPointerMove={(event) =>
        setPointed(nearest(event.clientX, event.currentTarget.getBoundingClientRect().left))
      }
      onPointerLeave={() => setPointed(undefined)}
      onClick={(event) =>
        jump(nearest(event.clientX, event.currentTarget.getBoundingClientRect().left))
      }
      onKeyDown={(event) => {
        if (event.key === 'ArrowRight') jump(Math.min(chosen + 1, bins.length - 1));
        else if (event.key === 'ArrowLeft') jump(Math.max(chosen - 1, 0));
        else if (event.key === 'Home') jump(0);
        else if (event.key === 'End') jump(bins.length - 1);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <Drawing density={density} width={width} zone={zone} cursor={cursor} />
    </div>
  );
});

type DrawingProps = {
  readonly density: Density;
  readonly width: number;
  readonly zone: string;
  /** Start of the bar that was chosen. */
  readonly cursor?: number | undefined;
};

/** Axis and bars, with the name of the zone in the corner. */
function Drawing({ density, width, zone, cursor }: DrawingProps) {
  const { bins, from, to, step, highest } = density;
  const x = (ms: number) => ((ms - from) / (to - from)) * width;
  const barWidth = Math.max(2, x(from + step) - 1);
  const ticks = timeTicks(density, zone, Math.floor(width / tickPx));
  const zoneText = formatZone(zone, to);
  const room = width - zoneText.length * letterPx - 2 * labelGapPx;
  const fits = (at: number, text: string) => x(at) + labelGapPx + text.length * letterPx <= room;
  return (
    <>
      <svg width={width} height={height + 16} aria-hidden>
        {ticks.instants.map((at) => {
          const text = tickText(at, zone, ticks.about);
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
      </svg>
      <span className={styles['zone']} aria-hidden>
        {zoneText}
      </span>
    </>
  );
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

function tickText(at: number, zone: string, step: number): string {
  const { year, month, day, hour, minute } = localFields(zone, at);
  const two = (value: number) => String(value).padStart(2, '0');
  if (step >= 365 * msPer.day) return String(year);
  if (step >= 28 * msPer.day) return `${year}-${two(month)}`;
  if (hour !== 0 || minute !== 0) return `${two(hour)}:${two(minute)}`;
  return step >= 7 * msPer.day ? `${year}-${two(month)}-${two(day)}` : `${two(month)}-${two(day)}`;
}

function useWidth() {
  const element = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const { current } = element;
    if (current === null) return;
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0));
    observer.observe(current);
    return () => observer.disconnect();
    // The strip's element changes when it gets its first entry.
  });
  return [element, Math.floor(width)] as const;
}
