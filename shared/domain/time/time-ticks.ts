import { tz } from '@date-fns/tz';
import { add, type Duration, startOfDay, startOfHour, startOfMonth, startOfYear } from 'date-fns';
import { localFields, msPer } from './zone.ts';

const { minute, hour, day } = msPer;

type Step = {
  /** About how long it is, in ms; a month and a year have no length of their own. */
  readonly about: number;
  readonly duration: Duration;
  readonly startOf: typeof startOfDay;
};

/** Steps that a clock or a calendar can name, finest first; months and years begin where they begin. */
const steps: readonly Step[] = [
  ...[1, 5, 10, 15, 30].map((minutes) => ({
    about: minutes * minute,
    duration: { minutes },
    startOf: startOfHour,
  })),
  ...[1, 2, 3, 6, 12].map((hours) => ({
    about: hours * hour,
    duration: { hours },
    startOf: startOfDay,
  })),
  ...[1, 2, 7, 14].map((days) => ({ about: days * day, duration: { days }, startOf: startOfDay })),
  ...[1, 3, 6].map((months) => ({
    about: months * 30 * day,
    duration: { months },
    startOf: months === 1 ? startOfMonth : startOfYear,
  })),
  ...[1, 2, 5, 10, 50].map((years) => ({
    about: years * 365 * day,
    duration: { years },
    startOf: startOfYear,
  })),
];

/** Labels of a time axis: instants (ms since the epoch) at round local times, and how far apart they are. */
export type TimeTicks = { readonly instants: readonly number[]; readonly about: number };

/**
 * At most about `wanted` ticks between two instants, on the calendar of a zone: days stay days across
 * daylight saving, months and years begin on their first day.
 */
export function timeTicks(
  { from, to }: { readonly from: number; readonly to: number },
  zone: string,
  wanted: number,
): TimeTicks {
  const step =
    steps.find(({ about }) => (to - from) / about <= Math.max(wanted, 1)) ?? steps.at(-1);
  if (step === undefined) throw new Error('there are steps');
  const calendar = { in: tz(zone) };
  const instants: number[] = [];
  let at: Date = step.startOf(from, calendar);
  while (at.getTime() < to) {
    if (at.getTime() >= from) instants.push(at.getTime());
    at = add(at, step.duration, calendar);
  }
  return { instants, about: step.about };
}

/** Words of a tick, as finely as the steps need: a year, a month, a day, or a time of day. */
export function tickLabel(at: number, zone: string, step: number): string {
  const local = localFields(zone, at);
  const { year, month } = local;
  const two = (value: number) => String(value).padStart(2, '0');
  if (step >= 365 * msPer.day) return String(year);
  if (step >= 28 * msPer.day) return `${year}-${two(month)}`;
  if (local.hour !== 0 || local.minute !== 0) return `${two(local.hour)}:${two(local.minute)}`;
  return step >= 7 * msPer.day
    ? `${year}-${two(month)}-${two(local.day)}`
    : `${two(month)}-${two(local.day)}`;
}
