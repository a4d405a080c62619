import { expect, test } from 'vitest';
import { untouchedItem } from '#shared/domain/checklist.ts';
import type { Language } from '#shared/i18n/messages.ts';
import { wordDisputedValue } from '#shared/i18n/word-disputed-value.ts';
import { entryContent } from '../../fixtures/test-operations.ts';

const { at } = entryContent('');

function worded(what: Parameters<typeof wordDisputedValue>[0]['what'], id: string, value: unknown) {
  const of = (language: Language) =>
    wordDisputedValue({ what, id }, value, { language, zone: 'Asia/Tokyo' }).map(
      ({ name = '', text }) => `${name}|${text}`,
    );
  return { en: of('en'), ja: of('ja') };
}

test.each([
  ['incident', 'phase', 'post-incident', ['|Post-Incident Activity', '|事後対応']],
  ['incident', 'title', 'post-incident', ['|post-incident', '|post-incident']],
  [
    'action',
    'a1/due',
    '2026-03-01T05:02:00Z',
    ['|2026-03-01 14:02:00 JST (UTC+09:00)', '|2026-03-01 14:02:00 JST (UTC+09:00)'],
  ],
  ['coverage', 'proxy/exploitation/state', 'too-short', ['|too short', '|保存期間不足']],
  [
    'decision',
    'd1/approved',
    at,
    ['|2026-01-05 12:00 JST (UTC+09:00)', '|2026-01-05 12:00 JST (UTC+09:00)'],
  ],
  ['entry', 'e1', 'post-incident', ['|post-incident', '|post-incident']],
] as const)('a disputed %s (%s) is said in words', (what, id, value, [en, ja]) => {
  expect(worded(what, id, value)).toEqual({ en: [en], ja: [ja] });
});

test('a value of several fields is said field by field, what is empty left out', () => {
  const value = { ...untouchedItem, state: 'not-applicable', because: 'No mail server.' };
  const { en, ja } = worded('checklist-item', 'c1/GEN-C03', value);
  expect(en).toEqual(expect.arrayContaining(['state|Not applicable', 'because|No mail server.']));
  expect(ja).toEqual(expect.arrayContaining(['state|対象外', 'because|No mail server.']));
  expect(en.join()).not.toContain('evidence|');
});

test('a state with its reason keeps both', () => {
  const value = { value: 'back-in-service', because: 'Rebuilt.', entries: [] };
  expect(worded('system', 's1/state', value).ja).toEqual(['value|業務に復帰', 'because|Rebuilt.']);
});

test('a withdrawal says what became of the entry', () => {
  const { en } = worded('withdrawal', 'e1', { withdrawn: true, reason: 'Twice.' });
  expect(en).toHaveLength(1);
  expect(en[0]).toContain('Twice.');
});
