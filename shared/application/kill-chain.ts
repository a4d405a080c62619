import { killChain } from '../catalogue/kill-chain.ts';
import {
  coverageCell,
  type CoverageFields,
  coverageKey,
  type CoverageOf,
  type CoverageRow,
} from '../domain/chain/coverage.ts';
import {
  type Course,
  type CourseAction,
  type CourseFields,
  standingCourse,
} from '../domain/chain/course.ts';
import { chainQuestions, type ChainQuestion } from '../domain/chain/chain-questions.ts';
import type { ChainEntry } from '../domain/chain/chain-marks.ts';
import type { QuestionFields } from '../domain/chain/question.ts';
import type { PathFields } from '../domain/intrusion-path.ts';
import { currentFields, type FieldsRecord } from '../journal/records.ts';
import { err, type Result } from '../lib/result.ts';
import type { AppendError, Saved, Writing } from './ports.ts';
import { saveOperation } from './save-operation.ts';

/** An intrusion path that stands. */
export type IntrusionPath = { readonly id: string; readonly name: string; readonly note: string };

export type NameMissing = { readonly kind: 'name-missing' };
export type ReasonMissing = { readonly kind: 'reason-missing' };
export type AnswerMissing = { readonly kind: 'answer-missing' };

/** The paths that stand, in the order in which they were first named. */
export function standingPaths(
  records: Iterable<FieldsRecord<PathFields>>,
): readonly IntrusionPath[] {
  return [...records].flatMap(({ id, fields }) => {
    const { name, note = '', removal } = currentFields<PathFields>(fields);
    return name === undefined || removal?.removed === true ? [] : [{ id, name, note }];
  });
}

/** Names a path, a new one or (with `path`) one that stands. */
export async function namePath(
  writing: Writing,
  name: string,
  path: string = writing.newId(),
): Promise<Result<Saved & { readonly path: string }, AppendError | NameMissing>> {
  const given = name.trim();
  if (given === '') return err({ kind: 'name-missing' });
  const fields = { name: given };
  const saved = await saveOperation(writing, { t: 'path.set', id: writing.newId(), path, fields });
  return saved.ok ? { ok: true, value: { ...saved.value, path } } : saved;
}

/** Takes a path off the list, and says why; entries that stand on it stay as they are. */
export function removePath(
  writing: Writing,
  path: string,
  reason: string,
): Promise<Result<Saved, AppendError>> {
  const fields = { removal: { removed: true, reason } };
  return saveOperation(writing, { t: 'path.set', id: writing.newId(), path, fields });
}

/** Says who looks for the answer to a question. */
export function assignQuestion(
  writing: Writing,
  question: string,
  owner: string,
): Promise<Result<Saved, AppendError>> {
  return setQuestion(writing, question, { owner: owner.trim() });
}

/** Answers a question with entries, or in words. */
export async function answerQuestion(
  writing: Writing,
  question: string,
  answer: NonNullable<QuestionFields['answer']>,
): Promise<Result<Saved, AppendError | AnswerMissing>> {
  const text = answer.text.trim();
  if (answer.entries.length === 0 && text === '') return err({ kind: 'answer-missing' });
  return setQuestion(writing, question, { answer: { ...answer, text } });
}

/** Dismisses a question for a reason. */
export async function dismissQuestion(
  writing: Writing,
  question: string,
  reason: string,
): Promise<Result<Saved, AppendError | ReasonMissing>> {
  const given = reason.trim();
  if (given === '') return err({ kind: 'reason-missing' });
  return setQuestion(writing, question, { dismissal: { dismissed: true, reason: given } });
}

/** Asks a question again that was answered or dismissed. */
export function reopenQuestion(
  writing: Writing,
  question: string,
): Promise<Result<Saved, AppendError>> {
  return setQuestion(writing, question, {
    answer: { entries: [], text: '' },
    dismissal: { dismissed: false, reason: '' },
  });
}

function setQuestion(writing: Writing, question: string, fields: QuestionFields) {
  const id = writing.newId();
  return saveOperation(writing, { t: 'question.set', id, question, fields });
}

/** Says what is known of a log source, or of what differs from it in one stage. */
export function setCoverage(
  writing: Writing,
  place: { readonly source: string; readonly stage?: string | undefined },
  fields: CoverageFields,
): Promise<Result<Saved, AppendError>> {
  return saveOperation(writing, {
    t: 'coverage.set',
    id: writing.newId(),
    source: place.source,
    ...(place.stage !== undefined && { stage: place.stage }),
    fields,
  });
}

/** Writes fields of a measure, of a new one without `course`. */
export function setCourse(
  writing: Writing,
  fields: CourseFields,
  course: string = writing.newId(),
): Promise<Result<Saved, AppendError>> {
  return saveOperation(writing, { t: 'course.set', id: writing.newId(), course, fields });
}

/** The measures that stand, in the order in which they were written. */
export function standingCourses(records: Iterable<FieldsRecord<CourseFields>>): readonly Course[] {
  return [...records].flatMap(({ id, fields }) => {
    const course = standingCourse(id, currentFields<CourseFields>(fields));
    return course === undefined ? [] : [course];
  });
}

/** Measures that the catalogue knows for a cell and that nobody has taken over yet. */
export function proposedMeasures(
  stage: string,
  action: CourseAction,
  courses: readonly Course[],
): readonly { readonly en: string; readonly ja: string }[] {
  const listed = killChain.stages.find(({ id }) => id === stage)?.courses[action] ?? [];
  const taken = new Set(
    courses.filter((one) => one.stage === stage && one.action === action).map(({ text }) => text),
  );
  return listed.filter(({ en, ja }) => !taken.has(en) && !taken.has(ja));
}

/** Log sources of the catalogue with the stages that they may show, in the order in which to get them. */
export const coverageRows: readonly (CoverageRow & { readonly priority: number })[] =
  killChain.logSources
    .map(({ id, priority }) => ({
      source: id,
      priority,
      stages: killChain.stages
        .filter(({ logSources }) => logSources.some(({ source }) => source === id))
        .map((stage) => stage.id),
    }))
    .toSorted((a, b) => a.priority - b.priority);

/** What an organisation without a security budget has: event logs, an open-source IDS, a UTM, its mail and people. */
export const smallOrganisationSources: ReadonlySet<string> = new Set([
  'fw',
  'ids',
  'ad',
  'winevent',
  'linux',
  'av',
  'web',
  'dns',
  'vpn',
  'report',
  'backup',
]);

/** Kinds of log that show what leaves the organisation. */
const egressSources = ['dns', 'proxy', 'fw', 'netflow'] as const;

/** Reads coverage records by key. */
export function coverageReader(records: Iterable<FieldsRecord<CoverageFields>>): CoverageOf {
  const fields = new Map(
    [...records].map(({ id, fields: each }) => [id, currentFields<CoverageFields>(each)] as const),
  );
  return (key) => fields.get(key);
}

/** What the entries of a notebook leave open. */
export function notebookQuestions(
  entries: readonly ChainEntry[],
  paths: readonly IntrusionPath[],
  coverage: CoverageOf,
): readonly ChainQuestion[] {
  return chainQuestions(entries, {
    paths: paths.map(({ id }) => id),
    egress: egressSources.map((source) => ({
      source,
      state: coverageCell(source, 'command-and-control', coverage).state,
    })),
  });
}

/** Fields of a source as a whole, or of one stage of it. */
export function coverageFieldsOf(
  coverage: CoverageOf,
  source: string,
  stage?: string,
): CoverageFields {
  return coverage(coverageKey(source, stage)) ?? {};
}
