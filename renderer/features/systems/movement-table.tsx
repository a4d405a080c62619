import type { MovementStep } from '#shared/domain/chain/movement-graph.ts';
import { formatEntryTime, formatInstant } from '#shared/domain/time/format-time.ts';
import { systemViewMessages as m } from '#shared/i18n/system-view-messages.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { EntryLink, TechniqueChip } from '../../records/links.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './movement-tab.module.css';

type MovementTableProps = {
  readonly steps: readonly MovementStep[];
  /** Says that a step is one, or none; undefined while nothing can be written. */
  readonly onJudge: ((step: MovementStep, isMovement: boolean) => void) | undefined;
  readonly onEdit: ((step: MovementStep) => void) | undefined;
};

/** The steps that are shown, in the order of time. */
export function MovementTable({ steps, onJudge, onEdit }: MovementTableProps) {
  const say = useSay();
  const locale = useLanguage();
  const { zone } = useWorkspace();
  const look = { zone, locale, style: 'short' } as const;
  // A day is no midnight: the time of an entry stands with its precision.
  const whenText = ({ atMs, time }: MovementStep) => {
    if (time !== undefined) return formatEntryTime(time, look);
    return atMs === undefined ? say(m.whenUnknown) : formatInstant(atMs, look, 'minute');
  };
  return (
    <table className={styles['table']}>
      <caption>{say(m.movementTable)}</caption>
      <thead>
        <tr>
          {[m.when, m.from, m.to, m.account, m.technique, m.seenIn, m.certainty].map((label) => (
            <th key={label.en} scope="col">
              {say(label)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {steps.map((step) => {
          const names = { from: visibleText(step.from), to: visibleText(step.to) };
          return (
            <tr key={step.key}>
              <td>{whenText(step)}</td>
              <td>{names.from}</td>
              <td>{names.to}</td>
              <td>{visibleText(step.account ?? '')}</td>
              <td>{step.technique !== undefined && <TechniqueChip id={step.technique} />}</td>
              <td className={styles['entries']}>
                {step.entries.map((id) => (
                  <EntryLink key={id} id={id} />
                ))}
              </td>
              <td>
                <span className={styles['judging']}>
                  {say(step.movement === undefined ? m.suggested : m.confirmed)}
                  {onJudge !== undefined && step.movement === undefined && (
                    <Button aria-label={say(m.confirm, names)} onClick={() => onJudge(step, true)}>
                      {say(m.confirmShort)}
                    </Button>
                  )}
                  {onEdit !== undefined && step.movement !== undefined && (
                    <Button aria-label={say(m.editMovement, names)} onClick={() => onEdit(step)}>
                      {say(m.editMovementShort)}
                    </Button>
                  )}
                  {onJudge !== undefined && (
                    <Button aria-label={say(m.isNone, names)} onClick={() => onJudge(step, false)}>
                      {say(m.isNoneShort)}
                    </Button>
                  )}
                </span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
