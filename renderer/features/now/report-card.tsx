import { type ReportGap, reportGaps } from '#shared/application/now.ts';
import { milestoneById } from '#shared/catalogue/milestones.ts';
import { nowMessages as m } from '#shared/i18n/now-messages.ts';
import { isContested } from '#shared/journal/records.ts';
import { useIncident, useRecord, useTimeline } from '../../data/use-records.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { useMilestones } from '../../records/use-deadlines.ts';
import { useWorkspace } from '../../records/workspace.tsx';
import { Button } from '../../ui/button.tsx';
import { NowCard } from './now-card.tsx';
import styles from './now-view.module.css';

const unwritten = { summary: m.gapSummary, impact: m.gapImpact, rootCause: m.gapRootCause };

/** What still stands between the notebook and a report. */
export function ReportCard() {
  const say = useSay();
  const language = useLanguage();
  const { show } = useWorkspace();
  const rows = useTimeline().filter(({ withdrawn }) => !withdrawn);
  const incident = useIncident();
  const registers = Object.values(useRecord('incident', 'incident')?.fields ?? {});
  const gaps = reportGaps({
    incident,
    milestones: useMilestones(),
    contested:
      rows.filter(({ contested }) => contested).length + registers.filter(isContested).length,
    untimed: rows.filter(({ content }) => content.at.utc === null).length,
  });
  const worded = (gap: ReportGap): string => {
    switch (gap.kind) {
      case 'unwritten':
        return say(unwritten[gap.field]);
      case 'unrated':
        return say(m.gapRated);
      case 'milestone':
        return say(m.gapMilestone, {
          milestone: milestoneById(gap.milestone)?.name[language] ?? gap.milestone,
        });
      case 'contested':
        return say(m.gapContested, { n: gap.n });
      case 'untimed':
        return say(m.gapUntimed, { n: gap.n });
    }
  };
  return (
    <NowCard
      title={say(m.report)}
      actions={
        <Button look="quiet" onClick={() => show('report')}>
          {say(m.toReport)}
        </Button>
      }
    >
      {gaps.length === 0 && <p className={styles['quiet']}>{say(m.reportWhole)}</p>}
      <ul className={styles['plain']}>
        {gaps.map((gap) => (
          <li key={worded(gap)}>{worded(gap)}</li>
        ))}
      </ul>
    </NowCard>
  );
}
