import { Plus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import {
  type Decision,
  type DecisionFields,
  decisionState,
  type DecisionState,
} from '#shared/domain/decision.ts';
import { decisionMessages as m, decisionStateMessages } from '#shared/i18n/decision-messages.ts';
import { useSay } from '../../records/language.tsx';
import { EntryLink } from '../../records/links.tsx';
import { type DecisionPlace, useWorkspace } from '../../records/workspace.tsx';
import { Button } from '../../ui/button.tsx';
import { ToggleChip } from '../../ui/chip.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { DecisionCard } from './decision-card.tsx';
import { DecisionForm } from './decision-form.tsx';
import styles from './decisions-view.module.css';
import { useDecisions, useUndetailed } from './use-decisions.ts';

const states = ['asked', 'chosen', 'approved', 'executed'] as const;

type Editing = { readonly decision: Decision | undefined; readonly draft: DecisionFields };

/** Every decision as a card, and the entries that decide and have no record yet. */
export function DecisionsTab({ place }: { readonly place: DecisionPlace | undefined }) {
  const say = useSay();
  const { canWrite } = useWorkspace();
  const decisions = useDecisions();
  const undetailed = useUndetailed(decisions);
  const [state, setState] = useState<DecisionState>();
  const [editing, setEditing] = useState<Editing>();
  const list = useRef<HTMLUListElement>(null);
  const shown = useRef<DecisionPlace>(undefined);
  const start = (draft: DecisionFields) => setEditing({ decision: undefined, draft });

  useEffect(() => {
    if (place === undefined || place === shown.current) return;
    shown.current = place;
    if (place.draft !== undefined && canWrite)
      setEditing({ decision: undefined, draft: place.draft });
    else if (place.decision !== undefined) focusCard(list.current, place.decision);
  }, [place, canWrite]);

  const filtered = decisions.filter((each) => state === undefined || decisionState(each) === state);
  const add = canWrite && (
    <Button look="primary" icon={<Plus size={16} aria-hidden />} onClick={() => start({})}>
      {say(m.add)}
    </Button>
  );
  return (
    <div className={styles['tab']}>
      {decisions.length === 0 && undetailed.length === 0 ? (
        <EmptyState title={say(m.emptyTitle)} actions={add}>
          <p>{say(canWrite ? m.emptyText : m.readOnly)}</p>
        </EmptyState>
      ) : (
        <>
          <div className={styles['bar']}>
            {add}
            <div className={styles['filter']} role="group" aria-label={say(m.stateFilter)}>
              {states.map((each) => (
                <ToggleChip
                  key={each}
                  pressed={state === each}
                  onToggle={() => setState((before) => (before === each ? undefined : each))}
                  count={decisions.filter((one) => decisionState(one) === each).length}
                >
                  {say(decisionStateMessages[each])}
                </ToggleChip>
              ))}
            </div>
          </div>
          {filtered.length === 0 && decisions.length > 0 && (
            <p className={styles['none']}>{say(m.noneOfState)}</p>
          )}
          <ul ref={list} className={styles['cards']} aria-label={say(m.list)}>
            {filtered.map((decision) => (
              <DecisionCard
                key={decision.id}
                decision={decision}
                onEdit={() => setEditing({ decision, draft: {} })}
              />
            ))}
          </ul>
          {undetailed.length > 0 && (
            <section className={styles['undetailed']} aria-label={say(m.undetailed)}>
              <h3>{say(m.undetailed)}</h3>
              <p>{say(m.undetailedText)}</p>
              <ul>
                {undetailed.map(({ id, content }) => (
                  <li key={id}>
                    <EntryLink id={id} />
                    {canWrite && (
                      <Button
                        onClick={() =>
                          start({
                            question: content.text.slice(0, 2_000),
                            entry: id,
                            approved: content.at.utc === null ? null : content.at,
                          })
                        }
                      >
                        {say(m.detail)}
                      </Button>
                    )}
                  </li>
                ))}
              </ul>
            </section>
          )}
        </>
      )}
      {editing !== undefined && (
        <DecisionForm
          decision={editing.decision}
          draft={editing.draft}
          onClose={() => setEditing(undefined)}
          onSaved={(id) => {
            setEditing(undefined);
            setTimeout(() => focusCard(list.current, id), 0);
          }}
        />
      )}
    </div>
  );
}

function focusCard(list: HTMLElement | null, id: string): void {
  list?.querySelector<HTMLElement>(`[data-decision="${id}"] [tabindex="-1"]`)?.focus();
}
