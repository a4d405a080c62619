import type { EntryKind } from '#shared/domain/entry-kind.ts';
import type { StageId } from '#shared/domain/kill-chain.ts';
import { containsWords, foldText, searchWords } from '#shared/domain/text-search.ts';
import type { TimelineRow } from '../../data/timeline-row.ts';

/** `none` stands for entries without a stage. */
export type StageChoice = StageId | 'none';

/** What the timeline shows; everything that is set has to be true of an entry. */
export type TimelineFilter = {
  readonly query: string;
  readonly stages: readonly StageChoice[];
  readonly kinds: readonly EntryKind[];
  readonly starred: boolean;
  readonly withEvidence: boolean;
  readonly corrected: boolean;
  /** Withdrawn entries are hidden unless asked for. */
  readonly withdrawn: boolean;
};

export const noFilter: TimelineFilter = {
  query: '',
  stages: [],
  kinds: [],
  starred: false,
  withEvidence: false,
  corrected: false,
  withdrawn: true,
};

/** The single conditions of a filter. */
export const filterParts = [
  'stages',
  'kinds',
  'query',
  'starred',
  'withEvidence',
  'corrected',
  'withdrawn',
] as const satisfies readonly (keyof TimelineFilter)[];
export type FilterPart = (typeof filterParts)[number];

/** The conditions that hide something. */
export function activeParts(filter: TimelineFilter): readonly FilterPart[] {
  return filterParts.filter((part) => {
    const value = filter[part];
    if (part === 'withdrawn') return value === false;
    return typeof value === 'boolean' ? value : value.length > 0;
  });
}

/** A filter with one condition taken away. */
export function withoutPart(filter: TimelineFilter, part: FilterPart): TimelineFilter {
  return { ...filter, [part]: noFilter[part] };
}

const foldedTexts = new WeakMap<TimelineRow, string>();

/** Everything of an entry that search looks at, folded; made once for each row. */
function foldedTextOf(row: TimelineRow): string {
  const known = foldedTexts.get(row);
  if (known !== undefined) return known;
  const { text, hosts, tags, techniques, at } = row.content;
  const folded = foldText(
    [
      text,
      ...hosts.map((host) => `@${host}`),
      ...tags.map((tag) => `#${tag}`),
      ...techniques.map(({ id }) => id),
      at.text,
      row.number ?? '',
    ].join('\n'),
  );
  foldedTexts.set(row, folded);
  return folded;
}

/** The rows that a filter lets through, in their order. */
export function filterRows(
  rows: readonly TimelineRow[],
  filter: TimelineFilter,
): readonly TimelineRow[] {
  if (activeParts(filter).length === 0) return rows;
  const words = searchWords(filter.query);
  return rows.filter((row) => {
    const { content } = row;
    return (
      (filter.withdrawn || !row.withdrawn) &&
      (!filter.starred || content.starred) &&
      (!filter.withEvidence || content.evidence.length > 0) &&
      (!filter.corrected || row.corrected) &&
      (filter.kinds.length === 0 || filter.kinds.includes(content.kind)) &&
      (filter.stages.length === 0 || hasStage(content.stages, filter.stages)) &&
      (words.length === 0 || containsWords(foldedTextOf(row), words))
    );
  });
}

function hasStage(stages: readonly string[], wanted: readonly StageChoice[]): boolean {
  return wanted.some((stage) => (stage === 'none' ? stages.length === 0 : stages.includes(stage)));
}
