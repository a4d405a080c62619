import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  canonicalZone,
  endOfGap,
  formatOffset,
  isZone,
  listZones,
  localFields,
  offsetAt,
  toInstants,
  toLocal,
  toLocalMs,
} from '#shared/domain/time/zone.ts';
import { firstMs, lastMs, monthlyOffsets, offsetChanges } from './offset-changes.ts';

/**
 * Zones with odd changes (half hours, over the date line, at midnight, twice a year for Ramadan), and every
 * fourth of the others; all of them with KIROKU_ALL_ZONES=1, which takes a few seconds more.
 */
const oddZones = new Set([
  'Africa/Cairo',
  'Africa/Casablanca',
  'Africa/Monrovia',
  'America/Havana',
  'America/Sao_Paulo',
  'America/St_Johns',
  'Antarctica/Troll',
  'Asia/Gaza',
  'Australia/Lord_Howe',
  'Europe/Dublin',
  'Europe/London',
  'Pacific/Apia',
  'Pacific/Kwajalein',
]);
const zonesToTry = listZones().filter(
  (zone, index) => index % 4 === 0 || oddZones.has(zone) || process.env['KIROKU_ALL_ZONES'] === '1',
);
const local = (text: string): number => Date.parse(`${text}Z`);

describe('isZone', () => {
  test.each(['UTC', 'Asia/Tokyo', '+09:00', '-03:30', '+14:00', '+00:00'])('takes %s', (zone) => {
    expect(isZone(zone)).toBe(true);
  });
  test.each(['', 'Mars/Olympus', '+9', '+0900', '+24:00', '+09:75', '-13:00', '09:00', ' UTC'])(
    'refuses %j',
    (zone) => {
      expect(isZone(zone)).toBe(false);
    },
  );
  test('throws for an offset of what is no zone', () => {
    expect(() => offsetAt('Mars/Olympus', 0)).toThrow(RangeError);
  });
});

test('writes the names of zones as people know them', () => {
  expect(['z', 'gmt', 'asia/tokyo', '-00:00', '+05:45', 'Nowhere/City'].map(canonicalZone)).toEqual(
    ['UTC', 'UTC', 'Asia/Tokyo', '+00:00', '+05:45', undefined],
  );
});

test('lists every zone once, sorted, with UTC', () => {
  const zones = listZones();
  expect(zones).toEqual([...new Set(zones)].toSorted());
  expect(zones).toContain('UTC');
  expect(zones).toContain('Asia/Tokyo');
  expect(zones.every(isZone)).toBe(true);
});

test('keeps the sign and the seconds of offsets of the past', () => {
  const ms = Date.UTC(1971, 0, 1);
  expect(formatOffset(offsetAt('Africa/Monrovia', ms))).toBe('-00:44:30');
  expect(formatOffset(offsetAt('-00:30', ms))).toBe('-00:30');
  expect(formatOffset(offsetAt('Asia/Kathmandu', Date.UTC(2021, 0, 1)))).toBe('+05:45');
});

test('knows no 31 June, no 25 hours, and no year of three digits', () => {
  expect([
    toLocalMs(2021, 6, 31),
    toLocalMs(2021, 2, 29),
    toLocalMs(2020, 2, 29),
    toLocalMs(2021, 1, 1, 25),
    toLocalMs(999, 1, 1),
    toLocalMs(2021, 13, 1),
  ]).toEqual([undefined, undefined, Date.UTC(2020, 1, 29), undefined, undefined, undefined]);
});

test('splits an instant into what the wall shows', () => {
  expect(localFields('Asia/Tokyo', Date.parse('2021-10-30T17:10:31.250Z'))).toEqual({
    year: 2021,
    month: 10,
    day: 31,
    hour: 2,
    minute: 10,
    second: 31,
    millisecond: 250,
    weekday: 0,
  });
});

describe('clock changes', () => {
  test('a fold has two instants, earlier first', () => {
    expect(toInstants('Europe/Berlin', local('2021-10-31T02:30:00'))).toEqual([
      Date.parse('2021-10-31T00:30:00Z'),
      Date.parse('2021-10-31T01:30:00Z'),
    ]);
  });
  test('a gap has none, and ends where the clock goes on', () => {
    expect(toInstants('Europe/Berlin', local('2021-03-28T02:30:00'))).toEqual([]);
    expect(endOfGap('Europe/Berlin', local('2021-03-28T02:30:00'))).toBe(
      Date.parse('2021-03-28T01:00:00Z'),
    );
  });
  test('half-hour changes and a day that was left out are seen', () => {
    expect(toInstants('Australia/Lord_Howe', local('2021-10-03T02:15:00'))).toEqual([]);
    expect(toInstants('Australia/Lord_Howe', local('2021-04-04T01:45:00'))).toHaveLength(2);
    expect(toInstants('Pacific/Apia', local('2011-12-30T12:00:00'))).toEqual([]);
  });

  test('every change of the zones tried from 1970 to 2040 is a gap or a fold of its width', () => {
    let seen = 0;
    const wrong: string[] = [];
    const histories = new Set<string>();
    for (const zone of zonesToTry) {
      const monthly = monthlyOffsets(zone);
      // Zones that went together all the time need to be tried once.
      const history = monthly.join();
      if (histories.has(history)) continue;
      histories.add(history);
      for (const change of offsetChanges(zone, monthly)) {
        const before = offsetAt(zone, change - 1);
        const after = offsetAt(zone, change);
        const middle = change + Math.round((before + after) / 2);
        const found = toInstants(zone, middle);
        const expected =
          after > before ? [] : [middle - before, middle - after].toSorted((a, b) => a - b);
        const isRight =
          JSON.stringify(found) === JSON.stringify(expected) &&
          (after < before || endOfGap(zone, middle) === change);
        if (!isRight) wrong.push(`${zone} ${new Date(change).toISOString()}`);
        seen += 1;
      }
    }
    expect(wrong).toEqual([]);
    expect(seen).toBeGreaterThan(3_000);
  });
});

test('local time and back finds the instant again, in every zone', () => {
  const zones = listZones();
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.integer({ min: firstMs, max: lastMs }),
      (zone, ms) => {
        const instants = toInstants(zone, toLocal(zone, ms));
        expect(instants).toContain(ms);
        expect(instants.length).toBeLessThanOrEqual(2);
      },
    ),
    { numRuns: 1_000 },
  );
});
