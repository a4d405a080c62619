import { standingActions, standingLessons } from '../../application/actions.ts';
import {
  agendaOf,
  minutesOf,
  type StandingMinute,
  type StandingReview,
  standingReviews,
} from '../../application/review-meeting.ts';
import { checklists } from '../../catalogue/checklist-templates.ts';
import {
  agendaMessages,
  minutesMessages as m,
  presenceMessages,
} from '../../i18n/minutes-messages.ts';
import { type Message, type MessageValues, say } from '../../i18n/messages.ts';
import type { NotebookState } from '../../journal/fold.ts';
import { shortSeal } from '../../journal/seal.ts';
import type {
  Block,
  Column,
  Inline,
  ReportDocument,
  ReportSection,
  TableBlock,
} from '../document.ts';
import { lineBreak, own, small } from '../inline.ts';
import { fieldValue, type ReportModel } from '../report-model.ts';
import { type Words, wordsOf } from '../report-words.ts';
import { actionTable, lessonTable, reviewQuestionKey } from '../sections/improvements.ts';
import { visibleText } from '../visible-text.ts';
import { writeReport } from '../write-report.ts';
import { prepareQuestions } from './prepared-questions.ts';

type Tell = (message: Message, values?: MessageValues) => string;

/** The minutes of a review meeting as a document of any format; undefined when there is no such meeting. */
export function minutesDocument(
  state: NotebookState,
  model: ReportModel,
  id: string,
): ReportDocument | undefined {
  const review = standingReviews(state.reviews.values()).find((each) => each.id === id);
  if (review === undefined) return undefined;
  const words = wordsOf(model);
  const tell: Tell = (message, values) => say(model.language, message, values);
  const empty = writeReport({ ...model, sections: [], state: 'released' });
  const labels = new Map(model.entries.map(({ id: entry, label }) => [entry, label]));
  const minutes = minutesOf(state.minutes.values(), id);
  const named = visibleText(review.title ?? tell(m.usualTitle));
  const actions = new Set(
    standingActions(state.actions.values())
      .filter((action) => action.review === id)
      .map((action) => action.id),
  );
  const lessons = new Set(
    standingLessons(state.lessons.values())
      .filter((lesson) => lesson.review === id)
      .map((lesson) => lesson.id),
  );
  const none: Block = { kind: 'paragraph', tone: 'unknown', content: [own(tell(m.none))] };
  const parts: readonly (readonly [Message, readonly Block[]])[] = [
    [m.decisions, noted(minutes, 'decision', { words, tell, labels, none })],
    [
      m.actions,
      actions.size === 0
        ? [none]
        : [
            withoutCaption(
              actionTable(
                model.actions.filter((each) => actions.has(each.id)),
                words,
              ),
            ),
          ],
    ],
    [
      m.lessons,
      lessons.size === 0
        ? [none]
        : [
            withoutCaption(
              lessonTable(
                model.lessons.filter((each) => lessons.has(each.id)),
                words,
              ),
            ),
          ],
    ],
    [m.questions, noted(minutes, 'question', { words, tell, labels, none })],
    [m.answers, answers(model, words, { tell, none })],
    [m.signOff, signOff(review, words, tell)],
  ];
  return {
    ...empty,
    title: tell(m.title, { title: named }),
    sections: [
      {
        id: 'cover',
        number: '',
        title: tell(m.usualTitle),
        purpose: '',
        startsPage: false,
        blocks: meeting(review, model, words, tell),
      },
      ...parts.map(([title, blocks], index): ReportSection => ({
        id: `custom-${index + 1}`,
        number: String(index + 1),
        title: `${index + 1}${words.say('numberSeparator')}${tell(title)}`,
        purpose: '',
        // A sheet to be signed is a sheet of its own.
        startsPage: title === m.signOff,
        blocks,
      })),
    ],
  };
}

/** The heading of its part says what it is. */
function withoutCaption({ caption: _caption, ...table }: TableBlock): TableBlock {
  return table;
}

function meeting(
  review: StandingReview,
  model: ReportModel,
  words: Words,
  tell: Tell,
): readonly Block[] {
  const { startedAt, endedAt, place = '', chair = '', attendees = [], incidents = [] } = review;
  const moment = (at: string | null | undefined): string =>
    at == null ? tell(m.goesOn) : words.moment(Date.parse(at));
  const items = [
    { term: tell(m.incident), details: [[words.typed(fieldValue(model, 'title') ?? '')]] },
    ...(incidents.length === 0
      ? []
      : [
          {
            term: tell(m.otherIncidents),
            details: incidents.map(({ title, notebook, seal }) => [
              words.typed(title === '' ? words.say('untitled') : title),
              lineBreak,
              small(
                own(
                  tell(m.otherIncident, { notebook: notebook.slice(0, 8), seal: shortSeal(seal) }),
                ),
              ),
            ]),
          },
        ]),
    {
      term: tell(m.when),
      details: [[own(tell(m.whenText, { from: moment(startedAt), to: moment(endedAt) }))]],
    },
    ...(place === '' ? [] : [{ term: tell(m.place), details: [[words.typed(place)]] }]),
    ...(chair === '' ? [] : [{ term: tell(m.chair), details: [[words.typed(chair)]] }]),
    {
      term: tell(m.agenda),
      details: agendaOf(review).map(({ item, minutes }) => [
        own(`${tell(agendaMessages[item])} (${tell(m.agendaMinutes, { n: minutes })})`),
      ]),
    },
  ];
  return [
    { kind: 'definitions', items },
    { kind: 'heading', level: 3, content: [own(tell(m.attendance))] },
    attendees.length === 0
      ? { kind: 'paragraph', tone: 'unknown', content: [own(tell(m.none))] }
      : {
          kind: 'table',
          columns: [
            { header: tell(m.name), width: 'name' },
            { header: tell(m.role), width: 'text' },
            { header: tell(m.presence), width: 'name' },
          ],
          groups: [
            {
              rows: attendees.map(({ name, role, presence }) => ({
                cells: [
                  [words.typed(name)],
                  [words.typed(role)],
                  [own(tell(presenceMessages[presence]))],
                ],
              })),
            },
          ],
        },
    { kind: 'paragraph', tone: 'small', content: [own(tell(m.blameless))] },
  ];
}

function noted(
  minutes: readonly StandingMinute[],
  kind: NonNullable<StandingMinute['kind']>,
  about: {
    readonly words: Words;
    readonly tell: Tell;
    readonly labels: ReadonlyMap<string, string>;
    readonly none: Block;
  },
): readonly Block[] {
  const { words, tell, labels, none } = about;
  const rows = minutes.filter((each) => each.kind === kind);
  if (rows.length === 0) return [none];
  const columns: readonly Column[] = [
    { header: tell(kind === 'decision' ? m.decision : m.question), width: 'text' },
    { header: tell(m.owner), width: 'label' },
    { header: tell(m.due), width: 'time' },
    { header: tell(m.sources), width: 'label' },
  ];
  return [
    {
      kind: 'table',
      columns,
      groups: [
        {
          rows: rows.map(({ text, owner = '', due, entries = [] }) => ({
            cells: [
              [words.typed(text)],
              [words.typed(owner)],
              [own(due == null ? '' : words.shortMoment(Date.parse(due)))],
              [own(entries.flatMap((id) => labels.get(id) ?? []).join(', '))],
            ],
          })),
        },
      ],
    },
  ];
}

function answers(
  model: ReportModel,
  words: Words,
  { tell, none }: { readonly tell: Tell; readonly none: Block },
): readonly Block[] {
  const asked: readonly { readonly key: string; readonly text: readonly Inline[] }[] = [
    ...prepareQuestions(model, words),
    ...checklists.reviewQuestions.map(({ id, text }) => ({
      key: reviewQuestionKey(id),
      text: [own(text[words.language])],
    })),
  ];
  const rows = asked.flatMap(({ key, text }) => {
    const answer = model.answers.get(key);
    return answer === undefined ? [] : [{ cells: [text, [words.typed(answer.text)]] }];
  });
  if (rows.length === 0) return [none];
  return [
    {
      kind: 'table',
      columns: [
        { header: tell(m.question), width: 'text' },
        { header: tell(m.answer), width: 'text' },
      ],
      groups: [{ rows }],
    },
  ];
}

function signOff({ attendees = [] }: StandingReview, words: Words, tell: Tell): readonly Block[] {
  const present = attendees.filter(({ presence }) => presence !== 'excused');
  const blank = { tone: 'sign' as const, cells: [[own('\u00a0')], [], [], []] };
  return [
    { kind: 'paragraph', content: [own(tell(m.signOffLead))] },
    {
      kind: 'table',
      columns: [
        { header: tell(m.name), width: 'name' },
        { header: tell(m.role), width: 'name' },
        { header: tell(m.signature), width: 'text' },
        { header: tell(m.date), width: 'time' },
      ],
      groups: [
        {
          rows:
            present.length === 0
              ? [blank, blank, blank]
              : present.map(({ name, role }) => ({
                  tone: 'sign' as const,
                  cells: [[words.typed(name)], [words.typed(role)], [], []],
                })),
        },
      ],
    },
  ];
}
