import { useMemo } from 'react';
import {
  setAction,
  setLesson,
  type StandingAction,
  standingActions,
  type StandingLesson,
  standingLessons,
} from '#shared/application/actions.ts';
import type { ActionFields } from '#shared/domain/action.ts';
import type { LessonFields } from '#shared/domain/lesson.ts';
import { actionViewMessages as m } from '#shared/i18n/action-view-messages.ts';
import { newOperationId } from '../data/operation-id.ts';
import { useSession } from '../data/session-context.tsx';
import { useRecords } from '../data/use-records.ts';
import { appendErrorText } from './append-error-text.ts';
import { useLanguage, useSay } from './language.tsx';
import { useWorkspace } from './workspace.tsx';

/** Actions and lessons, and ways to write them; each answers what is wrong in words, or nothing. */
export type Improvements = {
  readonly actions: readonly StandingAction[];
  readonly lessons: readonly StandingLesson[];
  readonly setAction: (fields: ActionFields, action?: string) => Promise<string | undefined>;
  readonly setLesson: (fields: LessonFields, lesson?: string) => Promise<string | undefined>;
};

/** The actions and lessons of this notebook. */
export function useImprovements(): Improvements {
  const session = useSession();
  const say = useSay();
  const language = useLanguage();
  const { announce } = useWorkspace();
  const actions = useRecords('actions');
  const lessons = useRecords('lessons');
  return useMemo(() => {
    const writing = { journal: session, newId: newOperationId };
    type Written = Awaited<ReturnType<typeof setAction | typeof setLesson>>;
    const tell = (written: Written, done: string): string | undefined => {
      if (written.ok) {
        announce(done, 'good');
        return undefined;
      }
      const { error } = written;
      if (error.kind === 'text-missing') return say(m.textNeeded);
      const problem = appendErrorText(language, error);
      announce(problem, 'danger');
      return problem;
    };
    return {
      actions: standingActions(actions),
      lessons: standingLessons(lessons),
      setAction: async (fields, action) =>
        tell(
          await setAction(writing, fields, action),
          say(fields.removal === undefined ? m.saved : m.removed),
        ),
      setLesson: async (fields, lesson) =>
        tell(
          await setLesson(writing, fields, lesson),
          say(fields.removal === undefined ? m.lessonSaved : m.removed),
        ),
    };
  }, [session, actions, lessons, say, language, announce]);
}
