import { ClipboardSignature, Paperclip } from 'lucide-react';
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { custodyMessages } from '#shared/i18n/custody-messages.ts';
import { evidenceMessages as m } from '#shared/i18n/evidence-messages.ts';
import type { Job } from '#shared/ipc/contract.ts';
import type { EvidenceRecord } from '#shared/journal/records.ts';
import { sizeText } from '#shared/report/size-text.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import type { Desktop } from '../../data/desktop-bridge.ts';
import { type JobList, useJobList } from '../../data/jobs.ts';
import { useRecords } from '../../data/use-records.ts';
import { FileDrop } from '../../records/file-drop.tsx';
import { useLanguage, useSay } from '../../records/language.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { HashText } from '../../ui/hash-text.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Field } from '../../ui/field.tsx';
import { useCitingEntries } from './citing-entries.ts';
import { EvidenceDetail } from './evidence-detail.tsx';
import { EvidenceJobs } from './evidence-jobs.tsx';
import { EvidenceTable } from './evidence-table.tsx';
import { classNames } from '../../ui/class-names.ts';
import layout from '../../ui/list-and-detail.module.css';
import styles from './evidence-view.module.css';
import { useFormPrint } from './use-form-print.ts';

type EvidenceViewProps = {
  readonly desktop: Desktop;
  /** Puts a mark such as `^E-001 ` into the entry line and goes there. */
  readonly onCite: (mark: string) => void;
};

/** The evidence: what there is, everything about one item, and the way to add files. */
export function EvidenceView({ desktop, onCite }: EvidenceViewProps) {
  const say = useSay();
  const language = useLanguage();
  const { canWrite } = useWorkspace();
  const records = useRecords('evidence');
  const citing = useCitingEntries();
  const print = useFormPrint(desktop);
  const jobs = useJobList(desktop);
  const [note, setNote] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const choice = useChoice(records, list, heading);
  useJobEnds(jobs, choice.setActive);
  const adding = useAdding(desktop, jobs, note, () => setNote(''));
  const { active, opened } = choice;
  const size = useMemo(
    () => records.reduce((sum, { item }) => sum + (item?.size ?? 0), 0),
    [records],
  );

  const addButton = (
    <Button
      look="primary"
      icon={<Paperclip size={16} aria-hidden />}
      onClick={() => void adding.pick()}
    >
      {say(m.add)}
    </Button>
  );
  const noteField = (
    <div className={layout['search']}>
      <Field
        label={say(m.addNote)}
        labelHidden
        placeholder={say(m.addNotePlaceholder)}
        value={note}
        maxLength={20_000}
        onChange={setNote}
      />
    </div>
  );
  return (
    <div className={layout['view']}>
      <h2 className="visually-hidden">{say(m.title)}</h2>
      {records.length > 0 && (
        <header className={layout['header']}>
          {canWrite && addButton}
          {canWrite && noteField}
          <Button
            icon={<ClipboardSignature size={16} aria-hidden />}
            onClick={() => void print([])}
          >
            {say(custodyMessages.makeForms)}
          </Button>
          <p className={layout['count']}>
            {say(m.countSize, { n: records.length, size: sizeText(size, language) })}
          </p>
        </header>
      )}
      <EvidenceJobs desktop={desktop} jobs={jobs} />
      {records.length === 0 ? (
        <EmptyState
          title={say(m.emptyTitle)}
          actions={
            canWrite && (
              <>
                {addButton}
                {noteField}
              </>
            )
          }
        >
          <p>{say(canWrite ? m.emptyText : m.readOnly)}</p>
        </EmptyState>
      ) : (
        <div className={layout['middle']} data-open={opened !== undefined || undefined}>
          <div className={classNames(layout['list'], styles['list'])}>
            <div className={styles['scroll']} ref={list}>
              <EvidenceTable
                records={records}
                citing={citing}
                active={active?.id}
                onActive={choice.setActive}
                onOpen={choice.open}
              />
            </div>
            {active?.item !== undefined && opened === undefined && (
              <HashLine number={active.item.no} sha256={active.item.sha256} />
            )}
          </div>
          {opened !== undefined && (
            <div className={layout['side']}>
              <EvidenceDetail
                key={opened.id}
                desktop={desktop}
                record={opened}
                citing={citing.get(opened.id) ?? []}
                onCite={onCite}
                onClose={choice.close}
                heading={heading}
              />
            </div>
          )}
        </div>
      )}
      <FileDrop
        canWrite={canWrite}
        title={say(canWrite ? m.dropHere : m.dropReadOnly)}
        note={canWrite && note.trim() !== '' ? say(m.dropHereNote, { note }) : undefined}
        onDrop={(files) => void adding.drop(files)}
      />
    </div>
  );
}

/** Full hash of the row that the keyboard is on: nothing has to be opened to compare it. */
function HashLine({ number, sha256 }: { readonly number: string; readonly sha256: string }) {
  const say = useSay();
  const { announce } = useWorkspace();
  return (
    <footer className={styles['hash']} aria-label={say(m.hashOf, { number })}>
      <span>{number} SHA-256</span>
      <HashText value={sha256} />
      <CopyButton
        name={say(m.copyHash, { number })}
        text={sha256}
        onCopied={(taken) =>
          announce(say(taken ? m.copied : m.notCopied), taken ? 'good' : 'danger')
        }
      />
    </footer>
  );
}

/** Which row the keyboard is on, and which item is open; the window may ask for one to be opened. */
function useChoice(
  records: readonly EvidenceRecord[],
  list: RefObject<HTMLElement | null>,
  heading: RefObject<HTMLElement | null>,
) {
  const { selectedEvidence, openEvidence } = useWorkspace();
  const [wanted, setWanted] = useState(selectedEvidence);
  const [open, setOpen] = useState(selectedEvidence !== undefined);
  const [followed, setFollowed] = useState(selectedEvidence);
  if (selectedEvidence !== followed) {
    setFollowed(selectedEvidence);
    setWanted(selectedEvidence);
    setOpen(selectedEvidence !== undefined);
  }
  const active = records.find(({ id }) => id === wanted) ?? records[0];
  const toHeading = useRef(false);
  useEffect(() => {
    if (!toHeading.current) return;
    toHeading.current = false;
    heading.current?.focus();
  });
  return {
    active,
    opened: open ? active : undefined,
    setActive: setWanted,
    open: (id: string) => {
      setWanted(id);
      setOpen(true);
      toHeading.current = true;
      openEvidence(id);
    },
    close: () => {
      setOpen(false);
      if (active === undefined) return;
      list.current?.querySelector<HTMLElement>(`[data-evidence="${active.id}"]`)?.focus();
    },
  };
}

/** Says what became of each file, and puts the keyboard on what came in last. */
function useJobEnds(jobs: JobList, setActive: (id: string) => void): void {
  const say = useSay();
  const { announce } = useWorkspace();
  useEffect(
    () =>
      jobs.onEnd((job: Job) => {
        if (job.kind !== 'evidence') return;
        const name = visibleText(job.name);
        if (job.state === 'done') announce(say(m.added, { name }), 'good');
        else if (job.state === 'cancelled') announce(say(m.cancelled, { name }), 'good');
        else announce(say(m.failed, { name }), 'danger');
        if (job.result !== undefined) setActive(job.result);
      }),
    [jobs, say, announce, setActive],
  );
}

/** The two ways in: a dialog of the system, and files that are dropped. */
function useAdding(desktop: Desktop, jobs: JobList, note: string, onStarted: () => void) {
  const say = useSay();
  const { announce } = useWorkspace();
  const settle = (reply: Awaited<ReturnType<Desktop['evidence:pick' | 'evidence:drop']>>) => {
    if (reply.ok) {
      jobs.add(reply.value.jobs);
      onStarted();
    } else if (reply.error.kind === 'read-only') announce(say(m.notAddedReadOnly), 'danger');
    else if (reply.error.kind === 'no-notebook') announce(say(m.notAddedNoNotebook), 'danger');
    else if (reply.error.kind === 'no-path')
      announce(say(m.droppedWithoutPath, { n: reply.error.n }), 'danger');
  };
  return {
    pick: async () => settle(await desktop['evidence:pick']({ note })),
    drop: async (files: readonly File[]) => settle(await desktop['evidence:drop'](files, note)),
  };
}
