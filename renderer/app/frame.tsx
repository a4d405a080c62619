import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { frameMessages as m } from '#shared/i18n/frame-messages.ts';
import { useIncident } from '../data/use-records.ts';
import { ClocksDialog } from '../features/clocks/clocks-dialog.tsx';
import { EntryDetail } from '../features/entry-detail/entry-detail.tsx';
import { EntryLine } from '../features/entry-line/entry-line.tsx';
import { RescueDialog } from '../features/rescue/rescue-dialog.tsx';
import { JumpDialog } from '../features/timeline/jump-dialog.tsx';
import { focusTimelineList } from '../features/timeline/timeline-list.tsx';
import { useGuidance } from '../records/guidance.tsx';
import { useSay } from '../records/language.tsx';
import { WorkspaceProvider } from '../records/workspace.tsx';
import { SplitPane } from '../ui/split-pane.tsx';
import { Banners } from './banners.tsx';
import { CommandPalette } from './command-palette.tsx';
import { ExerciseMark } from './exercise-mark.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { ExportOfShown } from './export-of-shown.tsx';
import { FindingsDialog, VerifyDialog } from './findings-dialog.tsx';
import styles from './frame.module.css';
import type { FrameDialog, FrameProps } from './frame-props.ts';
import { IncidentDialog } from './incident-dialog.tsx';
import { KeyHelp } from './key-help.tsx';
import { Navigation } from './navigation.tsx';
import { SettingsDialog } from './settings-dialog.tsx';
import { StatusLine } from './status-line.tsx';
import { TitleBar } from './title-bar.tsx';
import { useCommands } from './use-commands.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { useWorkspaceState } from './use-workspace-state.ts';
import { ViewPanel } from './view-panel.tsx';

const ReviewRoom = lazy(async () => {
  const { ReviewRoom: room } = await import('../features/review/review-room.tsx');
  return { default: room };
});
const HandoverDialog = lazy(async () => {
  const { HandoverDialog: handover } = await import('../features/handover/handover-dialog.tsx');
  return { default: handover };
});
const PaperDialog = lazy(async () => {
  const { PaperDialog: dialog } = await import('../features/evidence/paper-dialog.tsx');
  return { default: dialog };
});
const TranscribeDialog = lazy(async () => {
  const { TranscribeDialog: dialog } = await import('../features/evidence/paper-dialog.tsx');
  return { default: dialog };
});
const GuidanceDialog = lazy(async () => {
  const { GuidanceDialog: dialog } = await import('../features/guidance/guidance-dialog.tsx');
  return { default: dialog };
});

/** The window of an opened notebook. */
export function Frame(props: FrameProps) {
  const { desktop, settings, info, changeSettings } = props;
  const say = useSay();
  const guidance = useGuidance();
  const exercise = useIncident().exercise === true;
  const [dialog, setDialog] = useState<FrameDialog | undefined>(
    props.rescue === undefined ? undefined : 'rescue',
  );
  const importList = useCallback(() => setDialog('list'), []);
  const { workspace, notice, detailMode, setDetailMode } = useWorkspaceState(
    info.zone,
    importList,
    props.landing?.view,
  );
  const [rescue, setRescue] = useState(props.rescue);
  const closeDialog = useCallback(() => {
    setDialog(undefined);
    setRescue(undefined);
  }, []);
  const commands = useCommands({ ...props, workspace, setDialog, setDetailMode });
  useShortcuts(desktop, commands);

  const detail = useMemo(
    () =>
      workspace.detailOpen && workspace.selectedEntry !== undefined ? (
        <ErrorBoundary scope="panel" key={workspace.selectedEntry}>
          <EntryDetail id={workspace.selectedEntry} mode={detailMode} onMode={setDetailMode} />
        </ErrorBoundary>
      ) : null,
    [workspace.detailOpen, workspace.selectedEntry, detailMode, setDetailMode],
  );
  const dialogs = {
    palette: <CommandPalette commands={commands} onClose={closeDialog} />,
    jump: <JumpDialog onClose={closeDialog} />,
    keys: <KeyHelp commands={commands} onClose={closeDialog} />,
    settings: (
      <SettingsDialog
        settings={settings}
        info={info}
        change={changeSettings}
        onClose={closeDialog}
      />
    ),
    rescue: <RescueDialog desktop={desktop} order={rescue} onClose={closeDialog} />,
    list: <RescueDialog desktop={desktop} takesLists onClose={closeDialog} />,
    export: <ExportOfShown {...props} onClose={closeDialog} />,
    incident: <IncidentDialog onClose={closeDialog} />,
    findings: <FindingsDialog onClose={closeDialog} />,
    review: <ReviewRoom desktop={desktop} onClose={closeDialog} />,
    handover: <HandoverDialog desktop={desktop} onClose={closeDialog} />,
    paper: <PaperDialog desktop={desktop} onClose={closeDialog} />,
    transcribe: <TranscribeDialog onClose={closeDialog} />,
    verify: <VerifyDialog desktop={desktop} onClose={closeDialog} />,
  };
  return (
    <WorkspaceProvider workspace={workspace}>
      <div className={styles['frame']} data-exercise={exercise || undefined}>
        {exercise && <ExerciseMark />}
        <TitleBar onEdit={() => setDialog('incident')} />
        <Banners onFindings={() => setDialog('findings')} />
        <div className={styles['middle']}>
          <Navigation
            onPalette={() => setDialog('palette')}
            onKeys={() => setDialog('keys')}
            onSettings={() => setDialog('settings')}
          />
          <SplitPane
            dividerName={say(m.resizeDetail)}
            sideName={say(m.detailPane)}
            main={
              <main className={styles['main']} tabIndex={-1}>
                <ErrorBoundary scope="panel" key={workspace.view}>
                  <ViewPanel
                    view={workspace.view}
                    desktop={desktop}
                    by={settings.by}
                    landing={props.landing}
                    open={props.open}
                    onReview={() => setDialog('review')}
                    onHandover={() => setDialog('handover')}
                  />
                </ErrorBoundary>
              </main>
            }
            side={detail}
          />
        </div>
        <ErrorBoundary scope="panel">
          <EntryLine desktop={desktop} onLeave={focusTimelineList} />
        </ErrorBoundary>
        <StatusLine
          notice={notice}
          onFindings={() => setDialog('findings')}
          testRuntime={info.testRuntime}
        />
      </div>
      {dialog !== undefined && <Suspense>{dialogs[dialog]}</Suspense>}
      {workspace.clocks !== undefined && (
        <ClocksDialog
          source={workspace.clocks.source}
          tab={workspace.clocks.tab}
          onClose={workspace.closeClocks}
        />
      )}
      {guidance.opened !== undefined && (
        <Suspense>
          <GuidanceDialog desktop={desktop} first={guidance.opened} />
        </Suspense>
      )}
    </WorkspaceProvider>
  );
}
