import { isOpenQuestion, type FilterField } from '#shared/domain/entry-match.ts';
import { changedRows } from '../../data/changed-rows.ts';
import type { TimelineRow } from '../../data/timeline-row.ts';
import { type FoundRows, several } from './find-rows.ts';
import { finish, type SlicedWork } from './in-slices.ts';

/** How many entries each choice would show, beside all the other conditions. */
export type TimelineCounts = {
  /** Entries that every condition lets through. */
  readonly shown: number;
  /** By stage, and of no stage under `none`. */
  readonly stages: Readonly<Record<string, number>>;
  readonly kinds: Readonly<Record<string, number>>;
  readonly starred: number;
  readonly hasEvidence: number;
  readonly corrected: number;
  readonly withdrawn: number;
  /** Entries that a condition hides and no other one does. */
  readonly hidden: Readonly<Record<string, number>>;
};

export type Counted = { readonly found: FoundRows; readonly counts: TimelineCounts };

const nothing: TimelineCounts = {
  shown: 0,
  stages: {},
  kinds: {},
  starred: 0,
  hasEvidence: 0,
  corrected: 0,
  withdrawn: 0,
  hidden: {},
};
const noRows: readonly TimelineRow[] = [];
/** Rows between two looks at the clock. */
const atOnce = 1024;

/**
 * Counts rows for the chips of the filter; of rows that were counted before with the same tests only the
 * changed ones.
 */
export function countRows(found: FoundRows, before?: Counted): Counted {
  return finish(countingRows(found, before));
}

/** As `countRows`, a slice at a time. */
export function* countingRows(found: FoundRows, before?: Counted): SlicedWork<Counted> {
  const known = before?.found.tests === found.tests ? before : undefined;
  const { from, beforeEnd, afterEnd } = changedRows(known?.found.source ?? noRows, found.source);
  const counts = known?.counts ?? nothing;
  const stages = { ...counts.stages };
  const kinds = { ...counts.kinds };
  const hidden = { ...counts.hidden };
  let { shown, starred, hasEvidence, corrected, withdrawn } = counts;
  const count = function* (
    { source, tests, failed }: FoundRows,
    start: number,
    end: number,
    by: 1 | -1,
  ): SlicedWork<void> {
    const fields = tests.list.map(({ field }) => field);
    const hiddenBy = new Uint32Array(fields.length);
    for (let at = start; at < end; at += 1) {
      if (at % atOnce === 0) yield;
      const row = source[at];
      const code = failed[at] ?? 0;
      if (row === undefined || code === several) continue;
      const field = code === 0 ? undefined : fields[code - 1];
      if (field === undefined) shown += by;
      else hiddenBy[code - 1] = (hiddenBy[code - 1] ?? 0) + 1;
      // Most are hidden by a word, and a word has no chip that counts.
      if (field === 'text') continue;
      const { content } = row;
      if (field === undefined || field === 'kinds') add(kinds, content.kind, by);
      if (field === undefined || field === 'stages') {
        if (content.stages.length === 0) add(stages, 'none', by);
        for (const stage of content.stages) add(stages, stage, by);
      }
      if (content.starred && (field === undefined || field === 'starred')) starred += by;
      if (content.evidence.length > 0 && (field === undefined || field === 'hasEvidence'))
        hasEvidence += by;
      if (row.corrected && (field === undefined || field === 'corrected')) corrected += by;
      if (row.withdrawn && (field === undefined || field === 'withdrawn')) withdrawn += by;
    }
    for (const [at, field] of fields.entries()) add(hidden, field, by * (hiddenBy[at] ?? 0));
  };
  if (known !== undefined) yield* count(known.found, from, beforeEnd, -1);
  yield* count(found, from, afterEnd, 1);
  return {
    found,
    counts: { shown, stages, kinds, starred, hasEvidence, corrected, withdrawn, hidden },
  };
}

/** A count of nothing is not kept: no chip asks for it. */
function add(counts: Record<string, number>, name: string, by: number): void {
  const count = (counts[name] ?? 0) + by;
  if (count === 0) delete counts[name];
  else counts[name] = count;
}

/** Goes through the rows that pass, or that one condition hides; `field` is that of the condition. */
export function* countedRows({
  source,
  tests,
  failed,
}: FoundRows): Generator<{ readonly row: TimelineRow; readonly field: FilterField | undefined }> {
  for (const [at, row] of source.entries()) {
    const code = failed[at] ?? 0;
    if (code !== several) yield { row, field: tests.list[code - 1]?.field };
  }
}

/** How many open questions there are beside all the other conditions. */
export function countOpenQuestions(found: FoundRows, answered: ReadonlySet<string>): number {
  let open = 0;
  for (const { row, field } of countedRows(found))
    if ((field === undefined || field === 'openQuestion') && isOpenQuestion(row, answered))
      open += 1;
  return open;
}
