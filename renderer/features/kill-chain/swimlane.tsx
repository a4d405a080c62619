import { Minus, MoveLeft, MoveRight, Plus, Scan } from 'lucide-react';
import { useId, useMemo } from 'react';
import { breakAxis, type TimeSpan } from '#shared/domain/chain/broken-axis.ts';
import { type ChainMarks, coveredSpans, type LaneId } from '#shared/domain/chain/chain-marks.ts';
import type { ChainTurn } from '#shared/domain/chain/chain-turns.ts';
import {
  groupOf,
  layOutLanes,
  markRadius,
  spanOfGroup,
} from '#shared/domain/chain/lay-out-lanes.ts';
import { formatEntryTime, formatInstant } from '#shared/domain/time/format-time.ts';
import { chainMessages as m } from '#shared/i18n/kill-chain-messages.ts';
import { useSession } from '../../data/session-context.tsx';
import { useLanguage, useSay } from '../../records/language.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { IconButton } from '../../ui/button.tsx';
import { useWidth } from '../../ui/use-width.ts';
import { LaneHeads } from './lane-heads.tsx';
import { laneName } from './lane-names.ts';
import { useShownSpan } from './shown-span.ts';
import { SwimlaneCanvas } from './swimlane-canvas.tsx';
import { SwimlaneLegend } from './swimlane-legend.tsx';
import { axisHeight, laneHeight, laneMiddle } from './swimlane-sizes.ts';
import styles from './swimlane.module.css';
import { useSwimlane } from './use-swimlane.ts';

export const swimlaneId = 'swimlane';

type SwimlaneProps = {
  readonly marks: ChainMarks;
  readonly turns: readonly ChainTurn[];
  /** First and last instant of all that happened. */
  readonly whole: TimeSpan;
  /** Stages that nothing tells of between stages that something tells of. */
  readonly gaps: ReadonlySet<LaneId>;
  readonly guide: LaneId | undefined;
  readonly onGuide: (lane: LaneId) => void;
};

/** The stages as lanes over time; defenders below. */
export function Swimlane({ marks, turns, whole, gaps, guide, onGuide }: SwimlaneProps) {
  const say = useSay();
  const language = useLanguage();
  const session = useSession();
  const { zone, openEntry, selectedEntry } = useWorkspace();
  const keysId = useId();
  const [frame, width] = useWidth();
  const { span, isZoomed, show } = useShownSpan(whole);
  const { from, until } = span;
  const covered = useMemo(() => coveredSpans(marks), [marks]);
  const axis = useMemo(
    () => breakAxis(covered, { from, until }, Math.max(width, 120)),
    [covered, from, until, width],
  );
  const lanes = useMemo(
    () => layOutLanes(marks, axis, { from, until }),
    [marks, axis, from, until],
  );
  const swim = useSwimlane({
    lanes,
    axis,
    span,
    isZoomed,
    onSpan: show,
    onOpen: openEntry,
    onGuide,
  });
  const { lane, laneAt, group, groupAt } = swim;

  const time = (ms: number) =>
    formatInstant(ms, { zone, locale: language, style: 'short' }, 'minute');
  const saidText = () => {
    if (lane === undefined) return '';
    const name = laneName(lane.lane, language, say);
    if (group === undefined) return say(m.markNone, { lane: name });
    if (group.count > 1) {
      const within = spanOfGroup(lane, group);
      const between = { from: time(within.from), to: time(within.until) };
      return say(m.markMany, { lane: name, n: group.count, ...between });
    }
    const row = session.timeline.row(lane.marks[group.first]?.entry ?? '');
    if (row === undefined) return '';
    return say(m.markOne, {
      lane: name,
      number: String(row.number ?? '–'),
      time: formatEntryTime(row.at, { zone, locale: language, style: 'short' }),
      text: row.content.text,
    });
  };
  const said = saidText();
  const selected = (selectedEntry === undefined ? [] : lanes).flatMap((each, index) => {
    const at = each.marks.findIndex(({ entry }) => entry === selectedEntry);
    const found = at < 0 ? undefined : each.groups[groupOf(each, at)];
    return found === undefined ? [] : [{ index, group: found }];
  });
  const height = axisHeight + lanes.length * laneHeight;
  return (
    <section className={styles['swimlane']} aria-label={say(m.drawing)}>
      <div className={styles['tools']}>
        <IconButton
          name={say(m.zoomIn)}
          icon={<Plus size={16} aria-hidden />}
          onClick={() => swim.zoom(swim.zoomStep)}
        />
        <IconButton
          name={say(m.zoomOut)}
          icon={<Minus size={16} aria-hidden />}
          disabled={!isZoomed}
          onClick={() => swim.zoom(1 / swim.zoomStep)}
        />
        <IconButton
          name={say(m.panLeft)}
          icon={<MoveLeft size={16} aria-hidden />}
          disabled={!isZoomed}
          onClick={() => swim.pan(-swim.panStep)}
        />
        <IconButton
          name={say(m.panRight)}
          icon={<MoveRight size={16} aria-hidden />}
          disabled={!isZoomed}
          onClick={() => swim.pan(swim.panStep)}
        />
        <IconButton
          name={say(m.zoomAll)}
          icon={<Scan size={16} aria-hidden />}
          disabled={!isZoomed}
          onClick={() => show(undefined)}
        />
        {isZoomed && (
          <span className={styles['span']}>
            {say(m.shownSpan, { from: time(span.from), to: time(span.until) })}
          </span>
        )}
        <SwimlaneLegend />
      </div>
      <div className={styles['body']}>
        <LaneHeads marks={marks} gaps={gaps} guide={guide} onGuide={onGuide} />
        <div ref={frame} className={styles['frame']}>
          <span id={keysId} hidden>
            {say(m.drawingKeys)}
          </span>
          <div
            ref={swim.area}
            id={swimlaneId}
            className={styles['drawing']}
            style={{ height }}
            role="slider"
            tabIndex={0}
            aria-label={say(m.drawing)}
            aria-describedby={keysId}
            aria-valuemin={0}
            aria-valuemax={Math.max(0, (lane?.groups.length ?? 1) - 1)}
            aria-valuenow={Math.max(0, groupAt)}
            aria-valuetext={said}
            {...swim.handlers}
          >
            {width > 0 && (
              <>
                <svg className={styles['layer']} width={axis.width} height={height} aria-hidden>
                  <rect
                    y={axisHeight + laneAt * laneHeight}
                    width={axis.width}
                    height={laneHeight}
                    className={styles['lane']}
                  />
                  {selected.map(({ index, group: { x, count } }) => (
                    <circle
                      key={index}
                      cx={x}
                      cy={laneMiddle(index)}
                      r={markRadius(count) + 4}
                      className={styles['selected']}
                    />
                  ))}
                </svg>
                <SwimlaneCanvas
                  lanes={lanes}
                  turns={turns}
                  axis={axis}
                  zone={zone}
                  height={height}
                />
                <svg className={styles['layer']} width={axis.width} height={height} aria-hidden>
                  {group !== undefined && (
                    <circle
                      cx={group.x}
                      cy={laneMiddle(laneAt)}
                      r={markRadius(group.count) + 4}
                      className={styles['cursor']}
                    />
                  )}
                  {swim.brush && (
                    <rect
                      x={swim.brush.left}
                      width={swim.brush.right - swim.brush.left}
                      y={axisHeight}
                      height={height - axisHeight}
                      className={styles['brush']}
                    />
                  )}
                </svg>
              </>
            )}
          </div>
        </div>
      </div>
      <p className={styles['said']} aria-hidden>
        {said}
      </p>
    </section>
  );
}
