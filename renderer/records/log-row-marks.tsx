import { Check, Pin } from 'lucide-react';
import { logMessages as m } from '#shared/i18n/logs-messages.ts';
import { useSay } from './language.tsx';
import styles from './log-row-marks.module.css';

type LogRowMarksProps = {
  readonly tagged: boolean;
  /** Numbers of the entries that cite it. */
  readonly pinnedBy: string | undefined;
};

/** What was done with a row of a log: tagged to be pinned, or pinned already. */
export function LogRowMarks({ tagged, pinnedBy }: LogRowMarksProps) {
  const say = useSay();
  const pinnedName = pinnedBy === undefined ? '' : say(m.rowPinned, { numbers: pinnedBy });
  return (
    <span role="gridcell" className={styles['marks']}>
      {tagged && (
        <span title={say(m.rowTagged)}>
          <Check size={14} aria-hidden />
          <span className="visually-hidden">{say(m.rowTagged)}</span>
        </span>
      )}
      {pinnedBy !== undefined && (
        <span className={styles['pinned']} title={pinnedName}>
          <Pin size={12} aria-hidden />
          <span aria-hidden>{pinnedBy}</span>
          <span className="visually-hidden">{pinnedName}</span>
        </span>
      )}
    </span>
  );
}
