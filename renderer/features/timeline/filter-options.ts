import type { EntryFilter } from '#shared/domain/entry-filter.ts';
import { withoutFields } from '#shared/domain/entry-match.ts';
import { foldName } from '#shared/domain/fold-name.ts';
import { containsWords, foldText, searchWords } from '#shared/domain/text-search.ts';
import { type FacetField, facetFields, type FacetValue } from './facet-values.ts';
import { withValueToggled } from './filter-sentence.ts';

/** The conditions that are true or not, beside the values. */
export const markFields = [
  'openQuestion',
  'starred',
  'hasEvidence',
  'corrected',
  'withdrawn',
] as const;
export type MarkField = (typeof markFields)[number];

/** A condition that can be chosen, and how many entries it would show. */
export type FilterOption = {
  readonly key: string;
  readonly label: string;
  readonly count: number;
  readonly chosen: boolean;
  readonly toggled: (filter: EntryFilter) => EntryFilter;
};

export type OptionGroup = {
  readonly field: FacetField | 'marks';
  readonly label: string;
  /** Index of its first option among those of all groups. */
  readonly first: number;
  readonly options: readonly FilterOption[];
  /** Values that are not offered before somebody types. */
  readonly more: number;
};

type Offered = {
  readonly filter: EntryFilter;
  readonly query: string;
  readonly values: Readonly<Record<FacetField, readonly FacetValue[]>>;
  readonly marks: Readonly<Record<MarkField, number>>;
  readonly groupLabel: (field: OptionGroup['field']) => string;
  readonly valueLabel: (field: FacetField, value: string) => string;
  readonly markLabel: (field: MarkField) => string;
};

/** Values of a field that are offered at once, before and after something was typed. */
const mostUntyped = 6;
const mostTyped = 40;

/** What the menu offers: chosen values first, then the most frequent ones that hold every typed word. */
export function optionGroups(offered: Offered): readonly OptionGroup[] {
  const { filter, query, values, marks, groupLabel, valueLabel, markLabel } = offered;
  const words = searchWords(query);
  const most = words.length === 0 ? mostUntyped : mostTyped;
  const groups: OptionGroup[] = [];
  let first = 0;
  const offer = (field: OptionGroup['field'], options: readonly FilterOption[]) => {
    const label = groupLabel(field);
    const named = foldText(label);
    const fitting = options.filter((option) =>
      containsWords(`${named}\n${foldText(option.label)}`, words),
    );
    if (fitting.length === 0) return;
    const ordered = [...fitting.filter(isChosen), ...fitting.filter((option) => !isChosen(option))];
    const shown = ordered.slice(0, Math.max(most, fitting.filter(isChosen).length));
    groups.push({ field, label, first, options: shown, more: fitting.length - shown.length });
    first += shown.length;
  };
  offer(
    'marks',
    markFields
      .filter((field) => marks[field] > 0 || filter[field] === true)
      .map((field) => ({
        key: field,
        label: markLabel(field),
        count: marks[field],
        chosen: filter[field] === true,
        toggled: (before) =>
          before[field] === true ? withoutFields(before, field) : { ...before, [field]: true },
      })),
  );
  for (const field of facetFields)
    offer(
      field,
      withChosen(values[field], filter[field] ?? []).map(({ value, count }) => ({
        key: `${field} ${value}`,
        label: valueLabel(field, value),
        count,
        chosen: (filter[field] ?? ([] as readonly string[])).some(
          (chosen) => foldName(chosen) === foldName(value),
        ),
        toggled: (before) => withValueToggled(before, field, chosenAs(before[field] ?? [], value)),
      })),
    );
  return groups;
}

function isChosen({ chosen }: FilterOption): boolean {
  return chosen;
}

/** The values, and chosen ones that the other conditions leave nothing of. */
function withChosen(
  values: readonly FacetValue[],
  chosen: readonly string[],
): readonly FacetValue[] {
  const known = new Set(values.map(({ value }) => foldName(value)));
  const gone = chosen.filter((value) => !known.has(foldName(value)));
  return [...gone.map((value) => ({ value, count: 0 })), ...values];
}

/** A value as the filter spells it: it may have been chosen when another spelling came first. */
function chosenAs(chosen: readonly string[], value: string): string {
  return chosen.find((other) => foldName(other) === foldName(value)) ?? value;
}
