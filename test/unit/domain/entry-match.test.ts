import { expect, test } from 'vitest';
import type { EntryContent } from '#shared/domain/entry.ts';
import type { EntryFilter } from '#shared/domain/entry-filter.ts';
import {
  answeredEntries,
  askedFields,
  entrySearchText,
  entryTests,
  type FilteredEntry,
  withoutFields,
} from '#shared/domain/entry-match.ts';
import { correctedTime } from '#shared/domain/source.ts';
import { parseTime } from '#shared/domain/time/parse-time.ts';
import { entryContent } from '../../fixtures/test-operations.ts';

const source = 'a'.repeat(32);
const nowMs = Date.parse('2024-03-20T12:00:00Z');

function timed(text: string): Pick<EntryContent, 'at'> {
  const read = parseTime(text, { nowMs, zone: 'Asia/Tokyo' });
  if (!read.ok) throw new Error(`not a time: ${text}`);
  return { at: read.value };
}

function entry(
  text: string,
  change: Partial<EntryContent> = {},
  state: Partial<FilteredEntry> = {},
): FilteredEntry {
  const content = entryContent(text, change);
  const { utc } = content.at;
  return {
    id: text,
    number: 1,
    content,
    at: content.at,
    instant: utc === null ? Number.POSITIVE_INFINITY : Date.parse(utc),
    by: 'Aoki',
    corrected: false,
    withdrawn: false,
    ...state,
  };
}

const entries = [
  entry('login', {
    ...timed('2024-03-10 02:10'),
    hosts: ['DC01'],
    techniques: [{ id: 'T1021.001', catalogue: '' }],
  }),
  entry('ランサムノート', {
    ...timed('2024-03-10 03:00'),
    stages: ['installation'],
    tags: ['復旧'],
  }),
  entry(
    'who?',
    { ...timed('2024-03-10'), kind: 'question', accounts: ['svc-backup'] },
    { number: 214 },
  ),
  entry(
    'why?',
    { ...timed('2024-03-11 09:00'), kind: 'question', confidence: 'possible' },
    { by: '田中' },
  ),
  entry('because', {
    ...timed('~2024-03-10 02:40 ±20m'),
    links: [{ type: 'answers', entry: 'why?' }],
  }),
  entry('seen', { ...timed('2024-03-09 23:00–2024-03-10 02:05'), source, starred: true }),
  entry('early', { ...timed('<2024-03-10 02:30') }, { corrected: true }),
  entry('sometime', { ...timed('unknown') }, { withdrawn: true }),
];

function found(filter: EntryFilter): string[] {
  const tests = entryTests(filter, {
    searchText: (each) => entrySearchText(each, (stage) => [stage, 'persistence', '永続化']),
    answered: answeredEntries(entries),
  });
  return entries.filter((each) => tests.every(({ passes }) => passes(each))).map(({ id }) => id);
}

test.each<[string, EntryFilter, string[]]>([
  ['words in any width and kana', { text: 'ﾗﾝｻﾑ' }, ['ランサムノート']],
  ['a word of a host, with its sign', { text: '@dc' }, ['login']],
  ['another name of a stage', { text: 'Persist' }, ['ランサムノート']],
  ['an account', { text: 'svc-' }, ['who?']],
  ['an entry number', { text: '#214' }, ['who?']],
  ['hosts, whatever their case', { hosts: ['dc01'] }, ['login']],
  ['a technique with its sub-techniques', { techniques: ['T1021'] }, ['login']],
  ['a technique is no prefix', { techniques: ['T102'] }, []],
  ['several tags', { tags: ['復旧', 'vpn'] }, ['ランサムノート']],
  ['accounts', { accounts: ['SVC-backup'] }, ['who?']],
  ['sources', { sources: [source] }, ['seen']],
  ['authors', { authors: ['田中'] }, ['why?']],
  ['confidences', { confidences: ['possible'] }, ['why?']],
  ['questions that nobody answered', { openQuestion: true }, ['who?']],
  ['what is starred', { starred: true }, ['seen']],
  ['what is corrected', { corrected: true }, ['early']],
  ['what is withdrawn', { withdrawn: true }, ['sometime']],
  ['no stage, one kind', { stages: ['none'], kinds: ['question'] }, ['who?', 'why?']],
  ['two fields at once', { kinds: ['question'], authors: ['Aoki'] }, ['who?']],
])('asks for %s', (_what, filter, ids) => {
  expect(found(filter)).toEqual(ids);
});

test.each<[string, EntryFilter, string[]]>([
  [
    'what is wider than the span, and what only may lie in it',
    { from: '2024-03-09T17:00:00Z', until: '2024-03-09T17:29:59Z' },
    // 02:00 to 02:30 in Tokyo: the day, the about and the interval reach into it.
    ['login', 'who?', 'because', 'seen'],
  ],
  ['a begin', { from: '2024-03-10T15:00:00Z' }, ['why?']],
  ['an end', { until: '2024-03-09T14:30:00Z' }, ['seen']],
  [
    'the instant that "before" names',
    { from: '2024-03-09T17:30:00Z', until: '2024-03-09T17:30:00Z' },
    ['who?', 'because', 'early'],
  ],
])('a span of time finds %s', (_what, filter, ids) => {
  expect(found(filter)).toEqual(ids);
});

test('an answer that was withdrawn answers nothing', () => {
  const answers = entry('no', { links: [{ type: 'answers', entry: 'who?' }] }, { withdrawn: true });
  expect(answeredEntries([...entries, answers])).toEqual(new Set(['why?']));
});

test('a filter tells what it asks, and can be asked less', () => {
  const filter: EntryFilter = {
    text: ' ',
    tags: [],
    withdrawn: false,
    kinds: ['note'],
    from: '2024-03-10T00:00:00Z',
  };
  expect(askedFields(filter)).toEqual(['kinds', 'from', 'withdrawn']);
  expect(askedFields(withoutFields(filter, 'from', 'withdrawn'))).toEqual(['kinds']);
});

test('an interval by a clock that was off ends when it truly did', () => {
  const raw = timed('2024-03-09 23:00–2024-03-10 02:05');
  const clock = { aheadMs: 3_600_000, plusMinusMs: 0, measuredAt: null, how: 'by radio clock' };
  const at = correctedTime(raw.at, clock);
  const seen = entry('seen', { ...raw, source }, { at, instant: Date.parse(at.utc ?? '') });
  const isFound = (filter: EntryFilter) =>
    entryTests(filter, { searchText: () => '', answered: new Set() }).every(({ passes }) =>
      passes(seen),
    );
  // 02:05 in Tokyo by the clock was 01:05.
  expect(isFound({ from: '2024-03-09T16:05:00Z' })).toBe(true);
  expect(isFound({ from: '2024-03-09T16:06:00Z' })).toBe(false);
  expect(isFound({ until: '2024-03-09T13:00:00Z' })).toBe(true);
});
