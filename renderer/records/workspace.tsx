import { createContext, type ReactNode, use } from 'react';
import type { DecisionFields } from '#shared/domain/decision.ts';

export const viewIds = [
  'timeline',
  'kill-chain',
  'checklists',
  'evidence',
  'logs',
  'indicators',
  'actions',
  'report',
  'decisions',
  'now',
  'sharing',
  'systems',
] as const;
export type ViewId = (typeof viewIds)[number];

export const zoneModes = ['incident', 'utc', 'local'] as const;
export type ZoneMode = (typeof zoneModes)[number];

/** Where a record of a log begins. */
export type LogRowPlace = { readonly source: string; readonly line: number };

/** Which clocks somebody asked to see: this machine's, or a source's. */
export type ClocksPlace = { readonly source?: string; readonly tab: 'sources' | 'machine' };

/** What somebody asked to see of the decisions: a part, one of them, or a new one with what it begins with. */
export type DecisionPlace = {
  readonly tab: 'decisions' | 'authority' | 'deadlines';
  readonly decision?: string;
  readonly draft?: DecisionFields;
};

/** What every view may ask of the window that holds it. */
export type Workspace = {
  readonly view: ViewId;
  readonly show: (view: ViewId) => void;
  /** The entry in the detail pane. */
  readonly selectedEntry: string | undefined;
  /** Selects an entry; with `open` the detail pane shows it too. */
  readonly selectEntry: (id: string | undefined) => void;
  readonly detailOpen: boolean;
  /** Shows an entry in the detail pane, from whatever view. */
  readonly openEntry: (id: string) => void;
  readonly closeDetail: () => void;
  readonly selectedEvidence: string | undefined;
  /** Goes to the evidence view and selects an item. */
  readonly openEvidence: (id: string) => void;
  /** The row of a log that somebody asked to see; the first of its line. */
  readonly selectedLogRow: LogRowPlace | undefined;
  /** Goes to the logs and opens the record that begins on a line. */
  readonly openLogRow: (place: LogRowPlace) => void;
  /** What of the decisions somebody asked to see last. */
  readonly decisionPlace: DecisionPlace | undefined;
  /** Goes to the decisions. */
  readonly openDecisions: (place: DecisionPlace) => void;
  /** The clocks that are shown over the view; undefined while they are not. */
  readonly clocks: ClocksPlace | undefined;
  readonly openClocks: (place: ClocksPlace) => void;
  /** Opens the dialog that takes in a list of indicators, systems or accounts. */
  readonly importList: () => void;
  readonly closeClocks: () => void;
  /** Zone of the incident: in it times are read that say no zone. */
  readonly incidentZone: string;
  readonly zoneMode: ZoneMode;
  readonly setZoneMode: (mode: ZoneMode) => void;
  /** Zone in which times are shown. */
  readonly zone: string;
  /** True while rows of logs stand among the entries of the timeline. */
  readonly logRowsShown: boolean;
  readonly showLogRows: (shown: boolean) => void;
  /** Says something to a screen reader and, for a while, in the status line. */
  readonly announce: (text: string, tone?: 'good' | 'danger') => void;
  /** False while the notebook cannot be written. */
  readonly canWrite: boolean;
};

const WorkspaceContext = createContext<Workspace | undefined>(undefined);

type WorkspaceProviderProps = { readonly workspace: Workspace; readonly children: ReactNode };

/** Makes the window known to the views. */
export function WorkspaceProvider({ workspace, children }: WorkspaceProviderProps) {
  return <WorkspaceContext value={workspace}>{children}</WorkspaceContext>;
}

/** Says something to whoever works here; undefined on the first screen, where nobody does yet. */
export function useAnnounce(): Workspace['announce'] | undefined {
  return use(WorkspaceContext)?.announce;
}

export function useWorkspace(): Workspace {
  const workspace = use(WorkspaceContext);
  if (workspace === undefined) throw new Error('there is no workspace here');
  return workspace;
}
