import { expect, test } from 'vitest';
import { makeYearClock } from '#shared/import/year-clock.ts';

/** Years that a clock gives to `MM-DD` one after another. */
function yearsOf(first: number | undefined, dates: readonly string[]) {
  const clock = makeYearClock(first);
  return dates.map((date) => {
    const [month, day] = date.split('-').map(Number);
    const time = { month: month ?? 0, day: day ?? 0, hour: 12, minute: 0, second: 0 };
    return clock.date(time)?.year;
  });
}

test.each([
  ['goes on over New Year', ['12-31', '01-01', '03-01'], [2023, 2024, 2024]],
  [
    'leaves a late line of December in the old year',
    ['12-31', '01-01', '12-31', '01-01'],
    [2023, 2024, 2023, 2024],
  ],
  [
    'reaches the next New Year as well',
    ['12-31', '01-01', '06-15', '12-31', '01-01'],
    [2023, 2024, 2024, 2024, 2025],
  ],
  [
    'goes back to where it was after a start without a clock',
    ['10-14', '01-01', '10-14'],
    [2023, 2024, 2023],
  ],
  ['takes a few months back for a wrong clock', ['06-15', '02-01', '06-16'], [2023, 2023, 2023]],
  ['jumps over a long silence', ['01-22', '12-18', '02-01'], [2023, 2023, 2024]],
  ['is not led by what is no date', ['12-30', '01-45', '13-01', '12-31'], [2023, 2023, 2023, 2023]],
])('%s', (_what, dates, years) => {
  expect(yearsOf(2023, dates)).toEqual(years);
});

test('gives no year that nobody has said', () => {
  expect(yearsOf(undefined, ['12-31'])).toEqual([undefined]);
});
