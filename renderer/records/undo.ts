import { useMemo } from 'react';
import { inverseOf } from '#shared/application/undo.ts';
import { timelineMessages as m } from '#shared/i18n/timeline-messages.ts';
import type { Message } from '#shared/i18n/messages.ts';
import type { Operation } from '#shared/journal/operation.ts';
import { newOperationId } from '../data/operation-id.ts';
import { useSession } from '../data/session-context.tsx';
import { appendErrorText } from './append-error-text.ts';
import { useLanguage, useSay } from './language.tsx';
import type { Workspace } from './workspace.tsx';

type UndoWorkspace = Pick<Workspace, 'announce' | 'selectEntry'>;

/** Takes back what was written here last, or does it again; each time a new operation. */
export function useUndo({ announce, selectEntry }: UndoWorkspace): {
  readonly undo: () => Promise<void>;
  readonly redo: () => Promise<void>;
} {
  const session = useSession();
  const say = useSay();
  const language = useLanguage();
  return useMemo(() => {
    let busy = false;
    const take = async (mode: 'undo' | 'redo') => {
      const last = session.undoHistory.next(mode);
      if (last === undefined) return announce(say(mode === 'undo' ? m.undoNothing : m.redoNothing));
      const id = entryOf(last.operation);
      const number = String((id && session.timeline.row(id)?.number) ?? '–');
      const inverse = inverseOf(
        last,
        {
          entry: id === undefined ? undefined : await session.readEntry(id),
          setting: session.settingOf(last.operation),
        },
        { id: newOperationId(), reason: say(mode === 'undo' ? m.reasonUndone : m.reasonRedone) },
      );
      if (!inverse.ok) {
        // Said once; the next time it is about what came before.
        session.undoHistory.skip(mode);
        const refused = inverse.error.kind === 'changed-since' ? m.undoChangedSince : m.undoNotHere;
        return announce(say(refused), 'danger');
      }
      const written = await session.append(inverse.value, mode);
      if (!written.ok) return announce(appendErrorText(language, written.error), 'danger');
      if (id !== undefined) selectEntry(id);
      const done = say(doneMessage(inverse.value), { number });
      announce(say(mode === 'undo' ? m.undone : m.redone, { done }), 'good');
    };
    const once = async (mode: 'undo' | 'redo') => {
      if (busy) return;
      busy = true;
      try {
        await take(mode);
      } finally {
        busy = false;
      }
    };
    return { undo: () => once('undo'), redo: () => once('redo') };
  }, [session, announce, selectEntry, say, language]);
}

function entryOf(operation: Operation): string | undefined {
  if (operation.t === 'entry.add') return operation.id;
  return 'entry' in operation ? operation.entry : undefined;
}

/** What the inverse did, in a few words. */
function doneMessage({ t }: Operation): Message {
  if (t === 'entry.withdraw') return m.didWithdraw;
  if (t === 'entry.restore') return m.didRestore;
  return t === 'entry.correct' ? m.didCorrect : m.didSetItem;
}
