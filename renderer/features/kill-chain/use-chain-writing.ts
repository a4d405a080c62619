import { useMemo } from 'react';
import type { AnswerMissing, NameMissing, ReasonMissing } from '#shared/application/kill-chain.ts';
import type { AppendError, Writing } from '#shared/application/ports.ts';
import { chainQuestionMessages } from '#shared/i18n/chain-question-messages.ts';
import { chainMessages } from '#shared/i18n/kill-chain-messages.ts';
import type { Result } from '#shared/lib/result.ts';
import { newOperationId } from '../../data/operation-id.ts';
import { useSession } from '../../data/session-context.tsx';
import { appendErrorText } from '../../records/append-error-text.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { useWorkspace } from '../../records/workspace.tsx';

type Refusal = AppendError | NameMissing | ReasonMissing | AnswerMissing;

/** Writes through a use case and says what was done; gives what is wrong in words, or nothing. */
export type Write = (
  use: (writing: Writing) => Promise<Result<unknown, Refusal>>,
  done: string,
) => Promise<string | undefined>;

export function useChainWriting(): Write {
  const session = useSession();
  const say = useSay();
  const language = useLanguage();
  const { announce } = useWorkspace();
  return useMemo(() => {
    const wording = (error: Refusal): string => {
      switch (error.kind) {
        case 'name-missing':
          return say(chainMessages.pathNameNeeded);
        case 'reason-missing':
          return say(chainQuestionMessages.reasonNeeded);
        case 'answer-missing':
          return say(chainQuestionMessages.answerNeeded);
        case 'no-notebook':
        case 'read-only':
        case 'disk-full':
        case 'too-long':
        case 'write-failed':
        case 'invalid': {
          const problem = appendErrorText(language, error);
          announce(problem, 'danger');
          return problem;
        }
      }
    };
    return async (use, done) => {
      const written = await use({ journal: session, newId: newOperationId });
      if (!written.ok) return wording(written.error);
      announce(done);
      return undefined;
    };
  }, [session, say, language, announce]);
}
