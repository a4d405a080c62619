import { useCallback, useRef, useState } from 'react';
import type { EntryContent } from '#shared/domain/entry.ts';
import { entryLineMessages as m } from '#shared/i18n/entry-line-messages.ts';
import { errorMessages } from '#shared/i18n/error-messages.ts';
import type { OperationOf } from '#shared/journal/operation.ts';
import { newOperationId } from '../../data/operation-id.ts';
import { useSession } from '../../data/session-context.tsx';
import { appendErrorText } from '../../records/append-error-text.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { markedContent } from '../../records/transcribing.ts';
import { useWorkspace } from '../../records/workspace.tsx';

/** Saving that takes longer says so; sooner, the word would only flicker and cost the frame that shows the entry. */
const noticedMs = 150;

type Attempt = { readonly line: string; readonly operation: OperationOf<'entry.add'> };

/**
 * Writes a line as an entry.
 *
 * While an attempt is not acknowledged, another Enter does nothing; after an attempt whose end is not
 * known the same line goes out under the same id, so that it cannot be written twice.
 */
export function useLineSaving(onSaved: (line: string) => void) {
  const session = useSession();
  const say = useSay();
  const language = useLanguage();
  const { announce, selectEntry } = useWorkspace();
  const [saving, setSaving] = useState(false);
  const [failure, setFailure] = useState<string>();
  const busy = useRef(false);
  const unsettled = useRef<Attempt>(undefined);

  const save = useCallback(
    async (line: string, content: EntryContent) => {
      if (busy.current) return;
      busy.current = true;
      const noticed = setTimeout(() => setSaving(true), noticedMs);
      setFailure(undefined);
      const attempt: Attempt =
        unsettled.current?.line === line
          ? unsettled.current
          : {
              line,
              operation: {
                t: 'entry.add',
                id: newOperationId(),
                ...markedContent(session, content),
              },
            };
      unsettled.current = attempt;
      try {
        const written = await session.append(attempt.operation);
        if (written.ok) {
          unsettled.current = undefined;
          onSaved(line);
          selectEntry(attempt.operation.id);
          announce(say(m.savedEntry, { number: String(written.value.seq) }), 'good');
        } else {
          if (written.error.kind !== 'write-failed') unsettled.current = undefined;
          setFailure(appendErrorText(language, written.error));
        }
      } catch {
        // The main process did not answer: whether the line was written is not known.
        setFailure(say(errorMessages.appendUnknown));
      } finally {
        clearTimeout(noticed);
        busy.current = false;
        setSaving(false);
      }
    },
    [session, onSaved, selectEntry, announce, say, language],
  );
  return { save, saving, failure, clearFailure: useCallback(() => setFailure(undefined), []) };
}
