import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { confidences, entryLinkTypes } from '#shared/domain/entry.ts';
import { entryKinds } from '#shared/domain/entry-kind.ts';
import type { EntryDraft, LineLink } from '#shared/domain/entry-line/entry-draft.ts';
import { parseEntryLine } from '#shared/domain/entry-line/parse-entry-line.ts';
import { writeEntryLine, writeName } from '#shared/domain/entry-line/write-entry-line.ts';
import { stageIds } from '#shared/domain/kill-chain.ts';
import type { EntryTime } from '#shared/domain/time/entry-time.ts';
import { parseTime } from '#shared/domain/time/parse-time.ts';
import { lineContext, nowMs } from './entry-line-context.ts';

const context = lineContext();
const rewrite = (line: string): string =>
  writeEntryLine(parseEntryLine(line, context).draft, context);

/** A draft without the words of its time, which become the absolute form, and the zone of an unknown one. */
const compared = (draft: EntryDraft): object => ({
  ...draft,
  at: comparedTime(draft.at),
  noticed: comparedTime(draft.noticed),
});
const comparedTime = (time: EntryTime | undefined): object | undefined =>
  time && { ...time, text: '', zone: time.utc === null ? '' : time.zone };

describe('writes a draft as a line', () => {
  test.each<[string, string]>([
    ['14:02 @pacs01 VPN used !3 #vpn', '2021-11-02 14:02 @pacs01 #vpn !3 VPN used'],
    ['-5m rebooted', '2021-11-02 12:02 rebooted'],
    ['? who knew', '? who knew'],
    ['@pacs01 :note が停止', '@pacs01 :note が停止'],
    ['@"ward 3" #a down', '@"ward 3" #a down'],
    ['\\10:30 train', '\\10:30 train'],
    ['14:02 \\PST file', '2021-11-02 14:02 \\PST file'],
    ['--:-- seen', '--:-- seen'],
    ['14:02Z seen', '2021-11-02T14:02Z seen'],
    ['n10:30 seen', 'noticed:2021-11-02 10:30 :observation seen'],
    [
      '14:02 検知:昨日 &"J D" $dns $auth.log :おそらく :推定 >#12 =#7.ffff seen',
      '2021-11-02 14:02 noticed:2021-11-01 &"J D" $auth.log $dns >#12 =#7.ffff :probable :opinion seen',
    ],
    ['\\n10:30 \\&x \\=#1 \\$dns \\:fact', '\\n10:30 \\&x \\=#1 \\$dns \\:fact'],
  ])('%s', (line, written) => {
    expect(rewrite(line)).toBe(written);
  });
});

test('quotes a name only where it must', () => {
  expect(
    ['pacs01', 'ward 3', 'a"b c', '給食サーバー', 'x.', '"'].map((name) => writeName('host', name)),
  ).toEqual(['@pacs01', '@"ward 3"', '@"a""b c"', '@給食サーバー', '@"x."', '@""""']);
  expect(writeName('tag', '123')).toBe('#"123"');
});

const times = [
  '14:02',
  '14:02:31',
  '14:02:31.250',
  '10/31 2時',
  '2021-10-31',
  '2021-10',
  '~02:00±20m',
  '約02:00',
  '<03:10',
  '>2021-10-31',
  '10:00..10:30',
  '2017-05-13..2017-07-30',
  '2021-10-30..2021-10-31 10:00',
  'unknown',
  '14:02Z',
  '14:02+05:30',
  '2021-10-31 Europe/Berlin',
  '2021-10-31T02:30+02:00[Europe/Berlin]',
  '~14:02±1d2h3m4s5ms',
].map((text): EntryTime => {
  const result = parseTime(text, { nowMs, zone: 'Asia/Tokyo' });
  if (!result.ok) throw new Error(text);
  return result.value;
});

const word = fc.constantFrom(
  'server',
  'が停止',
  'is',
  'on',
  '@host',
  '\\@host',
  '#tag',
  '#123',
  '!3',
  '!!',
  '/T1566',
  '^E-004',
  ':note',
  '?',
  '＊',
  '*',
  '\\',
  '\\\\?',
  '10:30',
  '\\10:30',
  '2021-10-31',
  '25:00',
  '-5m',
  '~02:00',
  '..10:30',
  'JST',
  'PST',
  '±20m',
  '頃',
  'に',
  '、',
  ',',
  '@"two',
  'words"',
  '「',
  '@「a',
  'b」',
  'C:\\x',
  'now',
  '+09:00',
  '[UTC]',
  '..',
  '@a,',
  'Z',
  'より前',
  '2時',
  '30分',
  '(日)',
  'T10:00',
  'n10:30',
  'n:10月31日',
  '検知昨日 10:30',
  'noticed:',
  '&a',
  '$dns',
  '$x',
  '$"a',
  '=#7',
  '>#12',
  '→',
  ':fact',
  ':確認',
  'ago',
  'pm',
);
const gap = fc.constantFrom(' ', '  ', '\n', '\n  ', '\u3000', '');
const text = fc
  .oneof(
    fc
      .array(fc.tuple(word, gap), { minLength: 1, maxLength: 8 })
      .map((parts) => parts.flat().join('')),
    fc.string({ unit: 'grapheme', maxLength: 30 }),
  )
  .map((typed) => typed.trim())
  .filter((typed) => typed !== '');
const name = fc
  .oneof(
    fc.constantFrom(
      'pacs01',
      'ward 3',
      '10.0.0.1',
      '給食サーバー',
      'x.',
      '123',
      'a"b',
      '"',
      'C2 (test)',
      '#x',
      ' y ',
    ),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
  )
  .filter((typed) => typed.trim() !== '' && !typed.includes('\n'));
const draft: fc.Arbitrary<EntryDraft> = fc
  .record({
    text,
    at: fc.option(fc.constantFrom(...times), { nil: undefined }),
    kind: fc.constantFrom(...entryKinds),
    stages: fc.uniqueArray(fc.constantFrom(...stageIds), { maxLength: 2 }),
    techniques: fc.uniqueArray(fc.constantFrom('T1566', 'T1566.001', 'T0866'), { maxLength: 2 }),
    hosts: fc.uniqueArray(name, { maxLength: 2 }),
    tags: fc.uniqueArray(name, { maxLength: 2 }),
    evidence: fc.uniqueArray(
      fc.constantFrom(1, 4, 42).map((number) => ({
        id: String(number).padStart(32, '0'),
        no: `E-${String(number).padStart(3, '0')}`,
      })),
      { maxLength: 2, selector: ({ no }) => no },
    ),
    starred: fc.boolean(),
    accounts: fc.uniqueArray(name, { maxLength: 2 }),
    confidence: fc.option(fc.constantFrom(...confidences), { nil: undefined }),
    basis: fc.option(fc.constantFrom('fact' as const, 'opinion' as const), { nil: undefined }),
    logSource: fc.option(fc.constantFrom('dns', 'vpn'), { nil: undefined }),
    source: fc.option(
      fc.constantFrom(
        ...['auth.log', 'badge reader, gate 2'].flatMap((no) => context.findSources(no)),
      ),
      { nil: undefined },
    ),
    noticed: fc.option(fc.constantFrom(...times), { nil: undefined }),
    links: fc.uniqueArray(
      fc
        .record({
          type: fc.constantFrom(...entryLinkTypes),
          entry: fc.constantFrom(
            ...['12', '499', '7.ffff', '7.0000'].flatMap((no) => context.findEntries(no)),
          ),
        })
        .map((link): LineLink => link),
      { maxLength: 3, selector: ({ type, entry }) => `${type} ${entry.id}` },
    ),
  })
  // A source gives the time, so there is one.
  .map((made) => (made.at === undefined ? { ...made, source: undefined } : made));

test('what is written reads back as the same draft, whatever its text', () => {
  fc.assert(
    fc.property(draft, fc.constantFrom('Asia/Tokyo', 'UTC', 'Europe/Berlin'), (made, zone) => {
      const line = writeEntryLine(made, { zone });
      const { draft: read, problems } = parseEntryLine(line, lineContext(zone));
      expect({ line, draft: compared(read), problems }).toEqual({
        line,
        draft: compared(made),
        problems: [],
      });
    }),
    { numRuns: 700 },
  );
});

test('a line that was read, written and read again says the same', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(word, gap), { maxLength: 10 }), (parts) => {
      const first = parseEntryLine(parts.flat().join(''), context).draft;
      fc.pre(first.text !== '');
      const again = parseEntryLine(writeEntryLine(first, context), context);
      expect(compared(again.draft)).toEqual(compared(first));
    }),
    { numRuns: 700 },
  );
});

test('a line of sixty times of noticing is still written so that it reads back', () => {
  const first = parseEntryLine(`n10:30 x ${'\\n10:31 '.repeat(60)}y`, context).draft;
  const again = parseEntryLine(writeEntryLine(first, context), context);
  expect(compared(again.draft)).toEqual(compared(first));
});
