import { describe, expect, test } from 'vitest';
import { entryTimeSchema, type EntryTime } from '#shared/domain/time/entry-time.ts';
import { parseTime } from '#shared/domain/time/parse-time.ts';
import type { TimeError } from '#shared/domain/time/time-error.ts';
import { writeEntryTime } from '#shared/domain/time/write-time.ts';

/** Tuesday 2 November 2021, 12:07:31.400 in Tokyo. */
const nowMs = Date.parse('2021-11-02T03:07:31.400Z');

function read(text: string, zone = 'Asia/Tokyo', now = nowMs): EntryTime {
  const result = parseTime(text, { nowMs: now, zone });
  if (!result.ok) throw new Error(`${text}: ${JSON.stringify(result.error)}`);
  expect(entryTimeSchema.safeParse(result.value).error).toBeUndefined();
  expect(result.value.text).toBe(text.trim());
  return result.value;
}

function refusal(text: string, zone = 'Asia/Tokyo'): TimeError {
  const result = parseTime(text, { nowMs, zone });
  if (result.ok) throw new Error(`${text} was read as ${result.value.utc}`);
  return result.error;
}

type Row = readonly [text: string, utc: string | null, precision: EntryTime['precision']];

describe('one point of time', () => {
  test.each<Row>([
    ['14:02', '2021-11-02T05:02:00Z', 'minute'],
    ['9:05', '2021-11-02T00:05:00Z', 'minute'],
    ['14:02:31', '2021-11-02T05:02:31Z', 'second'],
    ['14:02:31.250', '2021-11-02T05:02:31.250Z', 'millisecond'],
    ['14:02:31,2', '2021-11-02T05:02:31.200Z', 'millisecond'],
    ['14:02:31.123456789', '2021-11-02T05:02:31.123Z', 'millisecond'],
    ['24:00', '2021-11-02T15:00:00Z', 'minute'],
    ['3:20pm', '2021-11-02T06:20:00Z', 'minute'],
    ['12am', '2021-11-01T15:00:00Z', 'hour'],
    ['12:30 PM', '2021-11-02T03:30:00Z', 'minute'],
    ['now', '2021-11-02T03:07:31Z', 'second'],
    ['-5m', '2021-11-02T03:02:00Z', 'minute'],
    ['-90s', '2021-11-02T03:06:01Z', 'second'],
    ['-2h', '2021-11-02T01:07:00Z', 'minute'],
    ['-1h30m', '2021-11-02T01:37:00Z', 'minute'],
    ['-1d', '2021-10-31T15:00:00Z', 'day'],
    ['5 min ago', '2021-11-02T03:02:00Z', 'minute'],
    ['5m ago', '2021-11-02T03:02:00Z', 'minute'],
    ['today', '2021-11-01T15:00:00Z', 'day'],
    ['yesterday', '2021-10-31T15:00:00Z', 'day'],
    ['Yesterday 23:10', '2021-11-01T14:10:00Z', 'minute'],
    ['2021-10-31', '2021-10-30T15:00:00Z', 'day'],
    ['2021/10/31', '2021-10-30T15:00:00Z', 'day'],
    ['2021-10', '2021-09-30T15:00:00Z', 'month'],
    ['2021-10-31 00:30', '2021-10-30T15:30:00Z', 'minute'],
    ['2021-10-31T00:30', '2021-10-30T15:30:00Z', 'minute'],
    ['2021-10-31T02', '2021-10-30T17:00:00Z', 'hour'],
    ['2019-11-07T06:18:40Z', '2019-11-07T06:18:40Z', 'second'],
    ['2019-11-07T15:18:40+09:00', '2019-11-07T06:18:40Z', 'second'],
    ['2019-11-07 15:18:40 +0900', '2019-11-07T06:18:40Z', 'second'],
    ['2019-11-07 15:18:40+09', '2019-11-07T06:18:40Z', 'second'],
    ['20191107T061840Z', '2019-11-07T06:18:40Z', 'second'],
    ['2019-11-07T06:18:40.5Z', '2019-11-07T06:18:40.500Z', 'millisecond'],
    ['14:02 JST', '2021-11-02T05:02:00Z', 'minute'],
    ['14:02 UTC', '2021-11-02T14:02:00Z', 'minute'],
    ['14:02 UTC-3', '2021-11-01T17:02:00Z', 'minute'],
    ['14:02 Europe/Berlin', '2021-11-02T13:02:00Z', 'minute'],
    ['10/31', '2021-10-30T15:00:00Z', 'day'],
    ['31 Oct 2021 02:10', '2021-10-30T17:10:00Z', 'minute'],
    ['Oct 31, 2021', '2021-10-30T15:00:00Z', 'day'],
    ['unknown', null, 'unknown'],
    ['--:--', null, 'unknown'],
  ])('%s', (text, utc, precision) => {
    expect(read(text)).toMatchObject({ utc, precision, relation: 'at', untilUtc: null });
  });

  test.each<Row>([
    ['１４：０２', '2021-11-02T05:02:00Z', 'minute'],
    ['２０２１－１０－３１　００：３０', '2021-10-30T15:30:00Z', 'minute'],
    ['昨日 23:10', '2021-11-01T14:10:00Z', 'minute'],
    ['一昨日', '2021-10-30T15:00:00Z', 'day'],
    ['今日', '2021-11-01T15:00:00Z', 'day'],
    ['本日9時', '2021-11-02T00:00:00Z', 'hour'],
    ['10/31 2時', '2021-10-30T17:00:00Z', 'hour'],
    ['10月31日', '2021-10-30T15:00:00Z', 'day'],
    ['10月31日 2時30分', '2021-10-30T17:30:00Z', 'minute'],
    ['10月31日2時半', '2021-10-30T17:30:00Z', 'minute'],
    ['10月31日（日）午後3時20分', '2021-10-31T06:20:00Z', 'minute'],
    ['2021年10月31日 2時', '2021-10-30T17:00:00Z', 'hour'],
    ['2021年10月31日の2時10分5秒', '2021-10-30T17:10:05Z', 'second'],
    ['2021年10月', '2021-09-30T15:00:00Z', 'month'],
    ['令和元年10月31日', '2019-10-30T15:00:00Z', 'day'],
    ['午前0時5分', '2021-11-01T15:05:00Z', 'minute'],
    ['5分前', '2021-11-02T03:02:00Z', 'minute'],
    ['2時間前', '2021-11-02T01:07:00Z', 'minute'],
    ['14:02 日本時間', '2021-11-02T05:02:00Z', 'minute'],
    ['不明', null, 'unknown'],
    ['時刻不明', null, 'unknown'],
  ])('%s', (text, utc, precision) => {
    expect(read(text)).toMatchObject({ utc, precision, relation: 'at', untilUtc: null });
  });

  test('keeps the zone in which it was read', () => {
    const texts = ['14:02', '14:02Z', '14:02+05:30', '14:02 JST', '2021-10-31[Asia/Dubai]'];
    expect(texts.map((text) => read(text, 'Europe/Berlin').zone)).toEqual([
      'Europe/Berlin',
      'UTC',
      '+05:30',
      'Asia/Tokyo',
      'Asia/Dubai',
    ]);
  });
});

describe('about, before, after', () => {
  test.each<[string, number]>([
    ['~02:00±20m', 1_200_000],
    ['～02:00±20分', 1_200_000],
    ['~02:00+-20m', 1_200_000],
    ['02:00 ± 1h30m', 5_400_000],
    ['約2時±1時間', 3_600_000],
    ['~02:00', 900_000],
    ['約02:00', 900_000],
    ['02:00頃', 900_000],
    ['２時ごろ', 1_800_000],
    ['around 02:00', 900_000],
    ['~02:00:10', 30_000],
    ['~2021-10-31', 86_400_000],
    ['02:00', 0],
  ])('%s', (text, plusMinusMs) => {
    expect(read(text)).toMatchObject({ plusMinusMs, relation: 'at' });
  });

  test.each<[string, EntryTime['relation'], string]>([
    ['<03:10', 'before', '2021-11-01T18:10:00Z'],
    ['＜03:10', 'before', '2021-11-01T18:10:00Z'],
    ['before 03:10', 'before', '2021-11-01T18:10:00Z'],
    ['03:10より前', 'before', '2021-11-01T18:10:00Z'],
    ['>03:10', 'after', '2021-11-01T18:10:00Z'],
    ['10月31日以降', 'after', '2021-10-30T15:00:00Z'],
    ['<~03:10±5m', 'before', '2021-11-01T18:10:00Z'],
  ])('%s', (text, relation, utc) => {
    expect(read(text)).toMatchObject({ relation, utc });
  });
});

describe('intervals', () => {
  test.each<[string, string, string, EntryTime['precision']]>([
    [
      '2023-11-17T14:33:52Z..2023-11-20T09:26:53Z',
      '2023-11-17T14:33:52Z',
      '2023-11-20T09:26:53Z',
      'second',
    ],
    [
      '2023-11-17T14:33:52Z..2023-11-20T09:26:53',
      '2023-11-17T14:33:52Z',
      '2023-11-20T09:26:53Z',
      'second',
    ],
    [
      '2023-11-17 14:33..2023-11-20 09:26 UTC',
      '2023-11-17T14:33:00Z',
      '2023-11-20T09:26:00Z',
      'minute',
    ],
    ['10:00..10:30', '2021-11-02T01:00:00Z', '2021-11-02T01:30:00Z', 'minute'],
    ['10:00〜10:30', '2021-11-02T01:00:00Z', '2021-11-02T01:30:00Z', 'minute'],
    ['10:00～10:30', '2021-11-02T01:00:00Z', '2021-11-02T01:30:00Z', 'minute'],
    ['10:00から10:30まで', '2021-11-02T01:00:00Z', '2021-11-02T01:30:00Z', 'minute'],
    ['10:00 .. now', '2021-11-02T01:00:00Z', '2021-11-02T03:07:31Z', 'minute'],
    ['10/31 23:50..00:10', '2021-10-31T14:50:00Z', '2021-10-31T15:10:00Z', 'minute'],
    ['2017-05-13..2017-07-30', '2017-05-12T15:00:00Z', '2017-07-29T15:00:00Z', 'day'],
    ['2017-05-13..07-30', '2017-05-12T15:00:00Z', '2017-07-29T15:00:00Z', 'day'],
    ['2023-11-14..15', '2023-11-13T15:00:00Z', '2023-11-14T15:00:00Z', 'day'],
    ['10月31日〜11月2日', '2021-10-30T15:00:00Z', '2021-11-01T15:00:00Z', 'day'],
    ['10月30日〜31日', '2021-10-29T15:00:00Z', '2021-10-30T15:00:00Z', 'day'],
    ['2021-10-30..2021-10-31 10:00', '2021-10-29T15:00:00Z', '2021-10-31T01:00:00Z', 'day'],
    ['2021-10-31 10:00..2021-10-31', '2021-10-31T01:00:00Z', '2021-10-31T01:00:00Z', 'day'],
  ])('%s', (text, utc, untilUtc, precision) => {
    expect(read(text)).toMatchObject({ utc, untilUtc, precision });
  });
});

describe('what was left out', () => {
  test.each<[string, string, string]>([
    ['23:50 typed at 00:05 was yesterday', '23:50', '2021-11-01T14:50:00Z'],
    ['00:04 typed at 00:05 is today', '00:04', '2021-11-01T15:04:00Z'],
    ['00:20 typed at 00:05, by a watch that is ahead, is today', '00:20', '2021-11-01T15:20:00Z'],
    ['12:04 typed at 00:05 is today', '12:04', '2021-11-02T03:04:00Z'],
    ['12:06 typed at 00:05 was yesterday', '12:06', '2021-11-01T03:06:00Z'],
  ])('%s', (_name, text, utc) => {
    expect(read(text, 'Asia/Tokyo', Date.parse('2021-11-01T15:05:00Z')).utc).toBe(utc);
  });

  test('a time with a zone is of the day in that zone', () => {
    expect(read('23:50Z', 'Asia/Tokyo', Date.parse('2021-11-02T00:10:00Z')).utc).toBe(
      '2021-11-01T23:50:00Z',
    );
  });

  test.each<[string, string, string]>([
    ['10/31', '2022-03-01T00:00:00Z', '2021-10-31T00:00:00Z'],
    ['10/31', '2022-11-01T00:00:00Z', '2022-10-31T00:00:00Z'],
    ['1/1', '2021-12-31T23:00:00Z', '2022-01-01T00:00:00Z'],
    ['12/1', '2021-11-10T00:00:00Z', '2021-12-01T00:00:00Z'],
    ['12/24', '2021-11-10T00:00:00Z', '2020-12-24T00:00:00Z'],
    ['2/29', '2022-06-01T00:00:00Z', '2020-02-29T00:00:00Z'],
  ])('%s typed on %s is %s', (text, now, utc) => {
    expect(read(text, 'UTC', Date.parse(now)).utc).toBe(utc);
  });
});

describe('clock changes are asked about, never guessed', () => {
  test('a time in the gap names the seconds on both sides', () => {
    expect(refusal('2021-03-28 02:30', 'Europe/Berlin')).toEqual({
      kind: 'time-in-gap',
      zone: 'Europe/Berlin',
      before: { utc: '2021-03-28T00:59:59Z', local: '2021-03-28T01:59:59', offset: '+01:00' },
      after: { utc: '2021-03-28T01:00:00Z', local: '2021-03-28T03:00:00', offset: '+02:00' },
      start: 0,
      end: 16,
    });
  });
  test('a time in the fold names both instants', () => {
    expect(refusal('2021-10-31 02:30', 'Europe/Berlin')).toEqual({
      kind: 'time-ambiguous',
      zone: 'Europe/Berlin',
      options: [
        { utc: '2021-10-31T00:30:00Z', offset: '+02:00' },
        { utc: '2021-10-31T01:30:00Z', offset: '+01:00' },
      ],
      start: 0,
      end: 16,
    });
  });
  test('a typed offset decides, with or without the zone', () => {
    expect(read('2021-10-31 02:30+01:00', 'Europe/Berlin').utc).toBe('2021-10-31T01:30:00Z');
    expect(read('2021-10-31T02:30+02:00[Europe/Berlin]')).toMatchObject({
      utc: '2021-10-31T00:30:00Z',
      zone: 'Europe/Berlin',
    });
    expect(refusal('2021-10-31T02:30+05:00[Europe/Berlin]').kind).toBe('offset-not-in-zone');
  });
  test('a day starts when it starts, and a day that was left out is refused', () => {
    expect(read('2018-11-04', 'America/Sao_Paulo').utc).toBe('2018-11-04T03:00:00Z');
    expect(read('2021-11-07', 'America/Havana').utc).toBe('2021-11-07T04:00:00Z');
    expect(refusal('2011-12-30', 'Pacific/Apia').kind).toBe('time-in-gap');
  });
});

describe('errors say what and where', () => {
  test.each<[string, TimeError['kind'], number, number]>([
    ['', 'empty', 0, 0],
    ['hello', 'not-a-time', 0, 5],
    ['1', 'not-a-time', 0, 1],
    ['14:02 VPN', 'trailing-text', 5, 9],
    ['25:00', 'out-of-range', 0, 5],
    ['2021-10-31 14:75', 'out-of-range', 11, 16],
    ['　２５：００', 'out-of-range', 1, 6],
    ['2021-02-30', 'out-of-range', 0, 10],
    ['2021-13-01', 'out-of-range', 0, 10],
    ['31/10', 'out-of-range', 0, 5],
    ['午後14時', 'out-of-range', 0, 5],
    ['02:00±20', 'width-without-unit', 5, 8],
    ['10:00-10:30', 'interval-or-offset', 5, 11],
    ['10:30..10:00 JST', 'until-before-start', 7, 16],
    ['<10:00..10:30', 'open-interval', 0, 13],
    ['14:02 CST', 'zone-unclear', 6, 9],
    ['14:02+19:00', 'trailing-text', 5, 11],
    ['-9999999d', 'out-of-range', 0, 9],
  ])('%s: %s', (text, kind, start, end) => {
    expect(refusal(text)).toMatchObject({ kind, start, end });
  });

  test('an unclear zone names its offsets', () => {
    expect(refusal('14:02 CST')).toMatchObject({ word: 'CST', offsets: ['-06:00', '+08:00'] });
  });
});

test('both instants of a fold can be written and read', () => {
  for (const utc of ['2021-10-31T00:30:00Z', '2021-10-31T01:30:00Z']) {
    const time: EntryTime = {
      ...read('2021-10-31'),
      utc,
      zone: 'Europe/Berlin',
      precision: 'minute',
    };
    const text = writeEntryTime(time, 'Europe/Berlin');
    expect(read(text, 'Europe/Berlin')).toMatchObject({ utc, zone: 'Europe/Berlin' });
  }
});
