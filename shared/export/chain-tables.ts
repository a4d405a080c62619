import type { ExportCase } from './export-case.ts';
import type { Table } from './export-file.ts';
import { removal, tableOf, whenWritten } from './table-columns.ts';

/** What people wrote along the kill chain: paths, answers to questions, log coverage, measures. */
export function chainTables(
  content: ExportCase,
  cited: (ids: readonly string[] | undefined) => string,
): readonly Table[] {
  return [
    tableOf(
      'paths',
      { name: ({ name }) => name, note: ({ note }) => note, ...removal, ...whenWritten },
      content.paths,
    ),
    tableOf(
      'questions',
      {
        question: ({ id }) => id,
        owner: ({ owner }) => owner,
        answer: ({ answer }) => answer?.text,
        answer_entries: ({ answer }) => cited(answer?.entries),
        dismissed: ({ dismissal }) => dismissal?.dismissed,
        dismissed_because: ({ dismissal }) => dismissal?.reason,
        ...whenWritten,
      },
      content.questions,
    ),
    tableOf(
      'coverage',
      {
        source: ({ id }) => id.split('/')[0],
        stage: ({ id }) => id.split('/')[1],
        state: ({ state }) => state,
        kept_days: ({ retentionDays }) => retentionDays,
        owner: ({ owner }) => owner,
        note: ({ note }) => note,
        ...whenWritten,
      },
      content.coverage,
    ),
    tableOf(
      'measures',
      {
        stage: ({ stage }) => stage,
        action: ({ action }) => action,
        text: ({ text }) => text,
        outcome: ({ outcome }) => outcome,
        layer: ({ layer }) => layer,
        could_have_cut: ({ cut }) => cut,
        entries: ({ entries }) => cited(entries),
        note: ({ note }) => note,
        ...removal,
        ...whenWritten,
      },
      content.courses,
    ),
  ];
}
