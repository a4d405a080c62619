import { sharingMessages as m } from '#shared/i18n/sharing-messages.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import type { Landing } from '../../records/landing.ts';
import { useSay } from '../../records/language.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { CopySummaryList } from './copy-summary-list.tsx';
import styles from './sharing-view.module.css';

type TakenCopyProps = {
  readonly taken: NonNullable<Landing['taken']>;
  readonly onConflicts: () => void;
  readonly onBundle: () => void;
};

/** What was taken over, and what is left to do: settle what differs, give ours back. */
export function TakenCopy({ taken, onConflicts, onBundle }: TakenCopyProps) {
  const say = useSay();
  const { summary, recorded } = taken;
  const title = say(m.brought, { from: visibleText(summary.from) });
  return (
    <section className={styles['result']} aria-label={title}>
      <h3>{title}</h3>
      {!recorded && <Banner tone="danger">{say(m.notRecorded)}</Banner>}
      <CopySummaryList summary={summary} />
      <p className={styles['hint']}>{say(m.giveBack)}</p>
      <div className={styles['buttons']}>
        {summary.conflicts.length > 0 && (
          <Button look="primary" onClick={onConflicts}>
            {say(m.settleThem)}
          </Button>
        )}
        <Button onClick={onBundle}>{say(m.tabBundle)}</Button>
      </div>
    </section>
  );
}
