import { killChain } from '../../catalogue/kill-chain.ts';
import { earliestCut } from '../../domain/chain/course.ts';
import { say } from '../../i18n/messages.ts';
import { layerMessages } from '../../i18n/report-review-messages.ts';
import { outcomeMessages } from '../../i18n/word-course.ts';
import { citeEntries } from '../citations.ts';
import { coursesFigure } from '../courses-figure.ts';
import type { Block, Inline, TableBlock } from '../document.ts';
import { join, lineBreak, own, small, strong } from '../inline.ts';
import type { ReportCourse } from '../model-defence.ts';
import type { ReportModel } from '../report-model.ts';
import type { Words } from '../report-words.ts';

/** What stood against each stage, and where somebody judged that it could have been stopped. */
export function writeCourses({ courses }: ReportModel, words: Words): readonly Block[] {
  if (courses.length === 0)
    return [{ kind: 'paragraph', tone: 'unknown', content: [own(words.say('coursesNone'))] }];
  return [
    { kind: 'paragraph', content: [own(words.say('coursesLead'))] },
    { kind: 'paragraph', content: earliest(courses, words) },
    coursesFigure(courses, words, coursesTable(courses, words)),
  ];
}

function earliest(courses: readonly ReportCourse[], words: Words): readonly Inline[] {
  const first = earliestCut(courses);
  if (first === undefined) return [own(words.say('courseNoCut'))];
  const measures = first.courses.map(({ text }) => text).join(words.say('comma'));
  return words.compose('courseEarliest', {
    stage: words.stage(first.stage),
    measures: words.typed(measures),
  });
}

function coursesTable(courses: readonly ReportCourse[], words: Words): TableBlock {
  return {
    kind: 'table',
    caption: words.say('coursesTable'),
    columns: [
      { header: words.say('stage'), width: 'name' },
      { header: words.say('courseFor'), width: 'label' },
      { header: words.say('courseMeasure'), width: 'text' },
      { header: words.say('courseOutcome'), width: 'label' },
      { header: words.say('sources'), width: 'short' },
    ],
    groups: [{ rows: courses.map((course) => ({ cells: cellsOf(course, words) })) }],
  };
}

function cellsOf(course: ReportCourse, words: Words): readonly (readonly Inline[])[] {
  const { stage, action, text, outcome, layer, cut, note = '', cited } = course;
  const { language } = words;
  const name = killChain.coursesOfAction.find(({ id }) => id === action)?.name[language] ?? action;
  return [
    [words.stage(stage)],
    [own(name)],
    join(
      [
        [words.typed(text)],
        note.trim() === '' ? [] : [small(words.typed(note))],
        layer == null
          ? []
          : [small(own(words.say('courseLayer', { layer: say(language, layerMessages[layer]) })))],
      ],
      lineBreak,
    ),
    join(
      [
        [own(say(language, outcomeMessages[outcome]))],
        cut === true ? [strong(own(words.say('courseCut')))] : [],
      ],
      lineBreak,
    ),
    citeEntries(cited),
  ];
}
