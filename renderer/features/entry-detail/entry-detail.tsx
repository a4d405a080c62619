import { Pencil, Star, Undo2, X } from 'lucide-react';
import { useState } from 'react';
import { frameMessages } from '#shared/i18n/frame-messages.ts';
import { timelineMessages as m } from '#shared/i18n/timeline-messages.ts';
import type { TimelineRow } from '../../data/timeline-row.ts';
import { useEntry, useTimelineRow } from '../../data/use-records.ts';
import { useEntryActions } from '../../records/entry-actions.ts';
import { useSay } from '../../records/language.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { CorrectionForm } from './correction-form.tsx';
import styles from './entry-detail.module.css';
import { EntryFacts } from './entry-facts.tsx';
import { EntryHistory } from './entry-history.tsx';
import { EntryProof } from './entry-proof.tsx';
import { WithdrawalForm } from './withdrawal-form.tsx';

export type DetailMode = 'read' | 'correct' | 'withdraw';

type EntryDetailProps = {
  readonly id: string;
  readonly mode: DetailMode;
  readonly onMode: (mode: DetailMode) => void;
};

/** Everything about one entry: read first, correct in place, its history, its proof. */
export function EntryDetail({ id, mode, onMode }: EntryDetailProps) {
  const say = useSay();
  const row = useTimelineRow(id);
  if (row === undefined) return <p className={styles['missing']}>{say(m.entryMissing)}</p>;
  return <Detail row={row} mode={mode} onMode={onMode} />;
}

type DetailProps = Omit<EntryDetailProps, 'id'> & { readonly row: TimelineRow };

function Detail({ row, mode, onMode }: DetailProps) {
  const say = useSay();
  const entry = useEntry(row.id);
  const [tab, setTab] = useState<'entry' | 'history' | 'proof'>('entry');
  const tabs = [
    { id: 'entry', label: say(m.tabEntry) },
    {
      id: 'history',
      label: (
        <>
          {say(m.tabHistory)}
          {entry !== undefined && entry.versions.length > 1 && (
            <span className={styles['badge']}>{entry.versions.length}</span>
          )}
        </>
      ),
    },
    { id: 'proof', label: say(m.tabProof) },
  ] as const;
  return (
    <section
      className={styles['detail']}
      aria-label={say(m.entryNumber, { number: String(row.number ?? '–') })}
    >
      <Header row={row} mode={mode} onMode={onMode} />
      {mode === 'withdraw' && <WithdrawalForm row={row} onDone={() => onMode('read')} />}
      {mode === 'correct' ? (
        <CorrectionForm row={row} onDone={() => onMode('read')} />
      ) : (
        <Tabs name={say(m.tabEntry)} tabs={tabs} selected={tab} onSelect={setTab}>
          {tab === 'entry' && <EntryFacts row={row} />}
          {tab === 'history' && entry !== undefined && <EntryHistory row={row} entry={entry} />}
          {tab === 'proof' && entry !== undefined && <EntryProof entry={entry} />}
        </Tabs>
      )}
    </section>
  );
}

function Header({ row, mode, onMode }: DetailProps) {
  const say = useSay();
  const workspace = useWorkspace();
  const actions = useEntryActions(workspace.announce);
  const { starred } = row.content;
  const { withNote } = frameMessages;
  return (
    <header className={styles['header']}>
      <h2 className={styles['number']}>
        {say(m.entryNumber, { number: String(row.number ?? '–') })}
      </h2>
      {row.withdrawn && <span className={styles['state']}>{say(m.withdrawn)}</span>}
      {row.contested && <span className={styles['state']}>{say(m.contested)}</span>}
      <span className={styles['actions']}>
        {workspace.canWrite && mode === 'read' && (
          <>
            <IconButton
              name={say(withNote, { name: say(starred ? m.unstar : m.star), note: 'S' })}
              pressed={starred}
              icon={<Star size={16} aria-hidden fill={starred ? 'currentColor' : 'none'} />}
              onClick={() => void actions.toggleStar(row)}
            />
            <Button
              icon={<Pencil size={14} aria-hidden />}
              title={say(withNote, { name: say(m.correct), note: 'E' })}
              onClick={() => onMode('correct')}
            >
              {say(m.correct)}
            </Button>
            <IconButton
              name={say(row.withdrawn ? m.restore : m.withdraw)}
              icon={row.withdrawn ? <Undo2 size={16} aria-hidden /> : <Strike />}
              onClick={() => onMode('withdraw')}
            />
          </>
        )}
        <IconButton
          name={say(withNote, { name: say(m.closeDetail), note: 'Esc' })}
          icon={<X size={16} aria-hidden />}
          onClick={workspace.closeDetail}
        />
      </span>
    </header>
  );
}

/** A struck line: nothing is deleted here. */
function Strike() {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden>
      <path
        d="M3 5h10M3 11h6M1.5 8h13"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
      />
    </svg>
  );
}
