import { useMemo } from 'react';
import { findTechnique } from '#shared/catalogue/attack-catalogue.ts';
import type { EntryFilter } from '#shared/domain/entry-filter.ts';
import { answeredEntries } from '#shared/domain/entry-match.ts';
import type { Message } from '#shared/i18n/messages.ts';
import { searchMessages as s } from '#shared/i18n/search-messages.ts';
import { timelineMessages as m } from '#shared/i18n/timeline-messages.ts';
import { confidenceMessages } from '#shared/i18n/entry-words.ts';
import { useSay } from '../../records/language.tsx';
import { facetValues } from './facet-values.ts';
import { type MarkField, type OptionGroup, optionGroups } from './filter-options.ts';
import type { FoundRows } from './find-rows.ts';
import { useSourceName } from './source-name.ts';
import { countOpenQuestions, countRows } from './timeline-counts.ts';

const groupLabels: Readonly<Record<OptionGroup['field'], Message>> = {
  marks: s.fieldMarks,
  hosts: s.fieldHosts,
  accounts: s.fieldAccounts,
  techniques: s.fieldTechniques,
  tags: s.fieldTags,
  sources: s.fieldSources,
  authors: s.fieldAuthors,
  confidences: s.fieldConfidences,
};

const markLabels: Readonly<Record<MarkField, Message>> = {
  openQuestion: s.openQuestions,
  starred: m.onlyStarred,
  hasEvidence: m.onlyEvidence,
  corrected: m.onlyCorrected,
  withdrawn: s.onlyWithdrawn,
};

type FilterOptionsOf = {
  readonly filter: EntryFilter;
  readonly found: FoundRows;
  readonly query: string;
};

/** What the menu of conditions offers for these rows. */
export function useFilterOptions({
  filter,
  found,
  query,
}: FilterOptionsOf): readonly OptionGroup[] {
  const say = useSay();
  const sourceName = useSourceName();
  const values = useMemo(() => facetValues(found), [found]);
  const marks = useMemo(() => {
    const { starred, hasEvidence, corrected, withdrawn } = countRows(found).counts;
    const openQuestion = countOpenQuestions(found, answeredEntries(found.source));
    return { openQuestion, starred, hasEvidence, corrected, withdrawn };
  }, [found]);
  return useMemo(
    () =>
      optionGroups({
        filter,
        query,
        values,
        marks,
        groupLabel: (field) => say(groupLabels[field]),
        markLabel: (field) => say(markLabels[field]),
        valueLabel: (field, value) => {
          if (field === 'sources') return sourceName(value);
          if (field === 'techniques') {
            const name = findTechnique(value)?.name;
            return name === undefined ? value : `${value} ${name}`;
          }
          if (field === 'confidences' && Object.hasOwn(confidenceMessages, value))
            return say(confidenceMessages[value as keyof typeof confidenceMessages]);
          return value;
        },
      }),
    [filter, query, values, marks, say, sourceName],
  );
}
