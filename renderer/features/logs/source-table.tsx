import { currentValue } from '#shared/journal/causality.ts';
import { clockMessages } from '#shared/i18n/clock-messages.ts';
import { logFormatName } from '#shared/i18n/log-format-messages.ts';
import { logMessages as m } from '#shared/i18n/logs-messages.ts';
import { wordStanding } from '#shared/i18n/word-clock.ts';
import type { SourceRecord } from '#shared/journal/records.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { logErrorText } from '../../records/log-error-text.ts';
import { useWorkspace } from '../../records/workspace.tsx';
import { Button } from '../../ui/button.tsx';
import { LogTimeText } from '../../records/log-time-text.tsx';
import styles from './source-table.module.css';
import type { OpenedSource } from '../../records/use-opened-sources.ts';

type SourceTableProps = {
  readonly records: readonly SourceRecord[];
  readonly opened: ReadonlyMap<string, OpenedSource>;
  readonly onAccount: (source: string) => void;
  readonly onRetry: (source: string) => void;
};

/** The imported logs: how each was read, how much it holds, when, and how right its clock is. */
export function SourceTable({ records, opened, onAccount, onRetry }: SourceTableProps) {
  const say = useSay();
  const headings = [m.file, m.format, m.rows, m.unusable, m.skipped, m.span, m.zone, m.clock];
  return (
    <div className={styles['scroll']} tabIndex={0} role="group" aria-label={say(m.sources)}>
      <table className={styles['table']} aria-label={say(m.sources)}>
        <thead>
          <tr>
            {headings.map((heading) => (
              <th key={heading.en} scope="col">
                {say(heading)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {records.map((record) => (
            <SourceLine
              key={record.id}
              record={record}
              state={opened.get(record.id)}
              onAccount={onAccount}
              onRetry={onRetry}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type SourceLineProps = Pick<SourceTableProps, 'onAccount' | 'onRetry'> & {
  readonly record: SourceRecord;
  readonly state: OpenedSource | undefined;
};

function SourceLine({ record, state, onAccount, onRetry }: SourceLineProps) {
  const say = useSay();
  const language = useLanguage();
  const { source } = record;
  const result = source?.result;
  const name = visibleText(source?.name ?? '');
  return (
    <tr>
      <th scope="row" title={name}>
        {state?.account === undefined ? (
          name
        ) : (
          <button
            type="button"
            className={styles['name']}
            title={say(m.account, { name })}
            onClick={() => onAccount(record.id)}
          >
            {name}
          </button>
        )}
        {state?.error !== undefined && (
          <span className={styles['error']} role="alert">
            {say(m.noRowsYet, { reason: logErrorText(language, state.error) })}{' '}
            <Button onClick={() => onRetry(record.id)}>{say(m.retry)}</Button>
          </span>
        )}
      </th>
      <td>{source?.reading && logFormatName(language, source.reading.reader)}</td>
      <td className={styles['figure']}>{result?.rows.toLocaleString(language)}</td>
      <td className={styles['figure']}>{result?.unusable.toLocaleString(language)}</td>
      <td className={styles['figure']}>{result?.skipped.toLocaleString(language)}</td>
      <td>
        {result?.first != null && result.last !== null && (
          <>
            <LogTimeText time={Date.parse(result.first) * 1_000} /> –{' '}
            <LogTimeText time={Date.parse(result.last) * 1_000} />
          </>
        )}
      </td>
      <td>{source?.reading?.zone ?? say(m.zoneOwn)}</td>
      <td>
        <ClockOffset record={record} />
      </td>
    </tr>
  );
}

function ClockOffset({ record }: { readonly record: SourceRecord }) {
  const say = useSay();
  const language = useLanguage();
  const { openClocks } = useWorkspace();
  return (
    <button
      type="button"
      className={styles['name']}
      title={say(clockMessages.measureOf, { name: visibleText(record.source?.name ?? '') })}
      onClick={() => openClocks({ source: record.id, tab: 'sources' })}
    >
      {wordStanding(currentValue(record.clock), language)}
    </button>
  );
}
