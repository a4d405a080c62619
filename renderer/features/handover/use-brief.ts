import { useEffect, useState } from 'react';
import { briefHead, type BriefPart, briefParts } from '#shared/report/brief/brief-document.ts';
import { makeBrief } from '#shared/report/brief/handover-brief.ts';
import { buildReportModel } from '#shared/report/build-report-model.ts';
import { useSession } from '../../data/session-context.tsx';
import { useHeads } from '../../data/use-records.ts';
import { useLanguage } from '../../records/language.tsx';
import { useWorkspace } from '../../records/workspace.tsx';

export type ShownBrief = {
  readonly head: readonly [string, string];
  readonly parts: readonly BriefPart[];
};

/** The digest since a time, made again after every line; undefined while it is made. */
export function useBrief(sinceMs: number | undefined): {
  readonly brief: ShownBrief | undefined;
  readonly problem: string | undefined;
} {
  const session = useSession();
  const heads = useHeads();
  const language = useLanguage();
  const { zone } = useWorkspace();
  const [brief, setBrief] = useState<ShownBrief>();
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    if (sinceMs === undefined) return undefined;
    let current = true;
    session
      .readState()
      .then((state) => {
        if (!current) return;
        const nowMs = Date.now();
        const model = buildReportModel(state, {
          language,
          zone,
          generatedAtMs: nowMs,
          app: { name: 'Kiroku', version: __KIROKU_BUILD__.version },
        });
        const made = makeBrief(state, model, { kind: 'time', ms: sinceMs }, nowMs);
        setBrief({ head: briefHead(made, model), parts: briefParts(made, model) });
        setProblem(undefined);
      })
      .catch((error: unknown) => {
        if (current) setProblem(error instanceof Error ? error.message : String(error));
      });
    return () => {
      current = false;
    };
  }, [session, heads, language, zone, sinceMs]);
  return { brief, problem };
}

/** The digest as text, for a telephone. */
export function briefText({ head, parts }: ShownBrief): string {
  return [
    ...head,
    ...parts.flatMap(({ title, lines }) => ['', title, ...lines.map((one) => `- ${one}`)]),
  ].join('\n');
}
