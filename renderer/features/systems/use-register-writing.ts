import { useMemo } from 'react';
import { type RegisterChange, setOnRegister } from '#shared/application/systems.ts';
import { wordRegisterRefusal } from '#shared/i18n/word-status.ts';
import { newOperationId } from '../../data/operation-id.ts';
import { useSession } from '../../data/session-context.tsx';
import { appendErrorText } from '../../records/append-error-text.ts';
import { useLanguage } from '../../records/language.tsx';
import { useWorkspace } from '../../records/workspace.tsx';

/** What came of writing: the record, or what is wrong in words. */
export type Written =
  | { readonly record: string; readonly problem?: undefined }
  | { readonly record?: undefined; readonly problem: string };

/** Writes on a register and says what was done. */
export type WriteRegister = (
  change: RegisterChange,
  done: string,
  taken?: readonly string[],
) => Promise<Written>;

export function useRegisterWriting(): WriteRegister {
  const session = useSession();
  const language = useLanguage();
  const { announce } = useWorkspace();
  return useMemo(() => {
    const writing = { journal: session, newId: newOperationId };
    return async (change, done, taken) => {
      const saved = await setOnRegister(writing, change, taken);
      if (saved.ok) {
        announce(done);
        return { record: saved.value.record };
      }
      const { error } = saved;
      switch (error.kind) {
        case 'name-missing':
        case 'name-taken':
        case 'reason-missing':
        case 'not-clear':
          return { problem: wordRegisterRefusal(language, error) };
        case 'no-notebook':
        case 'read-only':
        case 'disk-full':
        case 'too-long':
        case 'write-failed':
        case 'invalid': {
          const problem = appendErrorText(language, error);
          announce(problem, 'danger');
          return { problem };
        }
      }
    };
  }, [session, language, announce]);
}
