import { useMemo } from 'react';
import type { AppendError, Writing } from '#shared/application/ports.ts';
import type { Message } from '#shared/i18n/messages.ts';
import type { Result } from '#shared/lib/result.ts';
import { newOperationId } from '../data/operation-id.ts';
import { useSession } from '../data/session-context.tsx';
import { appendErrorText } from './append-error-text.ts';
import { useLanguage, useSay } from './language.tsx';
import { useWorkspace } from './workspace.tsx';

/** Writes through a use case and says what was done; gives what is wrong in words, or nothing. */
export type Write<Kind extends string> = (
  use: (writing: Writing) => Promise<Result<unknown, AppendError | { readonly kind: Kind }>>,
  done: string,
) => Promise<string | undefined>;

/** `words`: what has to be said for each refusal of the use cases themselves; the same object every time. */
export function useWriting<Kind extends string>(
  words: Readonly<Record<Kind, Message>>,
): Write<Kind> {
  const session = useSession();
  const say = useSay();
  const language = useLanguage();
  const { announce } = useWorkspace();
  return useMemo(
    () => async (use, done) => {
      const written = await use({ journal: session, newId: newOperationId });
      if (written.ok) {
        announce(done);
        return undefined;
      }
      const { error } = written;
      if (Object.hasOwn(words, error.kind)) return say(words[error.kind as Kind]);
      const problem = appendErrorText(language, error as AppendError);
      announce(problem, 'danger');
      return problem;
    },
    [words, session, say, language, announce],
  );
}
