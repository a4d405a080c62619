import { expect, test } from 'vitest';
import {
  activeParts,
  filterRows,
  noFilter,
  type TimelineFilter,
  withoutPart,
} from '../../../renderer/features/timeline/timeline-filter.ts';
import { filterSentence } from '../../../renderer/features/timeline/filter-sentence.ts';
import { say } from '#shared/i18n/messages.ts';
import { timelineRow } from './timeline-rows.ts';

const rows = [
  timelineRow('01-05T03:00', { text: 'ランサムノートを確認', stages: ['actions-on-objectives'] }),
  timelineRow('01-05T03:01', { text: 'VPN account used', kind: 'adversary', hosts: ['pacs01'] }),
  timelineRow('01-05T03:02', { text: 'Cable pulled', kind: 'response', starred: true }),
  timelineRow('01-05T03:03', { text: 'Mistaken' }, { withdrawn: true, corrected: true }),
];

function found(filter: Partial<TimelineFilter>): string[] {
  return filterRows(rows, { ...noFilter, ...filter }).map(({ content }) => content.text);
}

test('no filter lets every row through and makes no new list', () => {
  expect(filterRows(rows, noFilter)).toBe(rows);
});

test.each<[string, Partial<TimelineFilter>, string[]]>([
  ['half-width kana find katakana', { query: 'ﾗﾝｻﾑ' }, ['ランサムノートを確認']],
  ['hosts are searched too', { query: '@pacs' }, ['VPN account used']],
  ['a stage', { stages: ['actions-on-objectives'] }, ['ランサムノートを確認']],
  ['entries without a stage', { stages: ['none'], kinds: ['response'] }, ['Cable pulled']],
  ['a kind', { kinds: ['adversary'] }, ['VPN account used']],
  ['starred ones', { starred: true }, ['Cable pulled']],
  ['corrected ones', { corrected: true }, ['Mistaken']],
  ['all conditions at once', { corrected: true, withdrawn: false }, []],
])('%s', (_what, filter, texts) => {
  expect(found(filter)).toEqual(texts);
});

test('a filter can be read as a sentence in both languages', () => {
  const filter: TimelineFilter = {
    ...noFilter,
    query: 'vpn',
    stages: ['delivery', 'installation'],
    starred: true,
  };
  expect(filterSentence(filter, (message, values) => say('en', message, values))).toBe(
    'Showing entries: stage 3 or 5, containing “vpn”, starred.',
  );
  expect(filterSentence(filter, (message, values) => say('ja', message, values))).toBe(
    '表示中の記録：段階が3または5、「vpn」を含む、スター付き',
  );
});

test('a condition can be taken away alone', () => {
  const filter = { ...noFilter, query: 'vpn', withdrawn: false };
  expect(activeParts(withoutPart(filter, 'query'))).toEqual(['withdrawn']);
});
