import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EntryFilter } from '#shared/domain/entry-filter.ts';
import { entryTests } from '#shared/domain/entry-match.ts';
import { findRows, type FoundRows } from '../../../renderer/features/timeline/find-rows.ts';
import { searchTextOf } from '../../../renderer/features/timeline/search-text.ts';
import { changingTimelines } from './changing-timelines.ts';
import { timelineRow } from './timeline-rows.ts';

const testsOf = (filter: EntryFilter) => ({
  filter,
  list: entryTests(filter, { searchText: searchTextOf, answered: new Set<string>() }),
});

test('no conditions let every row through and make no new list', () => {
  const source = [timelineRow('01-05T03:00')];
  expect(findRows({ source, tests: testsOf({}), budgetMs: 0 }).rows).toBe(source);
});

test('what is found follows the timeline as if it had been looked for anew', () => {
  const tests = testsOf({ kinds: ['response'], stages: ['none', 'delivery'] });
  fc.assert(
    fc.property(changingTimelines, (timelines) => {
      let found: FoundRows | undefined;
      for (const source of timelines) {
        found = findRows({ source, tests, before: found, budgetMs: Number.POSITIVE_INFINITY });
        expect(found).toEqual(findRows({ source, tests, budgetMs: Number.POSITIVE_INFINITY }));
      }
    }),
  );
});

test('a long search goes on where it ended, also when the timeline grew meanwhile', () => {
  const many = Array.from({ length: 1000 }, (_, at) =>
    timelineRow('01-05T03:00', { text: `line ${at}`, starred: at % 3 === 0 }),
  );
  const tests = testsOf({ text: 'LINE', starred: true });
  const whole = (source: FoundRows['source']) =>
    findRows({ source, tests, budgetMs: Number.POSITIVE_INFINITY });
  let found = findRows({ source: many, tests, budgetMs: 0 });
  expect(found.scanned).toBeLessThan(many.length);
  const grown = [...many, timelineRow('01-05T03:01', { text: 'last line', starred: true })];
  let slices = 0;
  while (found.scanned < grown.length) {
    found = findRows({ source: grown, tests, before: found, budgetMs: 0 });
    slices += 1;
    expect(slices).toBeLessThan(100);
  }
  expect(found).toEqual(whole(grown));
  expect(slices).toBeGreaterThan(1);
});

test('rows that fill the window end the first slice, fewer do not', () => {
  const source = Array.from({ length: 2000 }, (_, at) =>
    timelineRow('01-05T03:00', { text: at % 20 === 0 ? 'seldom often' : 'often' }),
  );
  const first = (text: string) =>
    findRows({
      source,
      tests: testsOf({ text }),
      budgetMs: Number.POSITIVE_INFINITY,
      budgetWithPageMs: 0,
    });
  const often = first('often');
  expect(often.rows.length).toBeGreaterThanOrEqual(200);
  expect(often.scanned).toBeLessThan(source.length);
  expect(first('seldom').scanned).toBe(source.length);
});

test('other conditions are another search', () => {
  const source = [timelineRow('01-05T03:00', { tags: ['VPN'] })];
  const before = findRows({ source, tests: testsOf({ tags: ['x'] }), budgetMs: 5 });
  expect(before.rows).toEqual([]);
  expect(findRows({ source, tests: testsOf({ tags: ['vpn'] }), before, budgetMs: 5 }).rows).toEqual(
    source,
  );
});

test('words are found in every row that holds all of them, and in no other', () => {
  const parts = ['vpn', 'ｖｐｎ', 'サーバ', 'さーば', 'pn', '#a', 'バ\nv', ''];
  const texts = fc.array(fc.constantFrom(...parts), { minLength: 1, maxLength: 3 });
  const rows = fc.array(
    texts.map((each) => timelineRow('01-05T03:00', { text: each.join(' ') })),
    { minLength: 1, maxLength: 20 },
  );
  fc.assert(
    fc.property(rows, fc.subarray(['v', 'vpn', 'ば', 'さーば', 'nv', '#a']), (some, words) => {
      // More than one block of them.
      const source = Array.from({ length: 40 }, () => some.map((row) => ({ ...row }))).flat();
      const text = words.join(' ');
      const found = findRows({ source, tests: testsOf({ text }), budgetMs: Infinity });
      expect(found.rows).toEqual(
        source.filter((row) => words.every((word) => searchTextOf(row).includes(word))),
      );
    }),
  );
});

test('words that grow and shrink find what they would find alone', () => {
  const source = [
    timelineRow('01-05T03:00', { text: 'vpn account', starred: true }),
    timelineRow('01-05T03:01', { text: 'vpn gateway', starred: true }),
    timelineRow('01-05T03:02', { text: 'vpn accident' }),
    timelineRow('01-05T03:03', { text: 'cable' }),
  ];
  let before: FoundRows | undefined;
  for (const text of ['v', 'vpn', 'vpn a', 'vpn acc', 'vpn acco', 'vpn', 'pn gate', 'x']) {
    const tests = testsOf({ text, starred: true });
    const found = findRows({ source, tests, before, budgetMs: Number.POSITIVE_INFINITY });
    expect(found).toEqual(findRows({ source, tests, budgetMs: Number.POSITIVE_INFINITY }));
    before = found;
  }
});
