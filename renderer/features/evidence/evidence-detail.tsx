import { Pencil, Quote, TriangleAlert, X } from 'lucide-react';
import { type Ref, useId, useState } from 'react';
import { evidenceFieldMessages } from '#shared/i18n/evidence-field-messages.ts';
import { evidenceItemMessages } from '#shared/i18n/evidence-item-messages.ts';
import { evidenceMessages as m } from '#shared/i18n/evidence-messages.ts';
import type { CopyState } from '#shared/ipc/evidence-contract.ts';
import { currentFields, type EvidenceRecord } from '#shared/journal/records.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import { useSay } from '../../records/language.tsx';
import type { Desktop } from '../../data/desktop-bridge.ts';
import { EntryLink, EvidenceLink } from '../../records/links.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { ClockText } from './clock-text.tsx';
import { CopyCheck } from './copy-check.tsx';
import { CustodySection } from './custody-section.tsx';
import styles from './evidence-detail.module.css';
import { EditItemDialog } from './item-dialog.tsx';
import { Fact, RecordedFacts, SaidFacts } from './item-facts.tsx';

/** More links than this are shown on request. */
const mostLinks = 50;

type EvidenceDetailProps = {
  readonly desktop: Desktop;
  readonly record: EvidenceRecord;
  readonly citing: readonly string[];
  /** What a look at its copy showed; undefined where nothing is amiss. */
  readonly seen: CopyState | undefined;
  readonly onCite: (mark: string) => void;
  readonly onClose: () => void;
  readonly heading: Ref<HTMLHeadingElement>;
};

/** Everything that is recorded of an item: the file, who cites it, who had it. */
export function EvidenceDetail(props: EvidenceDetailProps) {
  const { desktop, record, citing, seen, onCite, onClose, heading } = props;
  const say = useSay();
  const id = useId();
  const { canWrite } = useWorkspace();
  const { item, origin } = record;
  const [isEditing, setEditing] = useState(false);
  const fields = currentFields(record.fields);
  return (
    <section
      className={styles['detail']}
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onClose();
      }}
    >
      <header className={styles['header']}>
        <h3 id={id} ref={heading} tabIndex={-1}>
          <span className={styles['number']}>{item?.no ?? '–'}</span>{' '}
          {item === undefined ? say(m.lost) : visibleText(item.name)}
        </h3>
        <IconButton
          name={say(m.closeDetail)}
          icon={<X size={16} aria-hidden />}
          onClick={onClose}
        />
      </header>
      {(item?.reference ?? item)?.changedWhileReading === true && (
        <p className={styles['warning']} role="note">
          <TriangleAlert size={16} aria-hidden />
          <span>{say(m.changedWhileReading)}</span>
        </p>
      )}
      {item !== undefined && canWrite && (
        <div className={styles['buttons']}>
          <Button icon={<Quote size={14} aria-hidden />} onClick={() => onCite(`^${item.no} `)}>
            {say(m.cite)}
          </Button>
          <Button icon={<Pencil size={14} aria-hidden />} onClick={() => setEditing(true)}>
            {say(evidenceItemMessages.edit)}
          </Button>
        </div>
      )}
      {isEditing && <EditItemDialog record={record} onClose={() => setEditing(false)} />}
      {item !== undefined && (
        <CopyCheck
          key={`copy ${record.id}`}
          desktop={desktop}
          id={record.id}
          item={item}
          seen={seen}
        />
      )}
      <dl className={styles['facts']}>
        {item !== undefined && <RecordedFacts item={item} />}
        {origin !== undefined && (
          <Fact term={say(m.takenIn)}>
            <ClockText ms={origin.wall} /> · {visibleText(origin.by)}
          </Fact>
        )}
        {item !== undefined && (
          <Fact term={say(m.note)}>
            {item.note === '' ? (
              <span className={styles['none']}>{say(m.noNote)}</span>
            ) : (
              <span className={styles['typed']}>{visibleText(item.note)}</span>
            )}
          </Fact>
        )}
        <SaidFacts item={item} fields={fields} />
      </dl>
      {(fields.photographs ?? []).length > 0 && (
        <>
          <h4>{say(evidenceFieldMessages.photographs)}</h4>
          <ul className={styles['links']}>
            {fields.photographs?.map((photo) => (
              <li key={photo}>
                <EvidenceLink id={photo} />
              </li>
            ))}
          </ul>
        </>
      )}
      <h4>{say(m.citing)}</h4>
      <CitingList key={record.id} citing={citing} />
      <CustodySection key={`custody ${record.id}`} desktop={desktop} record={record} />
    </section>
  );
}

function CitingList({ citing }: { readonly citing: readonly string[] }) {
  const say = useSay();
  const [all, setAll] = useState(false);
  if (citing.length === 0) return <p className={styles['none']}>{say(m.notCited)}</p>;
  return (
    <ul className={styles['links']}>
      {(all ? citing : citing.slice(0, mostLinks)).map((id) => (
        <li key={id}>
          <EntryLink id={id} />
        </li>
      ))}
      {!all && citing.length > mostLinks && (
        <li>
          <Button look="quiet" onClick={() => setAll(true)}>
            {say(m.citingMore, { n: citing.length })}
          </Button>
        </li>
      )}
    </ul>
  );
}
