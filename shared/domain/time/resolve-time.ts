import { err, ok, type Result } from '../../lib/result.ts';
import {
  timePrecisions,
  toUtcText,
  unitAround,
  unknownEntryTime,
  type EntryTime,
  type TimePrecision,
} from './entry-time.ts';
import { clockError, clockMs, completeDate, outOfRange } from './civil-time.ts';
import { gapError, pickInstant } from './pick-instant.ts';
import type { TextSpan, TimeError } from './time-error.ts';
import type { Moment, TimePhrase } from './time-phrase.ts';
import { firstInstantFrom, msPer, splitLocalMs, toLocal } from './zone.ts';

/** What a time without a date, or without a zone, is read against. */
export type TimeContext = {
  /** The clock, ms since the epoch. */
  readonly nowMs: number;
  /** The notebook's zone. */
  readonly zone: string;
};

type KnownPrecision = Exclude<TimePrecision, 'unknown'>;

type LocalMoment = Extract<Moment, { kind: 'local' }>;

type Point = { readonly ms: number; readonly precision: KnownPrecision; readonly zone: string };

/**
 * Half widths in ms that "about" stands for when no ± was typed.
 *
 * Wide enough that "around half past six" in a witness's mouth is not drawn as a minute; the width is shown,
 * so the writer can put a better one.
 */
export const aboutWidthMs: Readonly<Record<KnownPrecision, number>> = {
  millisecond: 30 * msPer.second,
  second: 30 * msPer.second,
  minute: 15 * msPer.minute,
  hour: 30 * msPer.minute,
  day: msPer.day,
  month: 15 * msPer.day,
};

/** A clock time further ahead of now than this, and without a date, was yesterday's. */
const furthestAheadMs = 12 * msPer.hour;
/** Turns a scanned phrase into the time that an operation carries. `text` is the phrase as typed. */
export function resolveTime(
  phrase: TimePhrase,
  text: string,
  context: TimeContext,
): Result<EntryTime, TimeError> {
  if (phrase.kind === 'unknown') return ok(unknownEntryTime(context.zone, text));
  const { start, end, relation } = phrase;
  if (phrase.width === 'missing-unit') {
    return err({ kind: 'width-without-unit', ...(phrase.widthSpan ?? { start, end }) });
  }
  if (phrase.until && relation !== 'at') return err({ kind: 'open-interval', start, end });

  // A zone at one end of an interval holds for the other end too.
  const fromZone = typedZone(phrase.from);
  const untilZone = phrase.until && typedZone(phrase.until);
  const from = resolveMoment(phrase.from, context, fromZone ?? untilZone ?? context.zone);
  if (!from.ok) return from;
  const until =
    phrase.until &&
    resolveUntil(phrase.until, from.value, context, untilZone ?? fromZone ?? context.zone);
  if (until && !until.ok) return until;

  const last = until?.value;
  if (!isWritable(from.value.ms) || (last && !isWritable(last.ms))) {
    return outOfRange('year', { start, end });
  }
  const precision = coarser(from.value.precision, last?.precision);
  const plusMinusMs = phrase.width ?? (phrase.isApproximate ? aboutWidthMs[precision] : 0);
  return ok({
    utc: toUtcText(from.value.ms, precision),
    text,
    zone: from.value.zone,
    precision,
    plusMinusMs,
    untilUtc: last ? toUtcText(last.ms, precision) : null,
    relation,
  });
}

function isWritable(ms: number): boolean {
  const year = new Date(ms).getUTCFullYear();
  return year >= 1000 && year <= 9999;
}

function coarser(a: KnownPrecision, b: KnownPrecision | undefined): KnownPrecision {
  return b && timePrecisions.indexOf(b) > timePrecisions.indexOf(a) ? b : a;
}

function typedZone(moment: Moment): string | undefined {
  return moment.kind === 'local' && moment.zone?.kind === 'zone' ? moment.zone.zone : undefined;
}

function resolveMoment(
  moment: Moment,
  context: TimeContext,
  zone: string,
): Result<Point, TimeError> {
  if (moment.kind === 'now') {
    return ok({ ms: unitAround(context.nowMs, 'second', zone).start, precision: 'second', zone });
  }
  if (moment.kind === 'ago') return resolveAgo(moment, context, zone);
  const wrong = partError(moment);
  if (wrong) return wrong;
  const { clock, date } = moment;
  const nowLocalMs = toLocal(zone, context.nowMs);
  const now = splitLocalMs(nowLocalMs);
  if (date) {
    const midnight = completeDate(date, now);
    return midnight.ok ? resolveLocal(moment, midnight.value, zone) : midnight;
  }
  const today = Date.UTC(now.year, now.month - 1, now.day);
  const isFarAhead = clock !== undefined && today + clockMs(clock) - nowLocalMs > furthestAheadMs;
  return resolveLocal(moment, isFarAhead ? today - msPer.day : today, zone);
}

function partError({
  zone,
  clock,
}: LocalMoment): { readonly ok: false; readonly error: TimeError } | undefined {
  if (zone?.kind === 'interval-or-offset') {
    return err({ kind: 'interval-or-offset', start: zone.start, end: zone.end });
  }
  if (zone?.kind === 'unclear') {
    const { word, offsets, start, end } = zone;
    return err({ kind: 'zone-unclear', word, offsets, start, end });
  }
  return clock && clockError(clock);
}

function resolveAgo(
  moment: Extract<Moment, { kind: 'ago' }>,
  context: TimeContext,
  zone: string,
): Result<Point, TimeError> {
  const ms = context.nowMs - moment.ms;
  if (!isWritable(ms) || !isWritable(ms - msPer.day)) return outOfRange('year', moment);
  const { precision } = moment;
  return ok({ ms: unitAround(ms, precision, zone).start, precision, zone });
}

/**
 * The end of an interval takes the day of its beginning when it has none: over midnight when that makes it
 * shorter than half a day, else the order is wrong.
 */
function resolveUntil(
  moment: Moment,
  from: Point,
  context: TimeContext,
  zone: string,
): Result<Point, TimeError> {
  const point =
    moment.kind === 'local'
      ? resolveLocalUntil(moment, from, context, zone)
      : resolveMoment(moment, context, zone);
  return point.ok ? endAfter(point.value, from, moment) : point;
}

function resolveLocalUntil(
  moment: LocalMoment,
  from: Point,
  context: TimeContext,
  zone: string,
): Result<Point, TimeError> {
  const wrong = partError(moment);
  if (wrong) return wrong;
  const { clock, date } = moment;
  const fromLocalMs = toLocal(zone, from.ms);
  const first = splitLocalMs(fromLocalMs);
  if (date) {
    const midnight = completeDate(date, splitLocalMs(toLocal(zone, context.nowMs)), first);
    return midnight.ok ? resolveLocal(moment, midnight.value, zone) : midnight;
  }
  const day = Date.UTC(first.year, first.month - 1, first.day);
  const lengthMs = (clock ? day + clockMs(clock) : day) - fromLocalMs;
  const isOverMidnight = lengthMs < 0 && lengthMs + msPer.day <= furthestAheadMs;
  return resolveLocal(moment, isOverMidnight ? day + msPer.day : day, zone);
}

function endAfter(until: Point, from: Point, span: TextSpan): Result<Point, TimeError> {
  if (until.ms >= from.ms) return ok(until);
  // "from 09:26 on the 20th until the 20th": the day still holds the beginning.
  const { end } = unitAround(until.ms, until.precision, until.zone);
  if (end > from.ms) return ok({ ...until, ms: from.ms });
  return err({ kind: 'until-before-start', start: span.start, end: span.end });
}

function resolveLocal(
  moment: LocalMoment,
  midnightMs: number,
  zone: string,
): Result<Point, TimeError> {
  const { clock, date } = moment;
  const offsetMs = moment.zone?.kind === 'zone' ? moment.zone.offsetMs : undefined;
  if (clock) {
    const picked = pickInstant(zone, midnightMs + clockMs(clock), offsetMs, moment);
    return picked.ok ? ok({ ms: picked.value, precision: clock.precision, zone }) : picked;
  }
  const precision = date?.kind === 'month' ? 'month' : 'day';
  const ms = firstInstantFrom(zone, midnightMs);
  // A zone that jumped over the date line has no such day at all.
  if (precision === 'day' && toLocal(zone, ms) - midnightMs >= msPer.day) {
    return err(gapError(zone, midnightMs, moment));
  }
  return ok({ ms, precision, zone });
}
