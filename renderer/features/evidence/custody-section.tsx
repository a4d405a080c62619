import { useState } from 'react';
import { custodyInOrder } from '#shared/domain/custody-line.ts';
import { custodyMessages as m } from '#shared/i18n/custody-messages.ts';
import { paperMessages } from '#shared/i18n/paper-messages.ts';
import { evidenceMessages } from '#shared/i18n/evidence-messages.ts';
import type { EvidenceRecord } from '#shared/journal/records.ts';
import type { Desktop } from '../../data/desktop-bridge.ts';
import { useSay } from '../../records/language.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './custody-form.module.css';
import { CustodyForm } from './custody-form.tsx';
import { CustodyList } from './custody-list.tsx';
import { useFormPrint } from './use-form-print.ts';

type CustodySectionProps = { readonly desktop: Desktop; readonly record: EvidenceRecord };

/** An item's custody: what happened, what does not fit, the next event, and the form to sign. */
export function CustodySection({ desktop, record }: CustodySectionProps) {
  const say = useSay();
  const { canWrite } = useWorkspace();
  const print = useFormPrint(desktop);
  const [isAdding, setAdding] = useState(false);
  const holder = custodyInOrder(record.custody).findLast(({ event }) => event.to !== '')?.event.to;
  return (
    <>
      <h4>{say(evidenceMessages.custody)}</h4>
      <CustodyList custody={record.custody} />
      {isAdding ? (
        <CustodyForm evidence={record.id} holder={holder ?? ''} onDone={() => setAdding(false)} />
      ) : (
        <div className={styles['buttons']}>
          {canWrite && <Button onClick={() => setAdding(true)}>{say(m.addEvent)}</Button>}
          <Button onClick={() => void print([record.id])}>{say(m.makeForm)}</Button>
          <Button onClick={() => void print([record.id], { kind: 'labels', sheets: 1 })}>
            {say(paperMessages.label)}
          </Button>
        </div>
      )}
    </>
  );
}
