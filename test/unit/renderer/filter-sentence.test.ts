import { expect, test } from 'vitest';
import type { EntryFilter } from '#shared/domain/entry-filter.ts';
import { askedFields } from '#shared/domain/entry-match.ts';
import { type Language, say } from '#shared/i18n/messages.ts';
import {
  filterPhrases,
  filterSentence,
  type Wording,
  withValueToggled,
} from '../../../renderer/features/timeline/filter-sentence.ts';

function wording(language: Language): Wording {
  return {
    say: (message, values) => say(language, message, values),
    language,
    zone: 'Asia/Tokyo',
    sourceName: () => 'proxy.log',
  };
}

const filter: EntryFilter = {
  text: ' vpn ',
  stages: ['delivery', 'installation'],
  hosts: ['dc01'],
  from: '2026-01-05T03:00:00Z',
  starred: true,
  withdrawn: false,
};

test('a filter can be read as a sentence in both languages', () => {
  expect(filterSentence(filter, wording('en'))).toBe(
    'Showing entries: stage 3 or 5, containing “vpn”, from 2026-01-05 12:00, system dc01, starred, not withdrawn.',
  );
  expect(filterSentence(filter, wording('ja'))).toBe(
    '表示中の記録：段階が3または5、「vpn」を含む、2026-01-05 12:00から、システムがdc01、スター付き、取り下げられていない',
  );
});

test('every value can be taken away alone', () => {
  const [stages, text, from] = filterPhrases(filter, wording('en'));
  expect(stages?.values.map(({ label, without }) => [label, without.stages])).toEqual([
    ['3', ['installation']],
    ['5', ['delivery']],
  ]);
  expect(text?.values[0]?.without.text).toBeUndefined();
  expect(askedFields(from?.values[0]?.without ?? {})).not.toContain('from');
});

test('both ends of a span are one condition', () => {
  const span = { from: '2026-01-05T03:00:00Z', until: '2026-01-05T03:59:59.999Z' };
  const [phrase, ...others] = filterPhrases(span, wording('en'));
  expect(others).toEqual([]);
  expect(phrase?.fields).toEqual(['from', 'until']);
  expect(phrase?.values.map(({ without }) => askedFields(without))).toEqual([['until'], ['from']]);
  expect(filterSentence(span, wording('ja'))).toBe(
    '表示中の記録：2026-01-05 12:00から2026-01-05 12:59:59まで',
  );
});

test('a value goes in and out, and the last one takes its field along', () => {
  const once = withValueToggled({}, 'tags', 'vpn');
  const twice = withValueToggled(once, 'tags', '復旧');
  expect(twice).toEqual({ tags: ['vpn', '復旧'] });
  expect(withValueToggled(withValueToggled(twice, 'tags', 'vpn'), 'tags', '復旧')).toEqual({});
});
