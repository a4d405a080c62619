import { expect, test } from 'vitest';
import { formatMicroseconds } from '#shared/import/log-time.ts';
import { plasoTime } from '#shared/import/plaso-date-time.ts';

const noon = '2024-07-01T12:00:00.000000Z';
const seconds = Date.parse(noon) / 1_000;

function instant(dateTime: unknown, timestamp?: number): string | undefined {
  const { time } = plasoTime(dateTime, timestamp);
  return time === undefined ? undefined : formatMicroseconds(time);
}

test.each([
  [{ __class_name__: 'TimeElements', time_elements_tuple: [2024, 7, 1, 12, 0, 0] }, noon],
  [
    {
      __class_name__: 'TimeElementsInMilliseconds',
      time_elements_tuple: [2024, 7, 1, 12, 0, 0, 7],
    },
    '2024-07-01T12:00:00.007000Z',
  ],
  [
    {
      __class_name__: 'TimeElementsInMicroseconds',
      time_elements_tuple: [2024, 7, 1, 12, 0, 0, 7],
    },
    '2024-07-01T12:00:00.000007Z',
  ],
  [
    {
      __class_name__: 'TimeElementsInNanoseconds',
      time_elements_tuple: [2024, 7, 1, 12, 0, 0, 7_999],
    },
    '2024-07-01T12:00:00.000007Z',
  ],
  [
    {
      __class_name__: 'TimeElementsWithFractionOfSecond',
      time_elements_tuple: [2024, 7, 1, 12, 0, 0],
      fraction_of_second: '0.25',
    },
    '2024-07-01T12:00:00.250000Z',
  ],
  [{ __class_name__: 'PosixTime', timestamp: seconds }, noon],
  [{ __class_name__: 'PosixTimeInMilliseconds', timestamp: seconds * 1e3 }, noon],
  [
    { __class_name__: 'PosixTimeInMicroseconds', timestamp: seconds * 1e6 + 5 },
    '2024-07-01T12:00:00.000005Z',
  ],
  [{ __class_name__: 'PosixTimeInNanoseconds', timestamp: seconds * 1e9 }, noon],
  [
    { __class_name__: 'PosixTimeInNanoseconds', timestamp: `${seconds}000001999` },
    '2024-07-01T12:00:00.000001Z',
  ],
  [{ __class_name__: 'APFSTime', timestamp: seconds * 1e9 }, noon],
  [{ __class_name__: 'JavaTime', timestamp: seconds * 1e3 }, noon],
  [{ __class_name__: 'Filetime', timestamp: (seconds + 11_644_473_600) * 1e7 }, noon],
  [{ __class_name__: 'WebKitTime', timestamp: (seconds + 11_644_473_600) * 1e6 }, noon],
  [{ __class_name__: 'UUIDTime', timestamp: `${seconds + 12_219_292_800}0000000` }, noon],
  [
    { __class_name__: 'CocoaTime', timestamp: seconds - 978_307_200 + 0.5 },
    '2024-07-01T12:00:00.500000Z',
  ],
  [{ __class_name__: 'HFSTime', timestamp: seconds + 2_082_844_800 }, noon],
  [{ __class_name__: 'DotNetDateTime', timestamp: `${seconds + 62_135_596_800}0000000` }, noon],
  [{ __class_name__: 'OLEAutomationDate', timestamp: 45_474.5 }, noon],
  [{ __class_name__: 'DelphiDateTime', timestamp: 45_474.5 }, noon],
  [{ __class_name__: 'FATTimestamp', timestamp: (seconds - 315_532_800) * 100 }, noon],
  // 2024-07-01 in the lower sixteen bits, 12:00:00 in the upper.
  [
    { __class_name__: 'FATDateTime', fat_date_time: 0x6000_0000 + ((44 << 9) | (7 << 5) | 1) },
    noon,
  ],
  [
    { __class_name__: 'Systemtime', system_time_tuple: [2024, 7, 1, 1, 12, 0, 0, 9] },
    '2024-07-01T12:00:00.009000Z',
  ],
  [
    {
      __class_name__: 'RFC2579DateTime',
      rfc2579_date_time_tuple: [2024, 7, 1, 21, 0, 0, 3, '+', 9, 0],
    },
    '2024-07-01T12:00:00.300000Z',
  ],
  [
    {
      __class_name__: 'TimeElements',
      time_elements_tuple: [2024, 7, 1, 21, 0, 0],
      time_zone_offset: 540,
    },
    noon,
  ],
])('%o is %s', (dateTime, expected) => {
  expect(instant({ __type__: 'DateTimeValues', ...dateTime })).toBe(expected);
});

test.each(['SemanticTime', 'InvalidTime', 'Never', 'NotSet'])('%s is no time', (name) => {
  expect(plasoTime({ __class_name__: name, string: 'Not set' }, 0)).toEqual({
    time: undefined,
    text: 'Not set',
  });
});

test.each(['constructor', 'toString', '__proto__', ''])(
  'a class of the name "%s" is none',
  (name) => {
    const dateTime = {
      __class_name__: name,
      timestamp: 5,
      time_elements_tuple: [2024, 7, 1, 12, 0, 0],
    };
    expect(instant(dateTime)).toBeUndefined();
  },
);

test('zero, deltas and garbage are no time', () => {
  expect(instant({ __class_name__: 'PosixTime', timestamp: 0 }, 0)).toBeUndefined();
  expect(instant(undefined, 0)).toBeUndefined();
  expect(
    instant({ __class_name__: 'TimeElements', time_elements_tuple: [2024, 13, 1, 0, 0, 0] }),
  ).toBeUndefined();
  expect(
    instant({
      __class_name__: 'TimeElements',
      time_elements_tuple: [0, 0, 1, 0, 0, 0],
      is_delta: true,
    }),
  ).toBeUndefined();
  expect(instant({ __class_name__: 'PosixTime', timestamp: 1e300 })).toBeUndefined();
});

test('the event’s own µs count for local times, unknown classes and where there is no object', () => {
  const stamp = seconds * 1e6;
  const local = { __class_name__: 'TimeElements', time_elements_tuple: [2024, 7, 1, 21, 0, 0] };
  expect(instant({ ...local, is_local_time: true }, stamp)).toBe(noon);
  expect(instant({ __class_name__: 'TimeOfTomorrow' }, stamp)).toBe(noon);
  expect(instant(undefined, stamp)).toBe(noon);
});

test('nanoseconds that JSON has rounded are cut where plaso’s µs say', () => {
  const written = JSON.parse(
    '{"__class_name__":"PosixTimeInNanoseconds","timestamp":1719835200955519754}',
  ) as unknown;
  expect(instant(written, 1_719_835_200_955_520)).toBe('2024-07-01T12:00:00.955519Z');
});
