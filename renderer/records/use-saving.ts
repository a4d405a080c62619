import { deadlineMessages } from '#shared/i18n/deadline-messages.ts';
import { decisionMessages } from '#shared/i18n/decision-messages.ts';
import { useWriting, type Write } from './use-writing.ts';

/** What a decision, a line of the table of authority or a deadline cannot do without. */
const words = {
  'question-missing': decisionMessages.questionNeeded,
  'holder-missing': decisionMessages.holderNeeded,
  'name-missing': deadlineMessages.nameNeeded,
  'proof-missing': deadlineMessages.proofNeeded,
  'reason-missing': decisionMessages.reasonNeeded,
};

export type Save = Write<keyof typeof words>;

/** Writes decisions, authority and deadlines. */
export function useSaving(): Save {
  return useWriting(words);
}
