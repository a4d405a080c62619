import { memo } from 'react';
import { type ChainMarks, type LaneId, laneIds } from '#shared/domain/chain/chain-marks.ts';
import { stageNumber } from '#shared/domain/kill-chain.ts';
import { formatInstant } from '#shared/domain/time/format-time.ts';
import { chainMessages as m } from '#shared/i18n/kill-chain-messages.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { StageChip } from '../../records/stage-chip.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { laneName } from './lane-names.ts';
import styles from './swimlane.module.css';

type LaneHeadsProps = {
  readonly marks: ChainMarks;
  readonly gaps: ReadonlySet<LaneId>;
  readonly guide: LaneId | undefined;
  readonly onGuide: (lane: LaneId) => void;
};

/** Names of the lanes with how many entries, first and last seen; each opens the guide of its stage. */
export const LaneHeads = memo(function LaneHeads(props: LaneHeadsProps) {
  const { marks, gaps, guide, onGuide } = props;
  const say = useSay();
  const language = useLanguage();
  const { zone } = useWorkspace();
  const day = (ms: number) =>
    formatInstant(ms, { zone, locale: language, style: 'short' }, 'day').slice(2);
  const stateOf = (lane: LaneId) => {
    const timed = marks.lanes[lane];
    const untimed = marks.untimed[lane].length;
    const count = timed.length + untimed;
    if (count === 0) return say(gaps.has(lane) ? m.laneGap : m.laneEmpty);
    const parts = [say(m.laneCount, { n: count })];
    const [first, last] = [timed[0], timed.at(-1)];
    if (first !== undefined && last !== undefined) {
      const [from, to] = [day(first.at), day(last.at)];
      parts.push(from === to ? from : say(m.laneSpan, { from, to }));
    }
    if (untimed > 0) parts.push(say(m.untimed, { n: untimed }));
    return parts.join(' · ');
  };
  return (
    <div className={styles['heads']}>
      {laneIds.map((lane) => {
        const state = stateOf(lane);
        const name = laneName(lane, language, say);
        const content = (
          <>
            <span className={styles['headName']}>
              {lane === 'defence' ? name : <StageChip stage={lane} />}
            </span>
            <span
              className={styles['headState']}
              data-gap={(gaps.has(lane) && marks.lanes[lane].length === 0) || undefined}
            >
              {state}
            </span>
          </>
        );
        if (lane === 'defence')
          return (
            <div key={lane} className={styles['head']}>
              {content}
            </div>
          );
        return (
          <button
            key={lane}
            type="button"
            className={styles['head']}
            data-lane={lane}
            aria-pressed={guide === lane}
            aria-label={say(m.laneButton, {
              stage: `${stageNumber(lane)} ${name}`,
              state,
            })}
            onClick={() => onGuide(lane)}
          >
            {content}
          </button>
        );
      })}
    </div>
  );
});
