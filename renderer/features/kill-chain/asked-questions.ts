import { useMemo } from 'react';
import type { ChainQuestion } from '#shared/domain/chain/chain-questions.ts';
import {
  type QuestionFields,
  questionState,
  type QuestionState,
} from '#shared/domain/chain/question.ts';
import { currentFields } from '#shared/journal/records.ts';
import { useRecords } from '../../data/use-records.ts';

/** A question with what people said about it. */
export type AskedQuestion = {
  readonly question: ChainQuestion;
  readonly fields: QuestionFields;
  readonly state: QuestionState;
};

/** Questions with what people said about them. */
export function useAskedQuestions(questions: readonly ChainQuestion[]): readonly AskedQuestion[] {
  const records = useRecords('questions');
  return useMemo(() => {
    const said = new Map(
      records.map(({ id, fields }) => [id, currentFields<QuestionFields>(fields)] as const),
    );
    return questions.map((question) => {
      const fields = said.get(question.key) ?? {};
      return { question, fields, state: questionState(fields) };
    });
  }, [questions, records]);
}
