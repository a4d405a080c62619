import { Check, Circle } from 'lucide-react';
import { useMemo } from 'react';
import { plannedCollection } from '#shared/application/now.ts';
import { collectionPlan } from '#shared/catalogue/collection-plan.ts';
import { nowMessages as m } from '#shared/i18n/now-messages.ts';
import { useRecords } from '../../data/use-records.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { EvidenceLink } from '../../records/links.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { Button } from '../../ui/button.tsx';
import { NowCard } from './now-card.tsx';
import styles from './now-view.module.css';

/** What to secure, the most volatile first, ticked by the evidence that arrived. */
export function PlanCard() {
  const say = useSay();
  const language = useLanguage();
  const { show } = useWorkspace();
  const checklists = useRecords('checklists');
  const evidence = useRecords('evidence');
  const plan = useMemo(() => plannedCollection(checklists, evidence), [checklists, evidence]);
  const done = plan.filter((each) => each.evidence.length > 0).length;
  return (
    <NowCard
      title={say(m.plan)}
      note={say(m.planDone, { done, n: plan.length })}
      actions={
        <Button look="quiet" onClick={() => show('evidence')}>
          {say(m.addEvidence)}
        </Button>
      }
    >
      <p className={styles['quiet']}>{collectionPlan.note[language]}</p>
      <ol className={styles['plan']}>
        {plan.map(({ step, evidence: found }) => (
          <li key={step.id} data-done={found.length > 0 || undefined} data-step={step.id}>
            <span className={styles['tick']} aria-hidden>
              {found.length > 0 ? <Check size={14} strokeWidth={3} /> : <Circle size={14} />}
            </span>
            <div>
              <p>
                {step.what[language]}{' '}
                <span className="visually-hidden">
                  {say(found.length > 0 ? m.planHere : m.planMissing)}
                </span>
              </p>
              {found.length === 0 ? (
                <p className={styles['note']}>
                  {say(m.planWhere, { where: step.where[language] })}
                </p>
              ) : (
                found.slice(0, 3).map((id) => <EvidenceLink key={id} id={id} />)
              )}
            </div>
          </li>
        ))}
      </ol>
    </NowCard>
  );
}
