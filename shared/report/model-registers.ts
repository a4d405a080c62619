import { standingLessons } from '../application/actions.ts';
import { type QuestionFields, questionState } from '../domain/chain/question.ts';
import { lessonKinds } from '../domain/lesson.ts';
import type { NotebookState } from '../journal/fold.ts';
import { currentFields } from '../journal/records.ts';
import type {
  EntryRef,
  ReportAction,
  ReportEntry,
  ReportIndicator,
  ReportLesson,
  ReportModel,
} from './report-model.ts';

/** Indicators that stand on the register, by type and value; removed ones and false alarms are not for others. */
export function readIndicators(
  state: NotebookState,
  entries: readonly ReportEntry[],
): readonly ReportIndicator[] {
  const cite = citer(entries);
  return [...state.indicators.values()]
    .map((record) => {
      const fields = currentFields(record.fields);
      return { id: record.id, fields, entries: cite(fields.entries) };
    })
    .filter(
      ({ fields }) =>
        fields.removal?.removed !== true &&
        fields.state !== 'false-positive' &&
        (fields.value ?? '') !== '',
    )
    .toSorted(
      (a, b) =>
        compare(a.fields.type ?? '', b.fields.type ?? '') ||
        compare(a.fields.value ?? '', b.fields.value ?? '') ||
        compare(a.id, b.id),
    );
}

/** Actions that stand on the list: what is due first, then what is due at no time. */
export function readActions(
  state: NotebookState,
  entries: readonly ReportEntry[],
): readonly ReportAction[] {
  const cite = citer(entries);
  const dueOf = ({ fields }: ReportAction): string => fields.due ?? '~';
  return [...state.actions.values()]
    .map((record) => {
      const fields = currentFields(record.fields);
      return {
        id: record.id,
        fields,
        entries: cite(fields.entries),
        evidence: (fields.evidence ?? []).flatMap((id) => {
          const no = state.evidence.get(id)?.item?.no;
          return no === undefined ? [] : [{ id, no }];
        }),
        since: record.states.at(-1)?.wall,
      };
    })
    .filter(({ fields }) => fields.removal?.removed !== true && (fields.text ?? '') !== '')
    .toSorted((a, b) => compare(dueOf(a), dueOf(b)) || compare(a.id, b.id));
}

/** Lessons that stand: what went well first, then what held the work up, luck, and what was learned. */
export function readLessons(
  state: NotebookState,
  entries: readonly ReportEntry[],
): readonly ReportLesson[] {
  const cite = citer(entries);
  const placeOf = ({ fields }: ReportLesson): number =>
    lessonKinds.indexOf(fields.kind ?? 'learned');
  return standingLessons(state.lessons.values())
    .map(({ id, ...fields }) => ({ id, fields, entries: cite(fields.entries) }))
    .toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** What people said to questions, as far as it stands. */
export function readAnswers(state: NotebookState): ReportModel['answers'] {
  return new Map(
    [...state.questions.values()].flatMap(({ id, fields }) => {
      const said = currentFields<QuestionFields>(fields);
      return questionState(said) === 'answered' && said.answer !== undefined
        ? [[id, said.answer] as const]
        : [];
    }),
  );
}

function citer(entries: readonly ReportEntry[]) {
  const refs = new Map(entries.map(({ id, label }) => [id, { id, label }]));
  return (ids: readonly string[] = []): readonly EntryRef[] =>
    ids.map((id) => refs.get(id)).filter((ref) => ref !== undefined);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
