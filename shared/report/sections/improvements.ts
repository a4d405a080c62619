import { checklists } from '../../catalogue/checklist-templates.ts';
import type { ActionFields } from '../../domain/action.ts';
import type { LessonFields } from '../../domain/lesson.ts';
import { say } from '../../i18n/messages.ts';
import { actionStateMessages } from '../../i18n/report-audience-messages.ts';
import {
  categoryMessages,
  layerMessages,
  lessonKindMessages,
  priorityMessages,
} from '../../i18n/report-review-messages.ts';
import { citeEntries, citeEvidence } from '../citations.ts';
import type { Block, Inline, TableBlock } from '../document.ts';
import { join, lineBreak, own, small } from '../inline.ts';
import type { ReportAction, ReportLesson, ReportModel } from '../report-model.ts';
import type { Words } from '../report-words.ts';

/** What somebody has to do, by when, and which stage it would have cut. */
export function writeImprovements({ actions }: ReportModel, words: Words): readonly Block[] {
  if (actions.length === 0)
    return [{ kind: 'paragraph', tone: 'unknown', content: [own(words.say('noActions'))] }];
  return [actionTable(actions, words)];
}

/** Actions as a table. */
export function actionTable(actions: readonly ReportAction[], words: Words): TableBlock {
  return {
    kind: 'table',
    caption: words.say('improvementsTable'),
    columns: [
      { header: words.say('actionText'), width: 'text' },
      { header: words.say('actionCuts'), width: 'label' },
      {
        header: `${words.say('actionOwner')}${words.say('comma')}${words.say('actionDue')}`,
        width: 'label',
      },
      { header: words.say('indicatorState'), width: 'label' },
      { header: words.say('sources'), width: 'short' },
    ],
    groups: [{ rows: actions.map((action) => ({ cells: actionCells(action, words) })) }],
  };
}

function actionCells(
  { fields, entries, evidence, since }: ReportAction,
  words: Words,
): readonly (readonly Inline[])[] {
  const { language } = words;
  const state = say(language, actionStateMessages[fields.state ?? 'open']);
  return [
    join(
      [
        [words.typed(fields.text ?? '')],
        causeOf(fields, words),
        fields.priority === undefined
          ? []
          : [
              small(
                own(
                  words.say('actionPriority', {
                    priority: say(language, priorityMessages[fields.priority]),
                  }),
                ),
              ),
            ],
      ],
      lineBreak,
    ),
    aboutOf(fields, words),
    // One column: what is to be done needs the room.
    join(
      [
        (fields.owner ?? '') === '' ? [] : [words.typed(fields.owner ?? '')],
        fields.due == null ? [] : [own(words.shortMoment(Date.parse(fields.due)))],
      ],
      lineBreak,
    ),
    join(
      [
        [
          own(
            since === undefined
              ? state
              : words.say('actionStateSince', { state, time: words.shortMoment(since) }),
          ),
        ],
        evidence.length === 0
          ? []
          : [small(own(`${words.say('actionDoneBy')} `), ...citeEvidence(evidence))],
      ],
      lineBreak,
    ),
    citeEntries(entries),
  ];
}

function causeOf(
  { cause = '' }: Pick<ActionFields | LessonFields, 'cause'>,
  words: Words,
): readonly Inline[] {
  return cause === '' ? [] : [small(...words.compose('cause', { cause: words.typed(cause) }))];
}

/** Stage, layer and category, as far as somebody said them. */
function aboutOf(
  { stage, layer, category }: Pick<ActionFields, 'stage' | 'layer' | 'category'>,
  words: Words,
): readonly Inline[] {
  const { language } = words;
  return join(
    [
      stage == null ? [] : [words.stage(stage)],
      layer == null ? [] : [own(say(language, layerMessages[layer]))],
      category == null ? [] : [own(say(language, categoryMessages[category]))],
    ],
    lineBreak,
  );
}

/** What went well, what held the work up, what only luck did, and the answers of the review. */
export function writeLessons(model: ReportModel, words: Words): readonly Block[] {
  const { language } = words;
  const lessons: readonly Block[] =
    model.lessons.length === 0
      ? [{ kind: 'paragraph', tone: 'unknown', content: [own(words.say('noLessons'))] }]
      : [
          { kind: 'paragraph', content: [own(words.say('lessonsLead'))] },
          lessonTable(model.lessons, words),
        ];
  const answered = checklists.reviewQuestions.flatMap(({ id, text }) => {
    const answer = model.answers.get(reviewQuestionKey(id));
    return answer === undefined
      ? []
      : [{ term: text[language], details: [[words.typed(answer.text)]] }];
  });
  if (answered.length === 0) return lessons;
  return [
    ...lessons,
    { kind: 'heading', level: 3, content: [own(words.say('reviewAnswers'))] },
    { kind: 'definitions', items: answered },
  ];
}

/** Where the answer to one of the review questions of the checklists is written. */
export function reviewQuestionKey(id: string): string {
  return `review:${id.toLowerCase()}`;
}

/** Lessons as a table, by what they are drawn from. */
export function lessonTable(lessons: readonly ReportLesson[], words: Words): TableBlock {
  return {
    kind: 'table',
    caption: words.say('lessonsTable'),
    columns: [
      { header: words.say('lesson'), width: 'text' },
      { header: words.say('lessonAbout'), width: 'name' },
      { header: words.say('sources'), width: 'label' },
    ],
    groups: groupsOf(lessons, words),
  };
}

function groupsOf(lessons: readonly ReportLesson[], words: Words) {
  const kinds = [...new Set(lessons.map(({ fields }) => fields.kind ?? 'learned'))];
  return kinds.map((kind) => ({
    heading: [own(say(words.language, lessonKindMessages[kind]))],
    rows: lessons
      .filter(({ fields }) => (fields.kind ?? 'learned') === kind)
      .map(({ fields, entries }) => ({
        cells: [
          join([[words.typed(fields.text)], causeOf(fields, words)], lineBreak),
          aboutOf(fields, words),
          citeEntries(entries),
        ],
      })),
  }));
}
