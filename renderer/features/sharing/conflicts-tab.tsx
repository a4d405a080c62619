import { useState } from 'react';
import { settleConflict } from '#shared/application/settle-conflict.ts';
import type { ShownConflict } from '#shared/application/show-conflicts.ts';
import { sharingMessages as m } from '#shared/i18n/sharing-messages.ts';
import { fieldName } from '#shared/i18n/word-conflict.ts';
import { wordDisputedValue } from '#shared/i18n/word-disputed-value.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import { newOperationId } from '../../data/operation-id.ts';
import { useSession } from '../../data/session-context.tsx';
import { useRecord } from '../../data/use-records.ts';
import { appendErrorText } from '../../records/append-error-text.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { EntryLink } from '../../records/links.tsx';
import { InstantText } from '../../records/time-text.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { deviceName } from './device-name.ts';
import styles from './sharing-view.module.css';
import { useConflictTitle } from './use-conflict-title.ts';
import { readContested } from './use-conflicts.ts';

/** Every value that people disagree about, side by side; a person lets one stand or writes it anew. */
export function ConflictsTab({ conflicts }: { readonly conflicts: readonly ShownConflict[] }) {
  const say = useSay();
  const language = useLanguage();
  const session = useSession();
  const { announce } = useWorkspace();
  const [problem, setProblem] = useState<string>();
  const settle = async (conflict: ShownConflict, chosen: number) => {
    setProblem(undefined);
    const operation = settleConflict(await readContested(session), conflict, chosen, {
      newId: newOperationId,
      reason: say(m.settleReason),
    });
    if (operation === undefined) return setProblem(say(m.cannotSettle));
    const written = await session.append(operation);
    if (written.ok) announce(say(m.settled), 'good');
    else setProblem(appendErrorText(language, written.error));
    return undefined;
  };
  if (conflicts.length === 0)
    return (
      <EmptyState title={say(m.noConflicts)}>
        <p>{say(m.noConflictsText)}</p>
      </EmptyState>
    );
  return (
    <div className={styles['column']}>
      <p className={styles['lead']}>{say(m.conflictsLead)}</p>
      {problem !== undefined && <Banner tone="danger">{problem}</Banner>}
      {conflicts.map((conflict) => (
        <Conflict
          key={`${conflict.what} ${conflict.id}`}
          conflict={conflict}
          onSettle={(chosen) => void settle(conflict, chosen)}
        />
      ))}
    </div>
  );
}

type ConflictProps = {
  readonly conflict: ShownConflict;
  readonly onSettle: (chosen: number) => void;
};

function Conflict({ conflict, onSettle }: ConflictProps) {
  const { canWrite } = useWorkspace();
  const { what, id, values } = conflict;
  const title = useConflictTitle(conflict);
  return (
    <section className={styles['conflict']} aria-label={title}>
      <h3>{title}</h3>
      {(what === 'entry' || what === 'withdrawal') && <EntryLink id={id} />}
      <ul className={styles['sides']}>
        {values.map((side, index) => (
          <Side
            key={`${side.feed} ${side.seq}`}
            conflict={conflict}
            side={side}
            onSettle={canWrite ? () => onSettle(index) : undefined}
          />
        ))}
      </ul>
    </section>
  );
}

type SideProps = {
  readonly conflict: ShownConflict;
  readonly side: ShownConflict['values'][number];
  readonly onSettle: (() => void) | undefined;
};

function Side({ conflict, side, onSettle }: SideProps) {
  const say = useSay();
  const language = useLanguage();
  const { zone } = useWorkspace();
  const device = useRecord('feeds', side.feed);
  const by = visibleText(side.by);
  const parts = wordDisputedValue(conflict, side.value, { language, zone });
  return (
    <li>
      {parts.map(({ name, text }) => (
        <p key={name ?? ''} className={styles['value']}>
          {name === undefined
            ? visibleText(text)
            : say(m.listMore, { name: fieldName(name, language), value: visibleText(text) })}
        </p>
      ))}
      <p className={styles['muted']}>
        {say(m.side, { by })} · <InstantText ms={side.wall} /> ·{' '}
        {say(m.sideClock, { device: deviceName(say, device) })}
      </p>
      {onSettle !== undefined && (
        <Button aria-label={say(m.letStandName, { by })} onClick={onSettle}>
          {say(m.letStand)}
        </Button>
      )}
    </li>
  );
}
