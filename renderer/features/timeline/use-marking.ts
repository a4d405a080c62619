import { useCallback, useRef, useState } from 'react';
import { type EntryMark, markEntries } from '#shared/application/entry-marks.ts';
import { searchMessages as m } from '#shared/i18n/search-messages.ts';
import { timelineMessages } from '#shared/i18n/timeline-messages.ts';
import { newOperationId } from '../../data/operation-id.ts';
import { useSession } from '../../data/session-context.tsx';
import type { TimelineRow } from '../../data/timeline-row.ts';
import { appendErrorText } from '../../records/append-error-text.ts';
import { type Say, useLanguage, useSay } from '../../records/language.tsx';
import { useWorkspace } from '../../records/workspace.tsx';

/** How far the writing of marks has come. */
export type MarkingProgress = { readonly done: number; readonly total: number };

/** More than this many take long enough to be watched. */
const watchedFrom = 50;

/** Marks many entries, one operation after the other, and says what came of it. */
export function useMarking() {
  const session = useSession();
  const say = useSay();
  const language = useLanguage();
  const { announce } = useWorkspace();
  const [progress, setProgress] = useState<MarkingProgress>();
  const running = useRef(false);
  const stopped = useRef(false);
  const mark = useCallback(
    async (rows: readonly TimelineRow[], what: EntryMark) => {
      if (running.current) return;
      running.current = true;
      stopped.current = false;
      const total = rows.length;
      if (total > watchedFrom) setProgress({ done: 0, total });
      const marked = await markEntries(
        { journal: session, newId: newOperationId },
        {
          entries: rows.map(({ id }) => id),
          mark: what,
          reason: reasonOf(what, rows, say),
          contentOf: (id) => session.timeline.row(id)?.content,
          goOn: (done) => {
            if (total > watchedFrom) setProgress({ done, total });
            return !stopped.current;
          },
        },
      );
      running.current = false;
      setProgress(undefined);
      if (!marked.ok) {
        const problem = appendErrorText(language, marked.error.error);
        announce(say(m.markedStopped, { n: marked.error.marked, problem }), 'danger');
      } else if (marked.value.marked === 0) announce(say(m.markedNone));
      else announce(say(m.markedDone, { n: marked.value.marked }));
    },
    [session, say, language, announce],
  );
  const stop = useCallback(() => {
    stopped.current = true;
  }, []);
  return { mark, progress, stop };
}

function reasonOf(mark: EntryMark, rows: readonly TimelineRow[], say: Say): string {
  switch (mark.kind) {
    case 'tag':
      return say(m.reasonTagged, { tag: mark.tag });
    case 'star':
      return say(mark.starred ? timelineMessages.reasonStarred : timelineMessages.reasonUnstarred);
    case 'same-event': {
      const number = rows.find(({ id }) => id === mark.entry)?.number;
      return say(m.reasonSameEvent, { number: String(number ?? '–') });
    }
  }
}
