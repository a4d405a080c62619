import { FileInput, Pin } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { searchWords } from '#shared/domain/text-search.ts';
import { currentValue } from '#shared/journal/causality.ts';
import type { SourceRecord } from '#shared/journal/records.ts';
import { logMessages as m } from '#shared/i18n/logs-messages.ts';
import type { OriginalRecord } from '#shared/ipc/log-contract.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import type { Desktop } from '../../data/desktop-bridge.ts';
import { useJobList } from '../../data/jobs.ts';
import { useRecords } from '../../data/use-records.ts';
import { FileDrop } from '../../records/file-drop.tsx';
import { useLanguage, useSay } from '../../records/language.tsx';
import { logErrorText } from '../../records/log-error-text.ts';
import { useWorkspace } from '../../records/workspace.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Field, Select } from '../../ui/field.tsx';
import { AccountDialog } from './account-dialog.tsx';
import { ImportDialog, type PickedFiles } from './import-dialog.tsx';
import { LogJobs } from './log-jobs.tsx';
import styles from './logs-view.module.css';
import { OriginalPanel } from './original-panel.tsx';
import { PinDialog } from './pin-dialog.tsx';
import { mostPinned, type PinnedRecord } from './pinned-entry.ts';
import { rowKey } from './row-key.ts';
import { RowList } from './row-list.tsx';
import { focusRows, rowSearchId } from './row-list-focus.ts';
import { RowSearch } from './row-search.ts';
import { SourceTable } from './source-table.tsx';
import { useImportEnds } from './use-import-ends.ts';
import { useLogsState } from './use-logs-state.ts';
import { useOpenedSources } from './use-opened-sources.ts';
import { usePinnedRows } from './use-pinned-rows.ts';

/** The view that is on the screen; set by it while it is there. */
let importHere: (() => void) | undefined;

/** Asks for log files, as the view's own button does. */
export function startImport(): void {
  importHere?.();
}

/** Imported logs: what there is, their rows in one order of time, and the way from a row to an entry. */
export function LogsView({ desktop }: { readonly desktop: Desktop }) {
  const say = useSay();
  const language = useLanguage();
  const { canWrite, announce, selectedLogRow } = useWorkspace();
  const sources = useRecords('sources');
  const records = useMemo(
    () => sources.filter(({ source }) => source?.reading !== undefined),
    [sources],
  );
  const ids = useMemo(() => records.map(({ id }) => id), [records]);
  const jobs = useJobList(desktop);
  const { opened, retry } = useOpenedSources(desktop, ids);
  const pinned = usePinnedRows();
  const [state, change] = useLogsState();
  const [picked, setPicked] = useState<PickedFiles>();
  const [account, setAccount] = useState<string>();
  const [imported, dismiss] = useImportEnds(jobs);
  const [original, setOriginal] = useState<OriginalRecord>();
  const [pinning, setPinning] = useState<{ records: readonly PinnedRecord[]; marks: string }>();
  const heading = useRef<HTMLHeadingElement>(null);
  const words = useMemo(() => searchWords(state.words), [state.words]);

  const aheadMs = useMemo(() => clocksThatWereOff(records), [records]);
  const [search, setSearch] = useState<RowSearch>();
  useEffect(() => {
    const made = new RowSearch(desktop);
    setSearch(made);
    return () => made.stop();
  }, [desktop]);
  const version = useSyncExternalStore(
    search?.subscribe ?? subscribeToNothing,
    search?.version ?? alwaysZero,
  );
  const ready = [...opened.values()].filter((each) => each.account !== undefined).length;
  useEffect(() => {
    const chosen = state.source === '' ? [] : [state.source];
    void search?.ask({ words: state.words, sources: chosen, from: null, to: null, aheadMs });
  }, [search, state.words, state.source, ready, aheadMs]);

  const nameOf = (id: string) => records.find((each) => each.id === id)?.source?.name ?? '';
  const read = useCallback(
    async (source: string, at: { row: number } | { line: number }) => {
      const reply = await desktop['rows:original']({ source, at });
      if (reply.ok) return reply.value;
      announce(logErrorText(language, reply.error), 'danger');
      return undefined;
    },
    [desktop, announce, language],
  );
  const show = useCallback(
    async (source: string, at: { row: number } | { line: number }) => {
      const found = await read(source, at);
      if (found !== undefined) setOriginal(found);
    },
    [read],
  );
  useEffect(() => {
    if (selectedLogRow !== undefined)
      void show(selectedLogRow.source, { line: selectedLogRow.line });
  }, [selectedLogRow, show]);

  const settle = useCallback(
    (reply: Awaited<ReturnType<Desktop['log:pick']>>) => {
      if (reply.ok) setPicked(reply.value);
      else if (reply.error.kind === 'no-notebook') announce(say(m.notImportedNoNotebook), 'danger');
      else if (reply.error.kind === 'read-only') announce(say(m.notImportedReadOnly), 'danger');
    },
    [announce, say],
  );
  const pick = useCallback(async () => settle(await desktop['log:pick']({})), [desktop, settle]);
  useEffect(() => {
    importHere = () => void pick();
    return () => {
      importHere = undefined;
    };
  }, [pick]);

  const tag = async (place: number) => {
    const row = await search?.rowAt(place);
    if (row === undefined) return;
    const tagged = new Map(state.tagged);
    if (!tagged.delete(rowKey(row))) tagged.set(rowKey(row), { source: row.source, row: row.row });
    change({ tagged });
  };
  const pin = async (wanted: readonly { source: string; row: number }[], marks: string) => {
    if (!canWrite || wanted.length === 0) return;
    if (wanted.length > mostPinned) return announce(say(m.pinTooMany, { n: mostPinned }), 'danger');
    const made: PinnedRecord[] = [];
    for (const { source, row } of wanted) {
      const found = await read(source, { row });
      const of = records.find(({ id }) => id === source)?.source;
      // What went wrong has been said; half of the rows must not be pinned as if they were all.
      if (found === undefined || of?.evidence === undefined) return;
      made.push({ original: found, evidence: of.evidence, zone: of.reading?.zone ?? null });
    }
    setPinning({ records: made, marks });
  };
  const pinTagged = async (marks: string) => {
    if (state.tagged.size > 0) return pin([...state.tagged.values()], marks);
    const row = await search?.rowAt(state.active);
    return row === undefined ? undefined : pin([row], marks);
  };
  const closeOriginal = () => {
    setOriginal(undefined);
    focusRows();
  };

  const { count, done } = search?.found ?? { count: 0, done: false };
  const active = Math.max(0, Math.min(state.active, count - 1));
  const shownAccount = account === undefined ? undefined : opened.get(account)?.account;
  const importButton = canWrite && (
    <Button look="primary" icon={<FileInput size={16} aria-hidden />} onClick={() => void pick()}>
      {say(m.import)}
    </Button>
  );
  return (
    <div className={styles['view']}>
      <h2 className="visually-hidden">{say(m.title)}</h2>
      <LogJobs
        desktop={desktop}
        jobs={jobs}
        imported={imported.flatMap((id) => {
          const came = opened.get(id)?.account;
          return came === undefined ? [] : [{ source: id, name: nameOf(id), account: came }];
        })}
        onAccount={setAccount}
        onDismiss={dismiss}
      />
      {records.length === 0 ? (
        <EmptyState title={say(m.emptyTitle)} actions={importButton}>
          <p>{say(canWrite ? m.emptyText : m.readOnly)}</p>
        </EmptyState>
      ) : (
        <>
          <SourceTable
            records={records}
            opened={opened}
            onAccount={setAccount}
            onRetry={(id) => void retry(id)}
          />
          <header className={styles['header']}>
            {importButton}
            <div id={rowSearchId} className={styles['search']} role="search">
              <Field
                label={say(m.search)}
                labelHidden
                type="search"
                placeholder={say(m.searchHint)}
                value={state.words}
                maxLength={1_000}
                onChange={(typed) => change({ words: typed, active: 0 })}
                onEnter={focusRows}
              />
            </div>
            {records.length > 1 && (
              <Select
                label={say(m.file)}
                labelHidden
                value={state.source}
                onChange={(source) => change({ source, active: 0 })}
                options={[
                  { value: '', label: say(m.allSources) },
                  ...records.map(({ id }) => ({ value: id, label: visibleText(nameOf(id)) })),
                ]}
              />
            )}
            {state.tagged.size > 0 && (
              <>
                <span>{say(m.tagged, { n: state.tagged.size })}</span>
                <Button onClick={() => change({ tagged: new Map() })}>{say(m.untagAll)}</Button>
              </>
            )}
            {canWrite && count > 0 && (
              <Button icon={<Pin size={14} aria-hidden />} onClick={() => void pinTagged('')}>
                {say(m.pin)}
              </Button>
            )}
            <p className={styles['count']} role="status">
              {say(done ? m.count : m.countSoFar, { n: count })}
            </p>
          </header>
          <div className={styles['middle']} data-open={original !== undefined || undefined}>
            <div className={styles['list']}>
              {count === 0 && done && (
                <p className={styles['nothing']}>
                  {say(words.length > 0 ? m.nothingFound : m.noRows)}
                </p>
              )}
              {search !== undefined && (
                <RowList
                  search={search}
                  version={version}
                  words={words}
                  active={active}
                  hasHosts={[...opened.values()].some((each) => (each.account?.hosts ?? 0) > 0)}
                  tagged={state.tagged}
                  pinned={pinned.numbers}
                  onActive={(place) => change({ active: place })}
                  onOpen={(place) =>
                    void search
                      .rowAt(place)
                      .then((row) => row && show(row.source, { row: row.row }))
                  }
                  onTag={(place) => void tag(place)}
                  onPin={(marks) => void pinTagged(marks)}
                  onEscape={() => {
                    if (original !== undefined) setOriginal(undefined);
                    else if (state.tagged.size > 0) change({ tagged: new Map() });
                  }}
                />
              )}
            </div>
            {original !== undefined && (
              <div className={styles['side']}>
                <OriginalPanel
                  original={original}
                  file={nameOf(original.source)}
                  words={words}
                  pinnedBy={pinned.ids.get(`${original.source} ${original.line}`) ?? []}
                  onPin={() => void pin([original], '')}
                  onClose={closeOriginal}
                  heading={heading}
                />
              </div>
            )}
          </div>
        </>
      )}
      <FileDrop
        canWrite={canWrite}
        title={say(canWrite ? m.dropHere : m.readOnly)}
        onDrop={(files) => void desktop['log:drop'](files).then(settle)}
      />
      {picked !== undefined && (
        <ImportDialog
          key={picked.files[0]?.id}
          desktop={desktop}
          picked={picked}
          onStarted={(job) => jobs.add([job])}
          onClose={() => setPicked(undefined)}
        />
      )}
      {account !== undefined && shownAccount !== undefined && (
        <AccountDialog
          desktop={desktop}
          source={account}
          name={nameOf(account)}
          account={shownAccount}
          onClose={() => setAccount(undefined)}
        />
      )}
      {pinning !== undefined && (
        <PinDialog
          records={pinning.records}
          marks={pinning.marks}
          onPinned={() => {
            setPinning(undefined);
            change({ tagged: new Map() });
          }}
          onClose={() => setPinning(undefined)}
        />
      )}
    </div>
  );
}

/** How far the clocks of sources were ahead, by source; those that were right are left out. */
function clocksThatWereOff(records: readonly SourceRecord[]): Readonly<Record<string, number>> {
  const ahead = records.map(({ id, clock }) => [id, currentValue(clock)?.aheadMs ?? 0] as const);
  return Object.fromEntries(ahead.filter(([, ms]) => ms !== 0));
}

function subscribeToNothing(): () => void {
  return () => {};
}

function alwaysZero(): number {
  return 0;
}
