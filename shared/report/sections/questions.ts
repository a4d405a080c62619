import { citeEntries } from '../citations.ts';
import type { Block, Inline, Row } from '../document.ts';
import { own } from '../inline.ts';
import type { EntryRef, ReportModel } from '../report-model.ts';
import type { Words } from '../report-words.ts';
import { prepareQuestions } from '../review/prepared-questions.ts';

/** Questions that the notebook itself raises, with room for an answer; none of them names a culprit. */
export function writeQuestions(model: ReportModel, words: Words): readonly Block[] {
  const rows = [
    ...(['askWell', 'askHurt', 'askLuck'] as const).map((ask) =>
      question([own(words.say(ask))], [], []),
    ),
    ...prepareQuestions(model, words).map(({ key, text, sources }) => {
      const answer = model.answers.get(key);
      return question(text, sources, answer === undefined ? [] : [words.typed(answer.text)]);
    }),
  ];
  return [
    { kind: 'paragraph', content: [own(words.say('questionsLead'))] },
    {
      kind: 'table',
      caption: words.say('questionTable'),
      columns: [
        { header: words.say('question'), width: 'text' },
        { header: words.say('sources'), width: 'label' },
        { header: words.say('answer'), width: 'text' },
      ],
      groups: [{ rows }],
    },
  ];
}

function question(
  text: readonly Inline[],
  sources: readonly EntryRef[],
  answer: readonly Inline[],
): Row {
  return { cells: [text, citeEntries(sources), answer] };
}
