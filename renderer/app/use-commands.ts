import { useMemo } from 'react';
import { savedFilters } from '#shared/application/saved-filters.ts';
import { searchMessages } from '#shared/i18n/search-messages.ts';
import { useSession } from '../data/session-context.tsx';
import { useRecords } from '../data/use-records.ts';
import type { DetailMode } from '../features/entry-detail/entry-detail.tsx';
import { focusEntryLine } from '../features/entry-line/entry-line.tsx';
import { startImport } from '../features/logs/use-picked-logs.ts';
import { startPaste } from '../features/indicators/paste-asked.ts';
import { startShape } from '../features/report/shape-asked.ts';
import { focusRows, focusRowSearch } from '../features/logs/row-list-focus.ts';
import { openFilterMenu } from '../features/timeline/filter-menu.tsx';
import { noFilter, showFilter } from '../records/shown-filter.ts';
import { focusTimelineSearch } from '../features/timeline/timeline-filters.tsx';
import { focusTimelineList } from '../features/timeline/timeline-list.tsx';
import { useEntryActions } from '../records/entry-actions.ts';
import { useLogSources } from '../records/row-query.ts';
import { useUndo } from '../records/undo.ts';
import { useGuidance } from '../records/guidance.tsx';
import { useSay } from '../records/language.tsx';
import { type Workspace, zoneModes } from '../records/workspace.tsx';
import { buildCommands, type Command } from './commands.ts';
import type { FrameDialog, FrameProps } from './frame-props.ts';
import { shownTheme } from './use-theme.ts';
import { whenShown } from './view-shown.ts';

type CommandsOf = FrameProps & {
  readonly workspace: Workspace;
  readonly setDialog: (dialog: FrameDialog) => void;
  readonly setDetailMode: (mode: DetailMode) => void;
};

/** Gives the keyboard to what is shown: the list of the timeline, or the view as a whole. */
function focusView(): void {
  if (!focusTimelineList() && !focusRows()) document.querySelector<HTMLElement>('main')?.focus();
}

/** The commands of the window, bound to what it shows now. */
export function useCommands(of: CommandsOf): readonly Command[] {
  const { desktop, settings, changeSettings, open, close, workspace, setDialog, setDetailMode } =
    of;
  const say = useSay();
  const session = useSession();
  const filters = useRecords('filters');
  const hasLogs = useLogSources().length > 0;
  const actions = useEntryActions(workspace.announce);
  const { undo, redo } = useUndo(workspace);
  const { open: openGuidance } = useGuidance();
  return useMemo(() => {
    const { timeline } = session;
    const { selectedEntry } = workspace;
    /** Goes to the timeline and does something there, once it is shown. */
    const inTimeline = (run: () => void) => {
      workspace.show('timeline');
      whenShown('timeline', run);
    };
    const selectedRow = () =>
      selectedEntry === undefined ? undefined : timeline.row(selectedEntry);
    const onEntry = (run: (row: NonNullable<ReturnType<typeof selectedRow>>) => unknown) => () => {
      const row = selectedRow();
      if (row !== undefined) run(row);
    };
    const openIn = (mode: DetailMode) =>
      onEntry((row) => {
        workspace.openEntry(row.id);
        setDetailMode(mode);
      });
    return buildCommands({
      say,
      language: settings.language,
      hasEntry: selectedEntry !== undefined,
      canWrite: workspace.canWrite,
      focusEntryLine,
      focusSearch: () => {
        if (!focusRowSearch()) inTimeline(focusTimelineSearch);
      },
      openFilterMenu: () => inTimeline(openFilterMenu),
      openJump: () => {
        workspace.show('timeline');
        setDialog('jump');
      },
      showAll: () => {
        showFilter(session, noFilter);
        inTimeline(focusTimelineList);
      },
      hasLogs,
      toggleLogRows: () => {
        workspace.showLogRows(!workspace.logRowsShown);
        inTimeline(focusTimelineList);
      },
      savedFilters: savedFilters(filters),
      applyFilter: ({ name, filter }) => {
        showFilter(session, filter);
        workspace.announce(say(searchMessages.filterApplied, { name }));
        inTimeline(focusTimelineList);
      },
      showView: (view) => {
        workspace.show(view);
        whenShown(view, focusView);
      },
      toggleStage: (number) => onEntry((row) => actions.toggleStage(row, number))(),
      toggleStar: onEntry((row) => actions.toggleStar(row)),
      editEntry: openIn('correct'),
      withdrawEntry: openIn('withdraw'),
      undo: () => void undo(),
      redo: () => void redo(),
      closeDetail: () => {
        workspace.closeDetail();
        focusView();
      },
      openPalette: () => setDialog('palette'),
      openKeys: () => setDialog('keys'),
      openSettings: () => setDialog('settings'),
      openIncident: () => setDialog('incident'),
      verify: () => setDialog('verify'),
      exportCase: () => setDialog('export'),
      addEvidence: () => {
        workspace.show('evidence');
        void desktop['evidence:pick']({ note: '' });
      },
      importLogs: () => {
        workspace.show('logs');
        whenShown('logs', startImport);
      },
      importCase: () => setDialog('rescue'),
      importList: () => setDialog('list'),
      openGuidance: () => openGuidance('templates'),
      shapeReport: () => {
        workspace.show('report');
        whenShown('report', startShape);
      },
      openClocks: () => workspace.openClocks({ tab: 'sources' }),
      pasteIndicators: () => {
        workspace.show('indicators');
        whenShown('indicators', startPaste);
      },
      printForPaper: () => setDialog('paper'),
      transcribeSheet: () => setDialog('transcribe'),
      holdReview: () => setDialog('review'),
      handOver: () => setDialog('handover'),
      openNotebook: () => void open(desktop['notebook:open']({})),
      closeNotebook: () => void close(),
      switchTheme: () => void changeSettings({ theme: shownTheme() === 'dark' ? 'light' : 'dark' }),
      switchLanguage: () =>
        void changeSettings({ language: settings.language === 'en' ? 'ja' : 'en' }),
      switchZone: () => {
        const next = zoneModes[(zoneModes.indexOf(workspace.zoneMode) + 1) % zoneModes.length];
        if (next !== undefined) workspace.setZoneMode(next);
      },
    });
  }, [
    desktop,
    settings.language,
    changeSettings,
    open,
    close,
    workspace,
    setDialog,
    setDetailMode,
    say,
    session,
    filters,
    hasLogs,
    actions,
    undo,
    redo,
    openGuidance,
  ]);
}
