import { Paperclip } from 'lucide-react';
import { findTechnique } from '#shared/catalogue/attack-catalogue.ts';
import { timelineMessages as m } from '#shared/i18n/timeline-messages.ts';
import { useRecord, useTimelineRow } from '../data/use-records.ts';
import { useSay } from './language.tsx';
import styles from './links.module.css';
import { TimeText } from './time-text.tsx';
import { useWorkspace } from './workspace.tsx';

/** A link to an entry: number, time and the beginning of its text; opens it in the detail pane. */
export function EntryLink({ id }: { readonly id: string }) {
  const say = useSay();
  const { openEntry } = useWorkspace();
  const row = useTimelineRow(id);
  if (row === undefined) return <span className={styles['missing']}>{say(m.entryMissing)}</span>;
  return (
    <button type="button" className={styles['link']} onClick={() => openEntry(id)}>
      <span className={styles['number']}>{row.number ?? '–'}</span>
      <span className={styles['when']}>
        <TimeText time={row.content.at} look="short" />
      </span>
      <span className={styles['text']} data-withdrawn={row.withdrawn || undefined}>
        {row.content.text}
      </span>
    </button>
  );
}

/** A link to an evidence item: its number and name; goes to the evidence view. */
export function EvidenceLink({ id }: { readonly id: string }) {
  const say = useSay();
  const { openEvidence } = useWorkspace();
  const item = useRecord('evidence', id)?.item;
  if (item === undefined)
    return <span className={styles['missing']}>{say(m.evidenceMissing)}</span>;
  return (
    <button type="button" className={styles['link']} onClick={() => openEvidence(id)}>
      <Paperclip size={12} aria-hidden />
      <span className={styles['number']}>{item.no}</span>
      <span className={styles['text']}>{item.name}</span>
    </button>
  );
}

/** An ATT&CK technique: id and name (never translated). */
export function TechniqueChip({ id }: { readonly id: string }) {
  const technique = findTechnique(id);
  const name =
    technique?.parentName === undefined
      ? technique?.name
      : `${technique.parentName}: ${technique.name}`;
  return (
    <span className={styles['technique']}>
      <span className={styles['id']}>{id}</span>
      {name !== undefined && <span>{name}</span>}
    </span>
  );
}
