import { startTransition, useCallback, useEffect, useRef, useState } from 'react';
import { type ReportLanguage, reportOf } from '#shared/application/notebook-report.ts';
import type { ReportModel } from '#shared/report/report-model.ts';
import { optionsOfSharing, type SharingChoices } from '#shared/report/sharing-choices.ts';
import type { ReportDocument } from '#shared/report/document.ts';
import { paperSections } from '#shared/report/paper-tree.ts';
import type { NotebookSession } from '../../data/notebook-session.ts';
import { useSession } from '../../data/session-context.tsx';
import { useHeads } from '../../data/use-records.ts';
import type { PaperElement } from '#shared/report/paper-tree.ts';
import { hashFor, headsOf } from '../../records/seal-of-heads.ts';
import { watchTyping, whenTypingPauses } from './typing-pause.ts';

/** Several lines that are written at once are one reason to write the report again. */
const settleMs = 300;
/** Above this many entries putting the report together takes long enough to be felt while typing. */
const manyEntries = 500;
const typingPauseMs = 900;

export type PaperOptions = {
  readonly language: ReportLanguage;
  readonly zone: string;
  /** The same object as long as nothing is chosen anew. */
  readonly sharing: SharingChoices;
};

export type ReportPaper = {
  readonly document: ReportDocument;
  readonly redaction: ReportModel['redaction'];
  readonly sections: readonly { readonly id: string; readonly node: PaperElement }[];
};

/** The report of the notebook as it stands, put together again after every line and every choice. */
export function useReportPaper({ language, zone, sharing }: PaperOptions) {
  const session = useSession();
  const heads = useHeads();
  const [paper, setPaper] = useState<ReportPaper>();
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(true);
  const [attempt, setAttempt] = useState(0);
  const drawnHeads = useRef<typeof heads>(undefined);
  useEffect(watchTyping, []);

  useEffect(() => {
    let current = true;
    const isNews = drawnHeads.current !== undefined && drawnHeads.current !== heads;
    const write = async () => {
      if (isNews) await new Promise((resolve) => setTimeout(resolve, settleMs));
      if (!current) return;
      setBusy(true);
      const written = await writePaper(session, { language, zone, sharing }, () => current);
      if (written === undefined) return;
      drawnHeads.current = heads;
      startTransition(() => {
        setPaper(written);
        setProblem(undefined);
        setBusy(false);
      });
    };
    write().catch((error: unknown) => {
      if (!current) return;
      setProblem(error instanceof Error ? error.message : String(error));
      setBusy(false);
    });
    return () => {
      current = false;
    };
  }, [session, heads, language, zone, sharing, attempt]);
  const retry = useCallback(() => setAttempt((before) => before + 1), []);
  return { paper, problem, busy, retry };
}

/** Puts the paper together in steps; gives up as soon as it is no longer wanted. */
async function writePaper(
  session: NotebookSession,
  { language, zone, sharing }: PaperOptions,
  isWanted: () => boolean,
): Promise<ReportPaper | undefined> {
  const isLong = session.timeline.rows().length > manyEntries;
  const pause = async () => {
    if (isLong) await whenTypingPauses(typingPauseMs);
    return isWanted();
  };
  if (!(await pause())) return undefined;
  const state = await session.readState();
  const heads = headsOf(state);
  const sha256Hex = await hashFor(heads);
  if (!(await pause())) return undefined;
  const { document, model } = reportOf(state, {
    language,
    choices: optionsOfSharing(sharing),
    zone,
    heads,
    sha256Hex,
    findings: session.opened.findings,
    nowMs: Date.now(),
    appVersion: __KIROKU_BUILD__.version,
  });
  if (!(await pause())) return undefined;
  const sections = paperSections(document).flatMap(({ id, node }) =>
    typeof node === 'string' ? [] : [{ id, node }],
  );
  return isWanted() ? { document, redaction: model.redaction, sections } : undefined;
}
