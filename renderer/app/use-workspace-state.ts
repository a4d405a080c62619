import { useCallback, useEffect, useMemo, useState } from 'react';
import { isZone } from '#shared/domain/time/zone.ts';
import { useSession } from '../data/session-context.tsx';
import { useIncident } from '../data/use-records.ts';
import type { DetailMode } from '../features/entry-detail/entry-detail.tsx';
import type {
  ClocksPlace,
  DecisionPlace,
  LogRowPlace,
  ViewId,
  Workspace,
  ZoneMode,
} from '../records/workspace.tsx';
import type { Notice } from './status-line.tsx';

const noticeMs = 6000;

/** What the window shows: view, selection, zone of displayed times, the latest notice. */
export function useWorkspaceState(
  machineZone: string,
  importList: () => void,
  firstView: ViewId = 'timeline',
) {
  const session = useSession();
  const incident = useIncident();
  const [view, show] = useState<ViewId>(firstView);
  const [selectedEntry, setSelectedEntry] = useState<string>();
  const [selectedEvidence, setSelectedEvidence] = useState<string>();
  const [selectedLogRow, setSelectedLogRow] = useState<LogRowPlace>();
  const [decisionPlace, setDecisionPlace] = useState<DecisionPlace>();
  const [clocks, openClocks] = useState<ClocksPlace>();
  const closeClocks = useCallback(() => openClocks(undefined), []);
  /** Views that show the selected entry beside them: each remembers it for itself. */
  const [detailOpenIn, setDetailOpenIn] = useState<Partial<Record<ViewId, boolean>>>({});
  const detailOpen = detailOpenIn[view] ?? false;
  const [detailMode, setDetailMode] = useState<DetailMode>('read');
  const [zoneMode, setZoneMode] = useState<ZoneMode>('incident');
  const [logRowsShown, showLogRows] = useState(false);
  const { notice, announce } = useNotice();

  const incidentZone =
    incident.zone !== undefined && isZone(incident.zone) ? incident.zone : machineZone;
  const selectEntry = useCallback((id: string | undefined) => {
    setSelectedEntry(id);
    setDetailMode('read');
  }, []);
  const openEntry = useCallback(
    (id: string) => {
      selectEntry(id);
      setDetailOpenIn((before) => ({ ...before, [view]: true }));
    },
    [selectEntry, view],
  );
  const openEvidence = useCallback((id: string) => {
    setSelectedEvidence(id);
    show('evidence');
  }, []);
  const openLogRow = useCallback((place: LogRowPlace) => {
    // A new object each time: asking for the same row again opens it again.
    setSelectedLogRow({ ...place });
    show('logs');
  }, []);
  const openDecisions = useCallback((place: DecisionPlace) => {
    // A new object each time, as above.
    setDecisionPlace({ ...place });
    show('decisions');
  }, []);
  const closeDetail = useCallback(
    () => setDetailOpenIn((before) => ({ ...before, [view]: false })),
    [view],
  );
  const zone = { incident: incidentZone, utc: 'UTC', local: machineZone }[zoneMode];
  const canWrite = session.opened.readOnly === null && session.opened.feed !== null;

  const workspace = useMemo<Workspace>(
    () => ({
      view,
      show,
      selectedEntry,
      selectEntry,
      detailOpen,
      openEntry,
      closeDetail,
      selectedEvidence,
      openEvidence,
      selectedLogRow,
      openLogRow,
      decisionPlace,
      openDecisions,
      clocks,
      openClocks,
      closeClocks,
      importList,
      incidentZone,
      zoneMode,
      setZoneMode,
      zone,
      logRowsShown,
      showLogRows,
      announce,
      canWrite,
    }),
    [
      view,
      selectedEntry,
      selectEntry,
      detailOpen,
      openEntry,
      closeDetail,
      selectedEvidence,
      openEvidence,
      selectedLogRow,
      openLogRow,
      decisionPlace,
      openDecisions,
      clocks,
      closeClocks,
      importList,
      incidentZone,
      zoneMode,
      zone,
      logRowsShown,
      showLogRows,
      announce,
      canWrite,
    ],
  );
  return { workspace, notice, detailMode, setDetailMode };
}

function useNotice() {
  const [notice, setNotice] = useState<Notice>();
  const announce = useCallback<Workspace['announce']>(
    (text, tone = 'good') => setNotice({ text, tone }),
    [],
  );
  useEffect(() => {
    // What went wrong stays until something else is said.
    if (notice === undefined || notice.tone === 'danger') return;
    const timer = setTimeout(() => setNotice(undefined), noticeMs);
    return () => clearTimeout(timer);
  }, [notice]);
  return { notice, announce };
}
