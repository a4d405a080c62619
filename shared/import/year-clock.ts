import { msPer } from '../domain/time/zone.ts';

/** A date and time of day that lacks its year; `month` is 1 to 12. */
type YearlessTime = {
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
};

/** Gives the records of one file their years, in the order of the file. */
export type YearClock = {
  /** Undefined when nobody has said the first record's year. */
  date<Fields extends YearlessTime>(time: Fields): (Fields & { readonly year: number }) | undefined;
};

/** What goes back by more than this began a new year; what goes back by less came late, or from a wrong clock. */
const newYearMs = 183 * msPer.day;
/** How near a record has to come to where the old year stood to belong to it still. */
const returnMs = 2 * msPer.day;
/** After as long as this in the new year nothing comes back any more, and nothing leaps as far by itself. */
const settledMs = 30 * msPer.day;

/**
 * A clock for the years of times without one.
 *
 * From the first record's year on, a record that would lie half a year and more before the latest one belongs to
 * the next year. Records that come back to where the old year stood belong to that: late lines of December, and
 * what follows the `Jan  1` of a machine that started without a clock.
 */
export function makeYearClock(firstYear: number | undefined): YearClock {
  let latest: number | undefined;
  let endOfOldYear = Number.NaN;
  let startOfNewYear = Number.NaN;
  return {
    date(time) {
      if (firstYear === undefined) return undefined;
      const at = (year: number): number =>
        Date.UTC(year, time.month - 1, time.day, time.hour, time.minute, time.second);
      if (!couldBeTime(time)) return { ...time, year: firstYear };
      latest ??= at(firstYear);
      let year = new Date(latest).getUTCFullYear();
      if (latest - at(year) > newYearMs) {
        endOfOldYear = latest;
        year += 1;
        latest = at(year);
        startOfNewYear = latest;
      } else if (
        at(year) - latest > settledMs &&
        Math.abs(at(year - 1) - endOfOldYear) <= returnMs
      ) {
        year -= 1;
        latest = Math.max(endOfOldYear, at(year));
        endOfOldYear = Number.NaN;
      }
      latest = Math.max(latest, at(year));
      if (latest - startOfNewYear > settledMs) endOfOldYear = Number.NaN;
      return { ...time, year };
    },
  };
}

/** A record that is no date at all says nothing about the year. */
function couldBeTime({ month, day, hour, minute, second }: YearlessTime): boolean {
  const isDate = month >= 1 && month <= 12 && day >= 1 && day <= 31;
  return isDate && hour <= 23 && minute <= 59 && second <= 60;
}
