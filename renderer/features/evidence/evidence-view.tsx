import {
  Laptop,
  NotebookPen,
  Paperclip,
  Printer,
  SlidersHorizontal,
  TriangleAlert,
} from 'lucide-react';
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { evidenceItemMessages } from '#shared/i18n/evidence-item-messages.ts';
import { evidenceMessages as m } from '#shared/i18n/evidence-messages.ts';
import { intakeMessages } from '#shared/i18n/intake-messages.ts';
import { wordTakenFolder } from '#shared/i18n/word-intake.ts';
import { paperMessages } from '#shared/i18n/paper-messages.ts';
import { viewerMessages } from '#shared/i18n/viewer-messages.ts';
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
import { IntakeDialog } from './intake-dialog.tsx';
import { noWish, sentWish, type WishDraft } from './intake-wish.ts';
import { AddItemDialog } from './item-dialog.tsx';
import { KeptWish } from './kept-wish.tsx';
import { PaperDialog, TranscribeDialog } from './paper-dialog.tsx';
import { useAmiss } from './use-amiss.ts';

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
  const amiss = useAmiss(desktop, records);
  const jobs = useJobList(desktop);
  const [note, setNote] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const choice = useChoice(records, list, heading);
  useJobEnds(jobs, choice.setActive);
  const [wish, setWish] = useState(noWish);
  const [dialog, setDialog] = useState<'intake' | 'thing' | 'paper' | 'transcribe'>();
  const adding = useAdding(desktop, jobs, note, wish, () => setNote(''));
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
  const furtherButtons = (
    <>
      <Button
        icon={<SlidersHorizontal size={16} aria-hidden />}
        onClick={() => setDialog('intake')}
      >
        {say(intakeMessages.options)}
      </Button>
      <Button icon={<Laptop size={16} aria-hidden />} onClick={() => setDialog('thing')}>
        {say(evidenceItemMessages.add)}
      </Button>
      <Button icon={<NotebookPen size={16} aria-hidden />} onClick={() => setDialog('transcribe')}>
        {say(paperMessages.transcribe)}
      </Button>
    </>
  );
  return (
    <div className={layout['view']}>
      <h2 className="visually-hidden">{say(m.title)}</h2>
      {records.length > 0 && (
        <header className={layout['header']}>
          {canWrite && addButton}
          {canWrite && noteField}
          {canWrite && furtherButtons}
          <Button icon={<Printer size={16} aria-hidden />} onClick={() => setDialog('paper')}>
            {say(paperMessages.print)}
          </Button>
          <p className={layout['count']}>
            {say(m.countSize, { n: records.length, size: sizeText(size, language) })}
          </p>
        </header>
      )}
      {canWrite && <KeptWish wish={wish} onClear={() => setWish(noWish)} />}
      {dialog === 'intake' && (
        <IntakeDialog
          wish={wish}
          onKeep={(kept) => {
            setWish(kept);
            setDialog(undefined);
          }}
          onChoose={(kept) => {
            setWish(kept);
            setDialog(undefined);
            void adding.pick(kept);
          }}
          onClose={() => setDialog(undefined)}
        />
      )}
      {amiss.size > 0 && (
        <p className={styles['amiss']} role="alert">
          <TriangleAlert size={16} aria-hidden />
          {say(viewerMessages.amiss, { n: amiss.size })}
        </p>
      )}
      {dialog === 'paper' && <PaperDialog desktop={desktop} onClose={() => setDialog(undefined)} />}
      {dialog === 'transcribe' && <TranscribeDialog onClose={() => setDialog(undefined)} />}
      {dialog === 'thing' && (
        <AddItemDialog
          desktop={desktop}
          onAdded={(id) => {
            setDialog(undefined);
            choice.open(id);
          }}
          onClose={() => setDialog(undefined)}
        />
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
                {furtherButtons}
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
                amiss={amiss}
                active={active?.id}
                onActive={choice.setActive}
                onOpen={choice.open}
              />
            </div>
            {active?.item?.sha256 !== undefined && opened === undefined && (
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
                seen={amiss.get(opened.item?.sha256 ?? '')}
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
  const language = useLanguage();
  const { announce } = useWorkspace();
  useEffect(
    () =>
      jobs.onEnd((job: Job) => {
        if (job.kind !== 'evidence') return;
        const name = visibleText(job.name);
        if (job.folder !== undefined) announce(wordTakenFolder(name, job.folder, language), 'good');
        else if (job.state === 'done') announce(say(m.added, { name }), 'good');
        else if (job.state === 'cancelled') announce(say(m.cancelled, { name }), 'good');
        else announce(say(m.failed, { name }), 'danger');
        if (job.result !== undefined) setActive(job.result);
      }),
    [jobs, say, language, announce, setActive],
  );
}

/** The two ways in: a dialog of the system, and files that are dropped. */
function useAdding(
  desktop: Desktop,
  jobs: JobList,
  note: string,
  wish: WishDraft,
  onStarted: () => void,
) {
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
    pick: async (wanted: WishDraft = wish) =>
      settle(await desktop['evidence:pick']({ note, ...sentWish(wanted) })),
    drop: async (files: readonly File[]) =>
      settle(await desktop['evidence:drop'](files, note, sentWish(wish))),
  };
}
