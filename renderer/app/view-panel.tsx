import { lazy, Suspense, useEffect } from 'react';
import type { Desktop } from '../data/desktop-bridge.ts';
import { focusEntryLine, insertIntoEntryLine } from '../features/entry-line/entry-line.tsx';
import { TimelineView } from '../features/timeline/timeline-view.tsx';
import type { Landing } from '../records/landing.ts';
import type { ViewId } from '../records/workspace.tsx';
import type { OpenNotebook } from './open-notebook.ts';
import { useShown } from './view-shown.ts';

type ViewPanelProps = {
  readonly view: ViewId;
  readonly desktop: Desktop;
  readonly by: string;
  readonly landing: Landing | undefined;
  readonly open: OpenNotebook;
  readonly onReview: () => void;
  readonly onHandover: () => void;
};

/** Views that no opened notebook starts with; each is a file of its own, read while nothing else is to do. */
const loads = {
  killChain: () => import('../features/kill-chain/kill-chain-view.tsx'),
  checklists: () => import('../features/checklists/checklists-view.tsx'),
  evidence: () => import('../features/evidence/evidence-view.tsx'),
  logs: () => import('../features/logs/logs-view.tsx'),
  indicators: () => import('../features/indicators/indicators-view.tsx'),
  actions: () => import('../features/actions/actions-view.tsx'),
  report: () => import('../features/report/report-view.tsx'),
  decisions: () => import('../features/decisions/decisions-view.tsx'),
  now: () => import('../features/now/now-view.tsx'),
  sharing: () => import('../features/sharing/sharing-view.tsx'),
  systems: () => import('../features/systems/systems-view.tsx'),
};

const KillChainView = lazy(async () => ({ default: (await loads.killChain()).KillChainView }));
const ChecklistsView = lazy(async () => ({ default: (await loads.checklists()).ChecklistsView }));
const EvidenceView = lazy(async () => ({ default: (await loads.evidence()).EvidenceView }));
const LogsView = lazy(async () => ({ default: (await loads.logs()).LogsView }));
const IndicatorsView = lazy(async () => ({ default: (await loads.indicators()).IndicatorsView }));
const ActionsView = lazy(async () => ({ default: (await loads.actions()).ActionsView }));
const ReportView = lazy(async () => ({ default: (await loads.report()).ReportView }));
const DecisionsView = lazy(async () => ({ default: (await loads.decisions()).DecisionsView }));
const NowView = lazy(async () => ({ default: (await loads.now()).NowView }));
const SharingView = lazy(async () => ({ default: (await loads.sharing()).SharingView }));
const SystemsView = lazy(async () => ({ default: (await loads.systems()).SystemsView }));

/** The view that was chosen. */
export function ViewPanel(props: ViewPanelProps) {
  useLoadingAhead();
  return (
    <Suspense>
      <ChosenView {...props} />
    </Suspense>
  );
}

function ChosenView(props: ViewPanelProps) {
  const { view, desktop, by, landing, open, onReview, onHandover } = props;
  useShown(view);
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
      return (
        <KillChainView desktop={desktop} onDraft={insertIntoEntryLine} onWrite={focusEntryLine} />
      );
    case 'indicators':
      return <IndicatorsView />;
    case 'decisions':
      return <DecisionsView />;
    case 'now':
      return <NowView by={by} />;
    case 'actions':
      return <ActionsView desktop={desktop} />;
    case 'report':
      return <ReportView desktop={desktop} onReview={onReview} onHandover={onHandover} />;
    case 'sharing':
      return (
        <SharingView
          desktop={desktop}
          landing={landing}
          onReopened={(opened, land) => void open(Promise.resolve(opened), undefined, land)}
        />
      );
    case 'systems':
      return <SystemsView />;
  }
}

/** Reads the other views one after the other, each in a moment of its own. */
function useLoadingAhead(): void {
  useEffect(() => {
    const waiting = Object.values(loads);
    let idle = 0;
    const next = () => {
      idle = requestIdleCallback(() => {
        // A file that cannot be read fails again, in words, when its view is chosen.
        void waiting.shift()?.().then(next, next);
      });
    };
    next();
    return () => cancelIdleCallback(idle);
  }, []);
}
