import { useMemo } from 'react';
import { standingDecisions } from '#shared/application/decisions.ts';
import { type Decision, decisionState } from '#shared/domain/decision.ts';
import { decisionMessages as m, decisionStateMessages } from '#shared/i18n/decision-messages.ts';
import { useRecords } from '../data/use-records.ts';
import { Button } from '../ui/button.tsx';
import { useSay } from './language.tsx';
import { useWorkspace } from './workspace.tsx';

/** The decisions that actions of the catalogue or checklist items asked for, by what asked; the latest of each. */
export function useDecisionsAbout(): ReadonlyMap<string, Decision> {
  const records = useRecords('decisions');
  return useMemo(
    () =>
      new Map(
        standingDecisions(records).flatMap((decision) =>
          decision.about === undefined ? [] : [[decision.about, decision] as const],
        ),
      ),
    [records],
  );
}

/** How the decision stands that something asked for; goes to it. Nothing while there is none. */
export function DecisionMark({ decision }: { readonly decision: Decision | undefined }) {
  const say = useSay();
  const { openDecisions } = useWorkspace();
  if (decision === undefined) return null;
  const state = say(decisionStateMessages[decisionState(decision)]);
  return (
    <Button look="quiet" onClick={() => openDecisions({ tab: 'decisions', decision: decision.id })}>
      {say(m.decisionFor, { state })}
    </Button>
  );
}
