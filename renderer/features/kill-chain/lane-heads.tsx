import type { LaneId } from '#shared/domain/chain/chain-marks.ts';
import { laneEnds } from '#shared/domain/chain/lane-shapes.ts';
import type { LaneDrawing } from '#shared/domain/chain/lay-out-lanes.ts';
import { stageNumber } from '#shared/domain/kill-chain.ts';
import { formatInstant } from '#shared/domain/time/format-time.ts';
import { chainMessages as m } from '#shared/i18n/kill-chain-messages.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { StageChip } from '../../records/stage-chip.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { laneName } from './lane-names.ts';
import styles from './swimlane.module.css';

type LaneHeadsProps = {
  readonly lanes: readonly LaneDrawing[];
  readonly gaps: ReadonlySet<LaneId>;
  readonly guide: LaneId | undefined;
  readonly onGuide: (lane: LaneId) => void;
};

/** Names of the lanes with how many entries, first and last seen; each opens the guide of its stage. */
export function LaneHeads({ lanes, gaps, guide, onGuide }: LaneHeadsProps) {
  const say = useSay();
  const language = useLanguage();
  const { zone } = useWorkspace();
  const day = (ms: number) =>
    formatInstant(ms, { zone, locale: language, style: 'short' }, 'day').slice(2);
  const stateOf = (lane: LaneDrawing) => {
    const count = lane.marks.length + lane.untimed.length;
    if (count === 0) return say(gaps.has(lane.lane) ? m.laneGap : m.laneEmpty);
    const ends = laneEnds(lane);
    const parts = [say(m.laneCount, { n: count })];
    if (ends !== undefined) {
      const [from, to] = [day(ends.first.at), day(ends.last.at)];
      parts.push(from === to ? from : say(m.laneSpan, { from, to }));
    }
    if (lane.untimed.length > 0) parts.push(say(m.untimed, { n: lane.untimed.length }));
    return parts.join(' · ');
  };
  return (
    <div className={styles['heads']}>
      {lanes.map((lane) => {
        const state = stateOf(lane);
        const name = laneName(lane.lane, language, say);
        const content = (
          <>
            <span className={styles['headName']}>
              {lane.lane === 'defence' ? name : <StageChip stage={lane.lane} />}
            </span>
            <span
              className={styles['headState']}
              data-gap={(gaps.has(lane.lane) && lane.marks.length === 0) || undefined}
            >
              {state}
            </span>
          </>
        );
        if (lane.lane === 'defence')
          return (
            <div key={lane.lane} className={styles['head']}>
              {content}
            </div>
          );
        return (
          <button
            key={lane.lane}
            type="button"
            className={styles['head']}
            data-lane={lane.lane}
            aria-pressed={guide === lane.lane}
            aria-label={say(m.laneButton, {
              stage: `${stageNumber(lane.lane)} ${name}`,
              state,
            })}
            onClick={() => onGuide(lane.lane)}
          >
            {content}
          </button>
        );
      })}
    </div>
  );
}
