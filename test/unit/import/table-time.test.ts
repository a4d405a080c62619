import { expect, test } from 'vitest';
import { formatMicroseconds, makeZoneClock } from '#shared/import/log-time.ts';
import { civilTextTime, openQuestions, parseCivilText } from '#shared/import/table-time.ts';
import { namedZone } from '#shared/import/zone-abbreviation.ts';

const tokyo = makeZoneClock('Asia/Tokyo');

function read(written: string, order?: 'day-first' | 'month-first'): string | undefined {
  const text = parseCivilText(written);
  const time = text && civilTextTime(text, order, tokyo);
  return time === undefined ? undefined : formatMicroseconds(time);
}

test.each([
  ['2024-03-04 05:06:07', '2024-03-03T20:06:07.000000Z'],
  ['2024/3/4 5:06', '2024-03-03T20:06:00.000000Z'],
  ['2024.03.04 05:06:07,250', '2024-03-03T20:06:07.250000Z'],
  ['2024-03-04T05:06:07Z', '2024-03-04T05:06:07.000000Z'],
  ['2024-03-04 05:06:07 UTC', '2024-03-04T05:06:07.000000Z'],
  ['2024-03-04 05:06:07 (CET)', '2024-03-04T04:06:07.000000Z'],
  ['2024-03-04 05:06:07 +5', '2024-03-04T00:06:07.000000Z'],
  ['2024-03-04 05:06:07 GMT-0330', '2024-03-04T08:36:07.000000Z'],
  ['2024-03-04 05:06:07 Europe/Paris', '2024-03-04T04:06:07.000000Z'],
  ['20240304T050607Z', '2024-03-04T05:06:07.000000Z'],
  ['20240304050607', '2024-03-03T20:06:07.000000Z'],
  ['2024年3月4日 5時06分07秒', '2024-03-03T20:06:07.000000Z'],
  ['2024年3月4日 午後1時05分', '2024-03-04T04:05:00.000000Z'],
  ['2024/03/04 午前12:05', '2024-03-03T15:05:00.000000Z'],
  ['4 March 2024 5:06:07 PM', '2024-03-04T08:06:07.000000Z'],
  ['Mon, 04 Mar 2024 05:06:07 +0000', '2024-03-04T05:06:07.000000Z'],
  ['March 4, 2024 12:06:07 AM', '2024-03-03T15:06:07.000000Z'],
  ['Mon Mar  4 05:06:07 2024', '2024-03-03T20:06:07.000000Z'],
  ['Mon Mar 4 05:06:07 UTC 2024', '2024-03-04T05:06:07.000000Z'],
  ['Mar 4, 2024 @ 05:06:07.123', '2024-03-03T20:06:07.123000Z'],
  ['04/Mar/2024:05:06:07 +0000', '2024-03-04T05:06:07.000000Z'],
  ['令和6年3月4日 5時06分', '2024-03-03T20:06:00.000000Z'],
  ['令和元年5月4日 5:06:07', '2019-05-03T20:06:07.000000Z'],
  ['R6.3.4 5:06:07', '2024-03-03T20:06:07.000000Z'],
  ['H31/3/4 5:06:07', '2019-03-03T20:06:07.000000Z'],
  ['2024/3/4 下午 1:05:06', '2024-03-04T04:05:06.000000Z'],
  ['2024-03-04 오전 1:05:06', '2024-03-03T16:05:06.000000Z'],
  ['2024-03-04 5:06:07 p. m.', '2024-03-04T08:06:07.000000Z'],
  ['25/03/2024 05:06:07 Z', undefined],
])('%s', (written, utc) => {
  expect(read(written)).toBe(utc);
});

test('the order of day and month comes from a person', () => {
  expect(read('03/04/2024 05:06:07Z', 'day-first')).toBe('2024-04-03T05:06:07.000000Z');
  expect(read('03/04/2024 05:06:07Z', 'month-first')).toBe('2024-03-04T05:06:07.000000Z');
  expect(read('25/04/2024 05:06:07Z', 'month-first')).toBeUndefined();
});

test.each([
  'yesterday',
  '2024-13-01 00:00:00',
  '2024-02-30 00:00:00',
  '0000-00-00 00:00:00',
  '2024-03-04 25:00:00',
  '2024-03-04 13:00:00 PM',
  '2024-03-04 05:06:07 CST',
  '2024-03-04 05:06:07 Atlantis/Harbour',
  '2024-03-04 05:06:07 and more',
  '192.0.2.7',
  '1.2.2024.5',
])('%s is no time', (written) => {
  expect(read(written)).toBeUndefined();
});

test('what a column leaves open', () => {
  expect(openQuestions(['03/04/2024 05:06', '13/04/2024 05:06'])).toEqual({
    needsZone: true,
    needsOrder: false,
    order: 'day-first',
  });
  expect(openQuestions(['03/04/2024 05:06 Z'])).toMatchObject({
    needsZone: false,
    needsOrder: true,
  });
  expect(openQuestions(['13/04/2024 05:06', '04/13/2024 05:06'])).toMatchObject({
    needsOrder: true,
  });
});

test('abbreviations of several zones name none', () => {
  for (const name of [
    'CST',
    'IST',
    'BST',
    'PST',
    'AST',
    'MSK',
    'X',
    '',
    '+99:00',
    'toString',
    '__proto__',
  ]) {
    expect([name, namedZone(name)]).toEqual([name, undefined]);
  }
  expect(namedZone('JST')).toBe(9 * 3_600_000);
  expect(namedZone('est')).toBe(-5 * 3_600_000);
});
