import { FileInput } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { searchWords } from '#shared/domain/text-search.ts';
import { logMessages as m } from '#shared/i18n/logs-messages.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import type { Desktop } from '../../data/desktop-bridge.ts';
import { useJobList } from '../../data/jobs.ts';
import { useRowSearch } from '../../data/row-search.ts';
import { FileDrop } from '../../records/file-drop.tsx';
import { useSay } from '../../records/language.tsx';
import { OriginalPanel } from '../../records/original-panel.tsx';
import { rowSpan, useClocksAhead, useLogSources } from '../../records/row-query.ts';
import { RowsProblemBanner } from '../../records/rows-problem-banner.tsx';
import { useOpenedSources } from '../../records/use-opened-sources.ts';
import { usePinnedRows } from '../../records/use-pinned-rows.ts';
import { useRowRecords } from '../../records/use-row-records.tsx';
import { useTaggedRows } from '../../records/use-tagged-rows.ts';
import { useWorkspace } from '../../records/workspace.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { AccountDialog } from './account-dialog.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { LogJobs } from './log-jobs.tsx';
import { classNames } from '../../ui/class-names.ts';
import layout from '../../ui/list-and-detail.module.css';
import styles from './logs-view.module.css';
import { RowHeader } from './row-header.tsx';
import { RowList } from './row-list.tsx';
import { focusRows } from './row-list-focus.ts';
import { SourceTable } from './source-table.tsx';
import { useImportEnds } from './use-import-ends.ts';
import { useLogsState } from './use-logs-state.ts';
import { usePickedLogs } from './use-picked-logs.ts';

/** Imported logs: what there is, their rows in one order of time, and the way from a row to an entry. */
export function LogsView({ desktop }: { readonly desktop: Desktop }) {
  const say = useSay();
  const { canWrite, selectedLogRow } = useWorkspace();
  const records = useLogSources();
  const ids = useMemo(() => records.map(({ id }) => id), [records]);
  const jobs = useJobList(desktop);
  const { opened, retry } = useOpenedSources(desktop, ids);
  const pinned = usePinnedRows();
  const logsState = useLogsState();
  const [state, change] = logsState;
  const tagged = useTaggedRows();
  const { original, show, close, pin, dialog } = useRowRecords(desktop, tagged);
  const { picked, pick, drop, leave } = usePickedLogs(desktop);
  const [account, setAccount] = useState<string>();
  const [imported, dismiss] = useImportEnds(jobs);
  const heading = useRef<HTMLHeadingElement>(null);
  const words = useMemo(() => searchWords(state.words), [state.words]);

  const [search, version] = useRowSearch(desktop);
  const aheadMs = useClocksAhead(records);
  const ready = [...opened.values()].filter((each) => each.account !== undefined).length;
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const sources = state.source === '' ? [] : [state.source];
    const span = rowSpan(state.span);
    void search?.ask({ words: state.words, sources, ...span, hosts: [], aheadMs });
    // Asked again when another source is ready, and when somebody wants it tried again.
  }, [search, state.words, state.source, state.span, aheadMs, ready, attempt]);
  useEffect(() => {
    if (selectedLogRow !== undefined)
      void show(selectedLogRow.source, { line: selectedLogRow.line });
  }, [selectedLogRow, show]);

  const nameOf = (id: string) => records.find((each) => each.id === id)?.source?.name ?? '';
  const found = search?.found ?? { search: 0, count: 0, done: false };
  const { count, done } = found;
  const active = Math.max(0, Math.min(state.active, count - 1));
  const activeTime = search?.row(active)?.time ?? null;
  const first = records.map(({ source }) => source?.result?.first ?? null).find(Boolean);
  /** Of the row that the keyboard is on, else of the first one that there is. */
  const lookedAtMs = activeTime === null ? Date.parse(first ?? '') : activeTime / 1_000;
  const tag = async (place: number) => {
    const row = await search?.rowAt(place);
    if (row !== undefined) tagged.toggle(row);
  };
  const pinTagged = async (marks: string) => {
    if (tagged.rows.size > 0) return pin([...tagged.rows.values()], marks);
    const row = await search?.rowAt(state.active);
    return row === undefined ? undefined : pin([row], marks);
  };
  const shownAccount = account === undefined ? undefined : opened.get(account)?.account;
  const importButton = canWrite && (
    <Button look="primary" icon={<FileInput size={16} aria-hidden />} onClick={() => void pick()}>
      {say(m.import)}
    </Button>
  );
  return (
    <div className={layout['view']}>
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
          <RowHeader
            state={logsState}
            sources={records.map(({ id }) => ({ value: id, label: visibleText(nameOf(id)) }))}
            dayMs={Number.isNaN(lookedAtMs) ? Date.now() : lookedAtMs}
            tagged={tagged}
            found={found}
            failed={search?.problem !== undefined}
            importButton={importButton}
            onPin={() => void pinTagged('')}
          />
          <RowsProblemBanner
            problem={search?.problem}
            onRetry={() => setAttempt((before) => before + 1)}
          />
          <div
            className={classNames(layout['middle'], styles['middle'])}
            data-open={original !== undefined || undefined}
          >
            <div className={layout['list']}>
              {count === 0 && done && search?.problem === undefined && (
                <p className={layout['nothing']}>
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
                  tagged={tagged.rows}
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
                    if (original !== undefined) close();
                    else if (tagged.rows.size > 0) tagged.clear();
                  }}
                />
              )}
            </div>
            {original !== undefined && (
              <div className={classNames(layout['side'], styles['side'])}>
                <OriginalPanel
                  original={original}
                  file={nameOf(original.source)}
                  aheadMs={aheadMs[original.source]}
                  words={words}
                  pinnedBy={pinned.ids.get(`${original.source} ${original.line}`) ?? []}
                  onPin={() => void pin([original], '')}
                  onClose={() => {
                    close();
                    focusRows();
                  }}
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
        onDrop={(files) => void drop(files)}
      />
      {picked !== undefined && (
        <ImportDialog
          key={picked.files[0]?.id}
          desktop={desktop}
          picked={picked}
          onStarted={(job) => jobs.add([job])}
          onClose={leave}
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
      {dialog}
    </div>
  );
}
