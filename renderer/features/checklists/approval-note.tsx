import type { AdoptedItem } from '#shared/domain/checklist.ts';
import { decisionMessages as m } from '#shared/i18n/decision-messages.ts';
import { DecisionMark, useDecisionsAbout } from '../../records/decision-mark.tsx';
import { useLanguage, useSay } from '../../records/language.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './checklist-item.module.css';

/** That an item needs consent, and where it is recorded; it stands in nobody's way. */
export function ApprovalNote({ item }: { readonly item: AdoptedItem }) {
  const say = useSay();
  const language = useLanguage();
  const { canWrite, openDecisions } = useWorkspace();
  const decision = useDecisionsAbout().get(item.id);
  return (
    <div className={styles['approval']}>
      <p>{say(m.approvalAsked)}</p>
      <DecisionMark decision={decision} />
      {decision === undefined && canWrite && (
        <Button
          onClick={() =>
            openDecisions({
              tab: 'decisions',
              draft: { question: item.text[language], about: item.id },
            })
          }
        >
          {say(m.askDecision)}
        </Button>
      )}
      <Button look="quiet" onClick={() => openDecisions({ tab: 'authority' })}>
        {say(m.whoMay)}
      </Button>
    </div>
  );
}
