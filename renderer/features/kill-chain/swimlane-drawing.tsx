import { memo } from 'react';
import type { AxisSegment, BrokenAxis } from '#shared/domain/chain/broken-axis.ts';
import type { LaneId } from '#shared/domain/chain/chain-marks.ts';
import type { ChainTurn } from '#shared/domain/chain/chain-turns.ts';
import {
  barsPath,
  breaksOf,
  marksPath,
  markRadius,
  turnsPath,
  circlePath,
} from '#shared/domain/chain/lane-shapes.ts';
import type { LaneDrawing, MarkGroup } from '#shared/domain/chain/lay-out-lanes.ts';
import { stageNumber } from '#shared/domain/kill-chain.ts';
import { formatDuration, formatInstant } from '#shared/domain/time/format-time.ts';
import { tickLabel, timeTicks } from '#shared/domain/time/time-ticks.ts';
import { msPer } from '#shared/domain/time/zone.ts';
import { useLanguage } from '../../records/language.tsx';
import styles from './swimlane.module.css';

export const axisHeight = 36;
export const laneHeight = 44;
const tickPx = 76;
const letterPx = 6.4;

/** Middle of a lane, in px from the top. */
export function laneMiddle(index: number): number {
  return axisHeight + index * laneHeight + laneHeight / 2;
}

type DrawingProps = {
  readonly lanes: readonly LaneDrawing[];
  readonly turns: readonly ChainTurn[];
  readonly axis: BrokenAxis;
  readonly zone: string;
};

/** Axis, bars, marks and ways back; everything of one look is one path. */
export const SwimlaneDrawing = memo(function SwimlaneDrawing(props: DrawingProps) {
  const { lanes, turns, axis, zone } = props;
  const height = axisHeight + lanes.length * laneHeight;
  const yOf = (lane: LaneId) => laneMiddle(lanes.findIndex((each) => each.lane === lane));
  const back = turnsPath(turns, axis, yOf);
  return (
    <>
      <Axis axis={axis} zone={zone} height={height} />
      {lanes.map((lane, index) => (
        <Lane key={lane.lane} lane={lane} index={index} width={axis.width} />
      ))}
      <path d={back.ways} className={styles['back']} />
      <path d={back.heads} className={styles['backHead']} />
    </>
  );
});

type LaneProps = { readonly lane: LaneDrawing; readonly index: number; readonly width: number };

function Lane({ lane: { lane, groups, bars, marks }, index, width }: LaneProps) {
  const y = laneMiddle(index);
  const rule = axisHeight + index * laneHeight;
  const look = lane === 'defence' ? styles['defence'] : styles[`stage${stageNumber(lane)}`];
  return (
    <g className={look}>
      <line x2={width} y1={rule} y2={rule} className={styles['rule']} />
      <path d={barsPath(bars, y, 'window')} className={styles['window']} />
      <path d={barsPath(bars, y, 'interval')} className={styles['interval']} />
      <path
        d={barsPath(bars, y, 'before') + barsPath(bars, y, 'after')}
        className={styles['tail']}
      />
      {lane === 'defence' ? (
        <path d={defencePath(groups, marks, y)} className={styles['solid']} />
      ) : (
        <>
          <path d={marksPath(groups, y, false)} className={styles['solid']} />
          <path d={marksPath(groups, y, true)} className={styles['hollow']} />
        </>
      )}
      {groups.map(
        ({ x, count, first, hollow }) =>
          count > 1 && (
            <text
              key={first}
              x={x}
              y={y + 3.5}
              className={styles[hollow ? 'countHollow' : 'count']}
            >
              {count}
            </text>
          ),
      )}
    </g>
  );
}

/** Defenders' marks have the shapes that the timeline gives them; several on one place are a square. */
function defencePath(groups: readonly MarkGroup[], marks: LaneDrawing['marks'], y: number): string {
  return groups
    .map(({ x, count, first }) => {
      const r = markRadius(count);
      const left = Math.round((x - r) * 10) / 10;
      if (count > 1) return `M${left} ${y - r}h${2 * r}v${2 * r}h${-2 * r}z`;
      const kind = marks[first]?.kind;
      if (kind === 'decision') return `M${left} ${y + r - 1}h${2 * r}l${-r} ${-2 * r + 1}z`;
      if (kind === 'milestone')
        return `M${left} ${y + r + 1}v${-2 * r - 2}h${2 * r}l-3 3.5l3 3.5h${-2 * r + 1.5}v5z`;
      return circlePath(x, y, r);
    })
    .join('');
}

type AxisProps = { readonly axis: BrokenAxis; readonly zone: string; readonly height: number };

function Axis({ axis, zone, height }: AxisProps) {
  const locale = useLanguage();
  return (
    <>
      {axis.segments.map((segment) => (
        <Ticks key={segment.from} segment={segment} zone={zone} height={height} />
      ))}
      {breaksOf(axis).map(({ left, right, ms }) => (
        <g key={left} className={styles['break']}>
          <rect x={left} width={right - left} y={axisHeight} height={height - axisHeight} />
          <path d={`M${left + 7} 14l4 -10m3 10l4 -10`} />
          <text x={(left + right) / 2} y={29}>
            {formatDuration(roundedMs(ms), locale)}
          </text>
        </g>
      ))}
    </>
  );
}

/** As much of a length of time as there is room for. */
function roundedMs(ms: number): number {
  const unit = ms > 2 * msPer.day ? msPer.day : ms > 2 * msPer.hour ? msPer.hour : msPer.minute;
  return Math.max(unit, Math.round(ms / unit) * unit);
}

type TicksProps = {
  readonly segment: AxisSegment;
  readonly zone: string;
  readonly height: number;
};

function Ticks({ segment, zone, height }: TicksProps) {
  const locale = useLanguage();
  const { from, until, left, right } = segment;
  const x = (ms: number) => left + ((ms - from) / Math.max(1, until - from)) * (right - left);
  const { instants, about } = timeTicks(
    { from, to: until },
    zone,
    Math.floor((right - left) / tickPx),
  );
  const fits = (at: number, text: string) => x(at) + 3 + text.length * letterPx <= right + 2;
  const day = formatInstant(from, { zone, locale, style: 'short' }, 'day');
  const start = [day, day.slice(5)].find((text) => text.length * letterPx <= right - left + 4);
  // The year stands above, where there is room for it.
  const year = day.slice(0, 5);
  return (
    <>
      {start !== undefined && (
        <text x={left} y={12} className={styles['date']}>
          {start}
        </text>
      )}
      {instants.map((at) => {
        const text = tickLabel(at, zone, about).replace(year, '');
        return (
          <g key={at}>
            <line
              x1={x(at)}
              x2={x(at)}
              y1={axisHeight - 6}
              y2={height}
              className={styles['tick']}
            />
            {fits(at, text) && (
              <text x={x(at) + 3} y={29} className={styles['label']}>
                {text}
              </text>
            )}
          </g>
        );
      })}
    </>
  );
}
