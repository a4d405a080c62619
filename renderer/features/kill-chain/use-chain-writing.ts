import { chainQuestionMessages } from '#shared/i18n/chain-question-messages.ts';
import { chainMessages } from '#shared/i18n/kill-chain-messages.ts';
import { useWriting, type Write as WriteOf } from '../../records/use-writing.ts';

/** What a path, a question or a course cannot do without. */
const words = {
  'name-missing': chainMessages.pathNameNeeded,
  'reason-missing': chainQuestionMessages.reasonNeeded,
  'answer-missing': chainQuestionMessages.answerNeeded,
};

export type Write = WriteOf<keyof typeof words>;

/** Writes what the kill chain asks about. */
export function useChainWriting(): Write {
  return useWriting(words);
}
