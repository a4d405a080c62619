import type { Desktop } from '../data/desktop-bridge.ts';
import { TimelineView } from '../features/timeline/timeline-view.tsx';
import type { ViewId } from '../records/workspace.tsx';

type ViewPanelProps = { readonly view: ViewId; readonly desktop: Desktop };

/** The view that was chosen. */
export function ViewPanel({ view }: ViewPanelProps) {
  switch (view) {
    case 'timeline':
      return <TimelineView />;
    default:
      return null;
  }
}
