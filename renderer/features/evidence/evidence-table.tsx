import { TriangleAlert } from 'lucide-react';
import { type KeyboardEvent, memo, useRef } from 'react';
import { evidenceMessages as m } from '#shared/i18n/evidence-messages.ts';
import { viewerMessages } from '#shared/i18n/viewer-messages.ts';
import type { CopyState } from '#shared/ipc/evidence-contract.ts';
import type { EvidenceRecord } from '#shared/journal/records.ts';
import { sizeText } from '#shared/report/size-text.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { isComposing } from '../../ui/is-composing.ts';
import { placeAfterKey } from '../../ui/place-after-key.ts';
import { ShortClockText } from './clock-text.tsx';
import styles from './evidence-table.module.css';

type EvidenceTableProps = {
  readonly records: readonly EvidenceRecord[];
  readonly citing: ReadonlyMap<string, readonly string[]>;
  /** The row that the keyboard is on. */
  /** Copies that are not as they should be, by hash. */
  readonly amiss: ReadonlyMap<string, CopyState>;
  readonly active: string | undefined;
  readonly onActive: (id: string) => void;
  readonly onOpen: (id: string) => void;
};

/** The evidence items; arrow keys move, Enter opens. */
export function EvidenceTable(props: EvidenceTableProps) {
  const { records, citing, amiss, active, onActive, onOpen } = props;
  const say = useSay();
  const body = useRef<HTMLTableSectionElement>(null);

  const move = (event: KeyboardEvent) => {
    if (isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    const at = records.findIndex(({ id }) => id === active);
    const target = placeAfterKey(event.key, at, records.length);
    const record = target === undefined ? undefined : records[target];
    if (record === undefined) return;
    event.preventDefault();
    onActive(record.id);
    body.current?.querySelector<HTMLElement>(`[data-evidence="${record.id}"]`)?.focus();
  };
  return (
    <table className={styles['table']} role="grid" aria-label={say(m.table)}>
      <thead>
        <tr>
          <th scope="col">{say(m.number)}</th>
          <th scope="col">{say(m.name)}</th>
          <th scope="col" className={styles['figure']}>
            {say(m.size)}
          </th>
          <th scope="col" className={styles['hash']}>
            {say(m.sha256)}
          </th>
          <th scope="col" className={styles['taken']}>
            {say(m.takenIn)}
          </th>
          <th scope="col" className={styles['note']}>
            {say(m.note)}
          </th>
          <th scope="col" className={styles['figure']}>
            {say(m.cited)}
          </th>
        </tr>
      </thead>
      <tbody ref={body} onKeyDown={move}>
        {records.map((record) => (
          <EvidenceRow
            key={record.id}
            record={record}
            cited={citing.get(record.id)?.length ?? 0}
            amiss={amiss.get(record.item?.sha256 ?? '')}
            active={record.id === active}
            onActive={onActive}
            onOpen={onOpen}
          />
        ))}
      </tbody>
    </table>
  );
}

type EvidenceRowProps = {
  readonly record: EvidenceRecord;
  readonly cited: number;
  readonly amiss: CopyState | undefined;
  readonly active: boolean;
  readonly onActive: (id: string) => void;
  readonly onOpen: (id: string) => void;
};

const stateMessages = {
  whole: viewerMessages.whole,
  missing: viewerMessages.missing,
  changed: viewerMessages.changed,
  unreadable: viewerMessages.unreadableCopy,
} as const;

const EvidenceRow = memo(function EvidenceRow(props: EvidenceRowProps) {
  const { record, cited, amiss, active, onActive, onOpen } = props;
  const say = useSay();
  const language = useLanguage();
  const { id, item, origin } = record;
  const { size, sha256 } = { ...item, ...item?.reference };
  return (
    <tr
      data-evidence={id}
      tabIndex={active ? 0 : -1}
      aria-selected={active}
      onFocus={() => onActive(id)}
      onClick={() => onOpen(id)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || isComposing(event)) return;
        event.preventDefault();
        onOpen(id);
      }}
    >
      <th scope="row" className={styles['number']}>
        {item?.no ?? '–'}
      </th>
      {item === undefined ? (
        <td className={styles['lost']} colSpan={3}>
          {say(m.lost)}
        </td>
      ) : (
        <>
          <td className={styles['name']} title={visibleText(item.name)}>
            {visibleText(item.name)}
            {amiss !== undefined && (
              <span className={styles['gone']} title={say(stateMessages[amiss])}>
                <TriangleAlert size={14} aria-hidden />
                <span className="visually-hidden">{say(stateMessages[amiss])}</span>
              </span>
            )}
            {item.changedWhileReading === true && (
              <span className={styles['changed']} title={say(m.changedWhileReading)}>
                <TriangleAlert size={14} aria-hidden />
                <span className="visually-hidden">{say(m.changedWhileReading)}</span>
              </span>
            )}
          </td>
          <td
            className={styles['figure']}
            title={size === undefined ? undefined : say(m.bytes, { n: size })}
          >
            {size === undefined ? '' : sizeText(size, language)}
          </td>
          <td className={styles['hash']} title={sha256}>
            {sha256?.slice(0, 8)}
          </td>
        </>
      )}
      <td className={styles['taken']}>
        {origin && (
          <>
            <ShortClockText ms={origin.wall} /> <span>{visibleText(origin.by)}</span>
          </>
        )}
      </td>
      <td className={styles['note']}>{visibleText(item?.note ?? '')}</td>
      <td className={styles['figure']}>
        <span aria-hidden>{cited.toLocaleString(language)}</span>
        <span className="visually-hidden">{say(m.citedBy, { n: cited })}</span>
      </td>
    </tr>
  );
});
