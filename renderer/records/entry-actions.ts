import { useMemo } from 'react';
import type { EntryContent } from '#shared/domain/entry.ts';
import { stageIds } from '#shared/domain/kill-chain.ts';
import { timelineMessages as m } from '#shared/i18n/timeline-messages.ts';
import type { AppendError } from '#shared/ipc/contract.ts';
import { newOperationId } from '../data/operation-id.ts';
import { useSession } from '../data/session-context.tsx';
import type { TimelineRow } from '../data/timeline-row.ts';
import { appendErrorText } from './append-error-text.ts';
import { useLanguage, useSay } from './language.tsx';
import { stageName } from './stage-chip.tsx';
import type { Workspace } from './workspace.tsx';

/** What can be done to an entry that stands in the timeline; every one of them is a new operation. */
export type EntryActions = {
  /** Writes the whole entry again with a reason; the error in words when it was not written. */
  readonly correct: (
    row: TimelineRow,
    content: EntryContent,
    reason: string,
  ) => Promise<string | undefined>;
  readonly setWithdrawn: (
    row: TimelineRow,
    withdrawn: boolean,
    reason: string,
  ) => Promise<string | undefined>;
  /** Adds a stage, or takes it away; `number` is 1–7. */
  readonly toggleStage: (row: TimelineRow, number: number) => Promise<void>;
  readonly toggleStar: (row: TimelineRow) => Promise<void>;
};

/** The actions on entries, in the language and with the notebook of this place; `announce` says what was done. */
export function useEntryActions(announce: Workspace['announce']): EntryActions {
  const session = useSession();
  const say = useSay();
  const language = useLanguage();
  return useMemo(() => {
    const settle = async (
      writing: Promise<{ ok: true } | { ok: false; error: AppendError }>,
      done: string,
    ) => {
      const written = await writing;
      if (written.ok) {
        announce(done, 'good');
        return undefined;
      }
      const problem = appendErrorText(language, written.error);
      announce(problem, 'danger');
      return problem;
    };
    const rewrite = (row: TimelineRow, content: EntryContent, reason: string, done: string) =>
      settle(
        session.append({
          t: 'entry.correct',
          id: newOperationId(),
          entry: row.id,
          reason,
          ...content,
        }),
        done,
      );
    return {
      correct: (row, content, reason) => rewrite(row, content, reason, say(m.correctionSaved)),
      setWithdrawn: (row, withdrawn, reason) =>
        settle(
          session.append({
            t: withdrawn ? 'entry.withdraw' : 'entry.restore',
            id: newOperationId(),
            entry: row.id,
            reason,
          }),
          say(withdrawn ? m.withdrawnDone : m.restoredDone, { number: String(row.number ?? '–') }),
        ),
      toggleStage: async (row, number) => {
        const stage = stageIds[number - 1];
        if (stage === undefined) return;
        const has = row.content.stages.includes(stage);
        const stages = has
          ? row.content.stages.filter((other) => other !== stage)
          : [...row.content.stages, stage];
        const reason = say(has ? m.reasonStageRemoved : m.reasonStageAdded, {
          stage: stageName(stage, language),
        });
        const done = say(has ? m.stageRemoved : m.stageAdded, { number });
        await rewrite(row, { ...row.content, stages }, reason, done);
      },
      toggleStar: async (row) => {
        const starred = !row.content.starred;
        const reason = say(starred ? m.reasonStarred : m.reasonUnstarred);
        await rewrite(row, { ...row.content, starred }, reason, reason);
      },
    };
  }, [session, announce, say, language]);
}
