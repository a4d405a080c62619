import type { CourseOutcome } from '../domain/chain/course.ts';
import { chainQuestionMessages as m } from './chain-question-messages.ts';
import type { Message } from './messages.ts';

/** Words of what became of a measure. */
export const outcomeMessages: Readonly<Record<CourseOutcome, Message>> = {
  existed: m.outcomeExisted,
  worked: m.outcomeWorked,
  failed: m.outcomeFailed,
  missing: m.outcomeMissing,
  added: m.outcomeAdded,
};
