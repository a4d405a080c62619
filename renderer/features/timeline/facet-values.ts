import { sourcesOf } from '#shared/domain/entry-match.ts';
import { foldName } from '#shared/domain/fold-name.ts';
import type { TimelineRow } from '../../data/timeline-row.ts';
import type { FoundRows } from './find-rows.ts';
import { countedRows } from './timeline-counts.ts';

/** Fields of a filter with values that notebooks make up: too many for a chip each. */
export const facetFields = [
  'hosts',
  'accounts',
  'techniques',
  'tags',
  'sources',
  'authors',
  'confidences',
] as const;
export type FacetField = (typeof facetFields)[number];

/** A value, as it was written first, and how many entries it would show beside all the other conditions. */
export type FacetValue = { readonly value: string; readonly count: number };

/** The values of every field, the most frequent first. */
export function facetValues(found: FoundRows): Readonly<Record<FacetField, readonly FacetValue[]>> {
  const counters = new Map(facetFields.map((field) => [field, new Map<string, Counter>()]));
  for (const { row, field: hiding } of countedRows(found))
    for (const [field, values] of counters)
      if (hiding === undefined || hiding === field)
        for (const value of valuesOf(row, field)) count(values, value);
  const listed = [...counters].map(
    ([field, values]) =>
      [field, [...values.values()].toSorted((a, b) => b.count - a.count || order(a, b))] as const,
  );
  return Object.fromEntries(listed) as Record<FacetField, FacetValue[]>;
}

type Counter = { readonly value: string; count: number };

function count(values: Map<string, Counter>, value: string): void {
  const key = foldName(value);
  const known = values.get(key);
  if (known === undefined) values.set(key, { value, count: 1 });
  else known.count += 1;
}

function order(a: Counter, b: Counter): number {
  return a.value < b.value ? -1 : 1;
}

const none: readonly string[] = [];

function valuesOf({ content, by }: TimelineRow, field: FacetField): readonly string[] {
  switch (field) {
    case 'hosts':
      return content.hosts;
    case 'accounts':
      return content.accounts ?? none;
    case 'tags':
      return content.tags;
    case 'techniques':
      return content.techniques.length === 0 ? none : withParents(content.techniques);
    case 'sources':
      return sourcesOf(content);
    case 'authors':
      return [by];
    case 'confidences':
      return content.confidence === undefined ? none : [content.confidence];
  }
}

/** A technique stands for its sub-techniques too. */
function withParents(techniques: TimelineRow['content']['techniques']): readonly string[] {
  return [...new Set(techniques.flatMap(({ id }) => [id.split('.')[0] ?? id, id]))];
}
