import { coverageReader, coverageRows, standingCourses } from '../application/kill-chain.ts';
import {
  coverageCell,
  type CoverageCell,
  coverageKey,
  type CoverageFields,
  type StageSight,
  sightOfStages,
} from '../domain/chain/coverage.ts';
import type { Course } from '../domain/chain/course.ts';
import { stageNumber } from '../domain/kill-chain.ts';
import type { NotebookState } from '../journal/fold.ts';
import type { EntryRef, ReportEntry } from './report-entry.ts';

/** A log source that somebody looked at, with what it could show of each stage. */
export type ReportLog = {
  readonly source: string;
  readonly fields: CoverageFields;
  readonly cells: readonly CoverageCell[];
};

/** Which logs were there. */
export type ReportCoverage = {
  readonly logs: readonly ReportLog[];
  /** Sources of the catalogue that nobody looked at. */
  readonly rest: number;
  readonly stages: readonly StageSight[];
};

/** A measure with the entries that it was judged by. */
export type ReportCourse = Course & { readonly cited: readonly EntryRef[] };

/** Reads the log coverage as far as people have looked, in the order in which logs are to be got. */
export function readCoverage(state: NotebookState): ReportCoverage {
  const of = coverageReader(state.coverage.values());
  const all = coverageRows.map(({ source, stages }) => ({
    source,
    fields: of(coverageKey(source)) ?? {},
    cells: stages.map((stage) => coverageCell(source, stage, of)),
  }));
  const logs = all.filter(({ cells }) => cells.some((cell) => cell.state !== 'unknown'));
  return { logs, rest: all.length - logs.length, stages: sightOfStages(coverageRows, of) };
}

/** The measures that stand, earliest stage first. */
export function readCourses(
  state: NotebookState,
  entries: readonly ReportEntry[],
): readonly ReportCourse[] {
  const refs = new Map(entries.map(({ id, label }) => [id, { id, label }]));
  return standingCourses(state.courses.values())
    .map((course) => ({
      ...course,
      cited: (course.entries ?? []).flatMap((id) => refs.get(id) ?? []),
    }))
    .toSorted((a, b) => (stageNumber(a.stage) ?? 8) - (stageNumber(b.stage) ?? 8));
}
