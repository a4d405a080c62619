import { z } from 'zod';
import { idSchema } from '../lib/ids.ts';
import { removalSchema } from './removal.ts';
import { earliestMs, type EntryTime, entryTimeSchema } from './time/entry-time.ts';
import { firstInstantFrom, msPer, toLocal } from './time/zone.ts';

export const limitUnits = ['hour', 'day', 'business-day', 'month'] as const;
export type LimitUnit = (typeof limitUnits)[number];

const count = z.int().min(1).max(10_000);

/** How long a rule gives. */
export const limitSchema = z.object({
  amount: count,
  /** Lower end where the rule gives a range. */
  atLeast: count.optional(),
  unit: z.enum(limitUnits),
});
export type Limit = z.infer<typeof limitSchema>;

/** Fields of a deadline; every one is a register of its own. */
export const deadlineFieldsSchema = z.object({
  /** The catalogue's deadline that it was made from. */
  clock: z.string().min(1).max(64).optional(),
  name: z.string().min(1).max(500).optional(),
  /** The rule in words, and where it stands. */
  rule: z.string().max(2_000).optional(),
  source: z.string().max(2_000).optional(),
  /** The milestone that it is counted from; null when a person says when it began. */
  milestone: z.string().min(1).max(64).nullable().optional(),
  /** What it is counted from where that is no milestone, and when that was. */
  event: z.string().max(500).optional(),
  start: entryTimeSchema.nullable().optional(),
  limit: limitSchema.nullable().optional(),
  /** For days: whether the day on which it begins is the first of them. */
  countsFirstDay: z.boolean().optional(),
  /** A person's own date in the place of the reckoned one, and why; null takes it back. */
  shift: z
    .object({ due: z.iso.datetime(), because: z.string().min(1).max(2_000) })
    .nullable()
    .optional(),
  /** That it was kept: the entries that tell of it, or in words how. */
  done: z
    .object({
      done: z.boolean(),
      entries: z.array(idSchema).max(200),
      because: z.string().max(2_000),
    })
    .optional(),
  owner: z.string().max(200).optional(),
  note: z.string().max(20_000).optional(),
  removal: removalSchema.optional(),
});

export type DeadlineFields = z.infer<typeof deadlineFieldsSchema>;

/** A deadline that stands. */
export type Deadline = DeadlineFields & { readonly id: string; readonly name: string };

/** The deadline of a record; undefined while it has no name, or when it was taken off. */
export function standingDeadline(id: string, fields: DeadlineFields): Deadline | undefined {
  const { name, removal } = fields;
  return name === undefined || removal?.removed === true ? undefined : { ...fields, id, name };
}

/** How a deadline stands. */
export type DeadlineState =
  /** What it counts from has not happened, or nobody said when. */
  | 'waiting'
  /** It runs, but the rule names no number. */
  | 'no-limit'
  | 'running'
  | 'overdue'
  | 'done';

/** A deadline as it is reckoned; a reminder, never a statement of law. */
export type ReckonedDeadline = {
  readonly deadline: Deadline;
  readonly state: DeadlineState;
  /** What it was counted from. */
  readonly start: EntryTime | undefined;
  /** ms since the epoch: the last instant of it, moved or reckoned. */
  readonly dueMs: number | undefined;
  /** The lower end of a range: to be on the safe side. */
  readonly earlyMs: number | undefined;
  /** What the rule alone would give, where a person moved it. */
  readonly reckonedMs: number | undefined;
};

/**
 * Reckons a deadline from the milestones of an incident.
 *
 * It counts from the earliest moment at which its beginning can have been, since late is worse. Days end
 * with the last instant of the day in the incident's zone; business days are Monday to Friday, holidays
 * are not known here.
 */
export function reckonDeadline(
  deadline: Deadline,
  milestoneAt: (milestone: string) => EntryTime | undefined,
  { zone, nowMs }: { readonly zone: string; readonly nowMs: number },
): ReckonedDeadline {
  const { milestone, start: given, limit, shift, done, countsFirstDay = true } = deadline;
  const start = given ?? (milestone == null ? undefined : milestoneAt(milestone));
  const startMs = start === undefined ? Number.NaN : earliestMs(start);
  const begun = Number.isFinite(startMs);
  const after = (amount: number | undefined): number | undefined =>
    !begun || limit == null || amount === undefined
      ? undefined
      : dueAfter(startMs, amount, limit.unit, zone, countsFirstDay);
  const reckonedMs = after(limit?.amount);
  const dueMs = shift == null ? reckonedMs : Date.parse(shift.due);
  const state = (): DeadlineState => {
    if (done?.done === true) return 'done';
    if (dueMs !== undefined) return nowMs > dueMs ? 'overdue' : 'running';
    return begun ? 'no-limit' : 'waiting';
  };
  return {
    deadline,
    state: state(),
    start: begun ? start : undefined,
    dueMs,
    earlyMs: shift == null ? after(limit?.atLeast) : undefined,
    reckonedMs: shift == null ? undefined : reckonedMs,
  };
}

function dueAfter(
  startMs: number,
  amount: number,
  unit: LimitUnit,
  zone: string,
  countsFirstDay: boolean,
): number {
  if (unit === 'hour') return startMs + amount * msPer.hour;
  // Civil time as if it were UTC: a day is a day there, whatever the clocks do.
  const midnight = Math.floor(toLocal(zone, startMs) / msPer.day) * msPer.day;
  if (unit === 'month') return endOfDay(addMonths(midnight, amount), zone);
  const days = countsFirstDay ? amount - 1 : amount;
  if (unit === 'day') return endOfDay(midnight + days * msPer.day, zone);
  return endOfDay(addBusinessDays(midnight, amount), zone);
}

/** The last millisecond of a civil day. */
function endOfDay(midnight: number, zone: string): number {
  return firstInstantFrom(zone, midnight + msPer.day) - 1;
}

function addMonths(midnight: number, months: number): number {
  const date = new Date(midnight);
  const day = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() + months);
  // 31 January and a month is the end of February.
  if (date.getUTCDate() !== day) date.setUTCDate(0);
  return date.getTime();
}

/** The day on which it begins is never one of them: it is judged during that day. */
function addBusinessDays(midnight: number, amount: number): number {
  let day = midnight;
  for (let left = amount; left > 0;) {
    day += msPer.day;
    const weekday = new Date(day).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return day;
}

const urgency: Readonly<Record<DeadlineState, number>> = {
  overdue: 0,
  running: 1,
  'no-limit': 2,
  waiting: 3,
  done: 4,
};

/** Deadlines with the most urgent first. */
export function byUrgency(a: ReckonedDeadline, b: ReckonedDeadline): number {
  return (
    urgency[a.state] - urgency[b.state] ||
    (a.dueMs ?? Number.MAX_SAFE_INTEGER) - (b.dueMs ?? Number.MAX_SAFE_INTEGER)
  );
}
