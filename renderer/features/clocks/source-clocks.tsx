import { useState } from 'react';
import { clockMessages as m } from '#shared/i18n/clock-messages.ts';
import { wordStanding } from '#shared/i18n/word-clock.ts';
import { currentValue } from '#shared/journal/causality.ts';
import type { SourceRecord } from '#shared/journal/records.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import { useRecords, useTimeline } from '../../data/use-records.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import styles from './clocks-dialog.module.css';
import { entriesOf } from './entries-of.ts';
import { RegisterForm } from './register-form.tsx';
import { SourceClock } from './source-clock.tsx';

/** The sources of times, with the one that was chosen beside them. */
export function SourceClocks({ first }: { readonly first: string | undefined }) {
  const say = useSay();
  const { canWrite } = useWorkspace();
  const sources = useRecords('sources').filter(({ source }) => source !== undefined);
  const [chosen, choose] = useState(first);
  const record = sources.find(({ id }) => id === chosen) ?? sources[0];
  return (
    <div className={styles['sources']}>
      <div className={styles['side']}>
        {sources.length === 0 ? (
          <p>{say(m.noSources)}</p>
        ) : (
          <ul className={styles['list']} aria-label={say(m.sourceList)}>
            {sources.map((each) => (
              <li key={each.id}>
                <SourceButton
                  record={each}
                  isChosen={each.id === record?.id}
                  onChoose={() => choose(each.id)}
                />
              </li>
            ))}
          </ul>
        )}
        {canWrite && <RegisterForm onRegistered={choose} />}
      </div>
      {record !== undefined && <SourceClock key={record.id} record={record} />}
    </div>
  );
}

type SourceButtonProps = {
  readonly record: SourceRecord;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
};

function SourceButton({ record, isChosen, onChoose }: SourceButtonProps) {
  const say = useSay();
  const language = useLanguage();
  const n = entriesOf(useTimeline(), record.id).length;
  const rows = record.source?.result?.rows;
  const entries = say(m.entryCount, { n });
  return (
    <button
      type="button"
      className={styles['choice']}
      aria-current={isChosen || undefined}
      data-autofocus={isChosen || undefined}
      onClick={onChoose}
    >
      <span className={styles['name']}>{visibleText(record.source?.name ?? '')}</span>
      <span className={styles['standing']}>
        {wordStanding(currentValue(record.clock), language)}
      </span>
      <span className={styles['muted']}>
        {rows === undefined
          ? entries
          : say(m.entriesAndRows, { entries, rows: say(m.rowCount, { n: rows }) })}
      </span>
    </button>
  );
}
