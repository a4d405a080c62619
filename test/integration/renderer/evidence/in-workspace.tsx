import { type ReactNode, useMemo, useState } from 'react';
import type { NotebookSession } from '../../../../renderer/data/notebook-session.ts';
import { SessionProvider } from '../../../../renderer/data/session-context.tsx';
import { LanguageProvider } from '../../../../renderer/records/language.tsx';
import { type Workspace, WorkspaceProvider } from '../../../../renderer/records/workspace.tsx';
import type { Language } from '#shared/i18n/messages.ts';

type InWorkspaceProps = {
  readonly session: NotebookSession;
  readonly language?: Language;
  /** What was announced, in order. */
  readonly announced?: string[];
  readonly change?: Partial<Workspace>;
  readonly children: ReactNode;
};

/** A window around a view: the providers that the application puts there. */
export function InWorkspace(props: InWorkspaceProps) {
  const { session, language = 'en', announced, change, children } = props;
  const [selectedEvidence, openEvidence] = useState<string>();
  const workspace = useMemo<Workspace>(
    () => ({
      view: 'evidence',
      show: () => {},
      selectedEntry: undefined,
      selectEntry: () => {},
      detailOpen: false,
      openEntry: () => {},
      closeDetail: () => {},
      selectedEvidence,
      openEvidence,
      decisionPlace: undefined,
      openDecisions: () => {},
      selectedLogRow: undefined,
      openLogRow: () => {},
      clocks: undefined,
      openClocks: () => {},
      closeClocks: () => {},
      importList: () => {},
      incidentZone: 'Asia/Tokyo',
      zoneMode: 'incident',
      setZoneMode: () => {},
      logRowsShown: false,
      showLogRows: () => {},
      zone: 'Asia/Tokyo',
      announce: (text) => void announced?.push(text),
      canWrite: session.opened.readOnly === null,
      ...change,
    }),
    [selectedEvidence, session, announced, change],
  );
  return (
    <LanguageProvider language={language}>
      <SessionProvider session={session}>
        <WorkspaceProvider workspace={workspace}>{children}</WorkspaceProvider>
      </SessionProvider>
    </LanguageProvider>
  );
}
