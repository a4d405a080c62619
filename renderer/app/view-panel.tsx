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
import type { ViewId } from '../records/workspace.tsx';

// Read when they are first shown: neither is what a case begins with.
const DecisionsView = lazy(async () => {
  const { DecisionsView: view } = await import('../features/decisions/decisions-view.tsx');
  return { default: view };
});
const NowView = lazy(async () => {
  const { NowView: view } = await import('../features/now/now-view.tsx');
  return { default: view };
});

type ViewPanelProps = { readonly view: ViewId; readonly desktop: Desktop; readonly by: string };

/** The view that was chosen. */
export function ViewPanel({ view, desktop, by }: ViewPanelProps) {
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
    case 'decisions':
      return (
        <Suspense fallback={null}>
          <DecisionsView />
        </Suspense>
      );
    case 'now':
      return (
        <Suspense fallback={null}>
          <NowView by={by} />
        </Suspense>
      );
    case 'report':
      return <ReportView desktop={desktop} />;
  }
}
