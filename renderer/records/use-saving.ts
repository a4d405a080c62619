import { useMemo } from 'react';
import type { AppendError, Writing } from '#shared/application/ports.ts';
import { deadlineMessages } from '#shared/i18n/deadline-messages.ts';
import { decisionMessages } from '#shared/i18n/decision-messages.ts';
import type { Result } from '#shared/lib/result.ts';
import { newOperationId } from '../data/operation-id.ts';
import { useSession } from '../data/session-context.tsx';
import { appendErrorText } from './append-error-text.ts';
import { useLanguage, useSay } from './language.tsx';
import { useWorkspace } from './workspace.tsx';

/** Why something of the decisions was not written: the disk, or that something has to be said first. */
export type SavingRefusal =
  | AppendError
  | {
      readonly kind:
        'question-missing' | 'holder-missing' | 'name-missing' | 'proof-missing' | 'reason-missing';
    };

/** Writes through a use case and says what was done; gives what is wrong in words, or nothing. */
export type Save = (
  use: (writing: Writing) => Promise<Result<unknown, SavingRefusal>>,
  done: string,
) => Promise<string | undefined>;

export function useSaving(): Save {
  const session = useSession();
  const say = useSay();
  const language = useLanguage();
  const { announce } = useWorkspace();
  return useMemo(() => {
    const wording = (error: SavingRefusal): string => {
      switch (error.kind) {
        case 'question-missing':
          return say(decisionMessages.questionNeeded);
        case 'holder-missing':
          return say(decisionMessages.holderNeeded);
        case 'name-missing':
          return say(deadlineMessages.nameNeeded);
        case 'proof-missing':
          return say(deadlineMessages.proofNeeded);
        case 'reason-missing':
          return say(decisionMessages.reasonNeeded);
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
