import { nowMessages as m } from '#shared/i18n/now-messages.ts';
import { useSay } from '../../records/language.tsx';
import { NewsCard } from './news-card.tsx';
import styles from './now-view.module.css';
import { PlanCard } from './plan-card.tsx';
import { ReportCard } from './report-card.tsx';
import { ClocksCard, DecisionsCard, NextCard, OpenCard } from './waiting-cards.tsx';

/** The panel for the morning and before every call: what is new, what runs, what waits, what comes next. */
export function NowView({ by }: { readonly by: string }) {
  const say = useSay();
  return (
    <div className={styles['view']}>
      <h2 className="visually-hidden">{say(m.title)}</h2>
      <div className={styles['cards']}>
        <NewsCard by={by} />
        <ClocksCard />
        <NextCard />
        <DecisionsCard />
        <OpenCard />
        <ReportCard />
        <PlanCard />
      </div>
    </div>
  );
}
