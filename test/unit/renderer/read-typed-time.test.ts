import { expect, test } from 'vitest';
import { readTypedTime, spanOfTime } from '../../../renderer/records/read-typed-time.ts';

const reading = {
  nowMs: Date.parse('2026-03-01T09:00:00Z'),
  // The evening of the 31st in Tokyo.
  dayMs: Date.parse('2021-10-31T12:00:00Z'),
  zone: 'Asia/Tokyo',
};

test.each([
  ['02:10', '2021-10-30T17:10:00Z'],
  ['23:50', '2021-10-31T14:50:00Z'],
  ['２時10分', '2021-10-30T17:10:00Z'],
  ['2021-11-02 08:00', '2021-11-01T23:00:00Z'],
  ['-5m', '2026-03-01T08:55:00Z'],
])('%s is read on the day that is looked at', (text, utc) => {
  expect(readTypedTime(text, reading)?.utc).toBe(utc);
});

test.each(['', 'soon', '?', '25:00'])('"%s" is no time', (text) => {
  expect(readTypedTime(text, reading)).toBeUndefined();
});

test('a span covers the unit of its time whole', () => {
  const day = readTypedTime('2021-10-31', reading);
  expect(day && spanOfTime(day)).toEqual({
    first: Date.parse('2021-10-30T15:00:00Z'),
    last: Date.parse('2021-10-31T14:59:59.999Z'),
  });
});
