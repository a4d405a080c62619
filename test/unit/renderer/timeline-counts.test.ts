import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EntryFilter } from '#shared/domain/entry-filter.ts';
import { answeredEntries, entryTests } from '#shared/domain/entry-match.ts';
import { facetValues } from '../../../renderer/features/timeline/facet-values.ts';
import { findRows } from '../../../renderer/features/timeline/find-rows.ts';
import type { TimelineRow } from '../../../renderer/data/timeline-row.ts';
import { searchTextOf } from '../../../renderer/features/timeline/search-text.ts';
import {
  countOpenQuestions,
  countRows,
} from '../../../renderer/features/timeline/timeline-counts.ts';
import { changingTimelines } from './changing-timelines.ts';
import { timelineRow } from './timeline-rows.ts';

const testsOf = (filter: EntryFilter) => ({
  filter,
  list: entryTests(filter, { searchText: searchTextOf, answered: new Set<string>() }),
});

const all = Number.POSITIVE_INFINITY;
const foundBy = (source: readonly TimelineRow[], filter: EntryFilter) =>
  findRows({ source, tests: testsOf(filter), budgetMs: all });

const rows = [
  timelineRow('01-05T03:00', { stages: ['actions-on-objectives'], hosts: ['DC01'] }),
  timelineRow('01-05T03:01', { kind: 'adversary', hosts: ['dc01', 'pacs01'], tags: ['vpn'] }),
  timelineRow('01-05T03:02', {
    kind: 'response',
    starred: true,
    techniques: [
      { id: 'T1021.001', catalogue: '' },
      { id: 'T1021.004', catalogue: '' },
    ],
  }),
  timelineRow('01-05T03:03', {}, { withdrawn: true, corrected: true, by: '田中' }),
];

test('counts kinds, stages and marks', () => {
  expect(countRows(foundBy(rows, {})).counts).toEqual({
    shown: 4,
    stages: { none: 3, 'actions-on-objectives': 1 },
    kinds: { observation: 2, adversary: 1, response: 1 },
    starred: 1,
    hasEvidence: 0,
    corrected: 1,
    withdrawn: 1,
    hidden: {},
  });
});

test('a choice counts what it would show beside the other conditions', () => {
  const { counts } = countRows(foundBy(rows, { kinds: ['response'], withdrawn: false }));
  expect(counts).toEqual({
    shown: 1,
    stages: { none: 1 },
    // Of kinds the other one leaves these; the withdrawn one is of no kind that is shown.
    kinds: { observation: 1, adversary: 1, response: 1 },
    starred: 1,
    hasEvidence: 0,
    corrected: 0,
    withdrawn: 0,
    hidden: { kinds: 2 },
  });
});

test('counts that follow a timeline are those of the timeline as it stands', () => {
  const tests = testsOf({ kinds: ['response'], withdrawn: false });
  fc.assert(
    fc.property(changingTimelines, (timelines) => {
      let counted = countRows(findRows({ source: [], tests, budgetMs: all }));
      for (const source of timelines) {
        const found = findRows({ source, tests, budgetMs: all });
        counted = countRows(found, counted);
        expect(counted).toEqual(countRows(found));
      }
    }),
  );
});

test('values are counted by what people mean, and techniques with their sub-techniques', () => {
  const values = facetValues(foundBy(rows, { hosts: ['pacs01'] }));
  expect(values.hosts).toEqual([
    { value: 'DC01', count: 2 },
    { value: 'pacs01', count: 1 },
  ]);
  expect(values.tags).toEqual([{ value: 'vpn', count: 1 }]);
  expect(values.authors).toEqual([{ value: 'Aoki', count: 1 }]);
  expect(facetValues(foundBy(rows, {})).techniques).toEqual([
    { value: 'T1021', count: 1 },
    { value: 'T1021.001', count: 1 },
    { value: 'T1021.004', count: 1 },
  ]);
});

test('an open question is one that no entry answers', () => {
  const [asked, answered] = [
    timelineRow('01-05T03:00', { kind: 'question' }),
    timelineRow('01-05T03:01', { kind: 'question' }),
  ];
  const answer = timelineRow('01-05T03:02', { links: [{ type: 'answers', entry: answered.id }] });
  const entries = [asked, answered, answer];
  expect(countOpenQuestions(foundBy(entries, {}), answeredEntries(entries))).toBe(1);
});
