import { lazy, Suspense } from 'react';
import type { Desktop } from '../data/desktop-bridge.ts';
import { ChecklistsView } from '../features/checklists/checklists-view.tsx';
import { focusEntryLine, insertIntoEntryLine } from '../features/entry-line/entry-line.tsx';
import { EvidenceView } from '../features/evidence/evidence-view.tsx';
import { KillChainView } from '../features/kill-chain/kill-chain-view.tsx';
import { IndicatorsView } from '../features/indicators/indicators-view.tsx';
import { LogsView } from '../features/logs/logs-view.tsx';
import { ReportView } from '../features/report/report-view.tsx';
import { TimelineView } from '../features/timeline/timeline-view.tsx';
import type { Landing } from '../records/landing.ts';
import type { ViewId } from '../records/workspace.tsx';
import type { OpenNotebook } from './open-notebook.ts';

/** Loaded when it is first shown: nobody shares a notebook in its first minute. */
const SharingView = lazy(async () => {
  const { SharingView: view } = await import('../features/sharing/sharing-view.tsx');
  return { default: view };
});

type ViewPanelProps = {
  readonly view: ViewId;
  readonly desktop: Desktop;
  readonly landing: Landing | undefined;
  readonly open: OpenNotebook;
};

/** The view that was chosen. */
export function ViewPanel({ view, desktop, landing, open }: ViewPanelProps) {
  switch (view) {
    case 'timeline':
      return <TimelineView desktop={desktop} onWrite={focusEntryLine} />;
    case 'checklists':
      return <ChecklistsView />;
    case 'evidence':
      return <EvidenceView desktop={desktop} onCite={insertIntoEntryLine} />;
    case 'logs':
      return <LogsView desktop={desktop} />;
    case 'kill-chain':
      return <KillChainView onDraft={insertIntoEntryLine} onWrite={focusEntryLine} />;
    case 'indicators':
      return <IndicatorsView />;
    case 'report':
      return <ReportView desktop={desktop} />;
    case 'sharing':
      return (
        <Suspense>
          <SharingView
            desktop={desktop}
            landing={landing}
            onReopened={(opened, land) => void open(Promise.resolve(opened), undefined, land)}
          />
        </Suspense>
      );
  }
}
