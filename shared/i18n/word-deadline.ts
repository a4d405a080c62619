import { milestoneById } from '../catalogue/milestones.ts';
import type { Deadline, LimitUnit, ReckonedDeadline } from '../domain/deadline.ts';
import { formatDuration, formatInstant } from '../domain/time/format-time.ts';
import { msPer } from '../domain/time/zone.ts';
import { deadlineMessages as m, limitUnitMessages } from './deadline-messages.ts';
import { type Language, type Message, say } from './messages.ts';

/** Units of a limit by themselves. */
export const unitMessages: Readonly<Record<LimitUnit, Message>> = {
  hour: m.unitHour,
  day: m.unitDay,
  'business-day': m.unitBusinessDay,
  month: m.unitMonth,
};

/** What a deadline counts from, in words. */
export function wordBeginning({ milestone, event }: Deadline, language: Language): string {
  if (milestone == null) return event ?? say(language, m.fromEvent);
  return milestoneById(milestone)?.name[language] ?? milestone;
}

/** How much time is left, or by how much it is over; undefined while there is no date. */
export function wordTimeLeft(
  { dueMs, state }: ReckonedDeadline,
  nowMs: number,
  language: Language,
): string | undefined {
  if (dueMs === undefined || state === 'done') return undefined;
  // Seconds are noise in a date that is counted in days.
  const ms = Math.abs(dueMs - nowMs);
  const time = formatDuration(ms - (ms % msPer.minute), language);
  return say(language, nowMs > dueMs ? m.over : m.left, { time });
}

/** The date with its zone; where there is none, why not: what it counts from has no time, or the rule no number. */
export function wordDue(reckoned: ReckonedDeadline, zone: string, language: Language): string {
  const { deadline, dueMs, start } = reckoned;
  if (dueMs !== undefined)
    return formatInstant(dueMs, { zone, locale: language, style: 'full' }, 'minute');
  return start === undefined
    ? say(language, m.startUnknown, { from: wordBeginning(deadline, language) })
    : say(language, m.noDate);
}

/** The same with what is left, or by how much it is over. */
export function wordDueAndLeft(
  reckoned: ReckonedDeadline,
  { zone, nowMs }: { readonly zone: string; readonly nowMs: number },
  language: Language,
): string {
  const due = wordDue(reckoned, zone, language);
  const left = wordTimeLeft(reckoned, nowMs, language);
  return left === undefined ? due : say(language, m.dueLeft, { due, left });
}

/** How a date was reckoned, where that can be done in more than one way. */
export function wordCounting(
  { limit, countsFirstDay = true }: Deadline,
  language: Language,
): string | undefined {
  switch (limit?.unit) {
    case 'day':
      return say(language, countsFirstDay ? m.firstDayCounts : m.firstDayFree);
    case 'business-day':
      return say(language, m.weekdays);
    case 'hour':
    case 'month':
    case undefined:
      return undefined;
  }
}

/** `3–5 days`, `72 hours`; undefined where the rule names no number. */
export function wordLimit({ limit }: Deadline, language: Language): string | undefined {
  if (limit == null) return undefined;
  const { amount: n, atLeast, unit } = limit;
  const amount = atLeast === undefined ? String(n) : `${atLeast}–${n}`;
  return say(language, limitUnitMessages[unit], { n, amount });
}
