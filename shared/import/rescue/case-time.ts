import {
  type EntryTime,
  toUtcText,
  unknownEntryTime,
  type TimePrecision,
} from '../../domain/time/entry-time.ts';
import {
  endOfGap,
  firstInstantFrom,
  formatOffset,
  isZone,
  toInstants,
  toLocalMs,
} from '../../domain/time/zone.ts';
import { offsetMs } from '../log-time.ts';
import { cutText, textOfValue } from './field-value.ts';

/** A time of a case file, and what has to be said about it. */
export type CaseTime = {
  readonly at: EntryTime;
  readonly remark?: 'time-unreadable' | 'zone-missing' | 'time-twice' | 'time-in-gap';
};

const longestText = 500;
/** 1973 to 9999 in ms: a smaller number counts something else. */
const lowestMs = 1e11;
const highestMs = 253_402_300_799_999;
const lowestYearMs = Date.UTC(1000, 0, 2);

const civilPattern =
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i;

/**
 * Reads ms since 1970 (as number or digits), ISO 8601 and `2024-01-05 9:03:00`, the hour padded or not.
 *
 * The zone is for what carries none; without it such a time is unknown, with the text that stands there.
 */
export function readCaseTime(value: unknown, zone: string | undefined): CaseTime {
  const text = cutText(textOfValue(value), longestText);
  const unknown = unknownEntryTime(zone ?? 'UTC', text);
  if (text === '') return { at: unknown };
  if (/^\d{12,15}$/.test(text)) {
    const ms = Number(text);
    const isMs = ms >= lowestMs && ms <= highestMs;
    return isMs
      ? { at: timeOf(ms, 'UTC', ms % 1_000 === 0 ? 'second' : 'millisecond', '') }
      : { at: unknown, remark: 'time-unreadable' };
  }
  const fields = civilFields(text);
  if (fields === undefined) return { at: unknown, remark: 'time-unreadable' };
  const own = fields.zone === undefined ? undefined : offsetMs(fields.zone);
  if (fields.zone !== undefined) {
    const name = own === undefined ? undefined : own === 0 ? 'UTC' : formatOffset(own);
    if (own === undefined || name === undefined || !isZone(name))
      return { at: unknown, remark: 'time-unreadable' };
    return inRange(fields.localMs - own, name, fields.precision, text, unknown);
  }
  if (zone === undefined) return { at: unknown, remark: 'zone-missing' };
  if (fields.precision === 'day')
    return inRange(firstInstantFrom(zone, fields.localMs), zone, 'day', text, unknown);
  const instants = toInstants(zone, fields.localMs);
  const [first = endOfGap(zone, fields.localMs)] = instants;
  const read = inRange(first, zone, fields.precision, text, unknown);
  if (read.remark !== undefined || instants.length === 1) return read;
  return { ...read, remark: instants.length === 0 ? 'time-in-gap' : 'time-twice' };
}

function civilFields(text: string):
  | {
      readonly localMs: number;
      readonly precision: Exclude<TimePrecision, 'unknown'>;
      readonly zone: string | undefined;
    }
  | undefined {
  const match = civilPattern.exec(text);
  if (match === null) return undefined;
  const [, year, month, day, hour, minute, second, fraction, zone] = match;
  const ms = Number((fraction ?? '').slice(0, 3).padEnd(3, '0'));
  const localMs = toLocalMs(
    Number(year),
    Number(month),
    Number(day),
    Number(hour ?? 0),
    Number(minute ?? 0),
    Number(second ?? 0),
    ms,
  );
  if (localMs === undefined) return undefined;
  const fine = second === undefined ? 'minute' : ms === 0 ? 'second' : 'millisecond';
  return { localMs, precision: hour === undefined ? 'day' : fine, zone };
}

/** A zone may carry a time of the first or last day out of the years that have four digits. */
function inRange(
  ms: number,
  zone: string,
  precision: Exclude<TimePrecision, 'unknown'>,
  text: string,
  unknown: EntryTime,
): CaseTime {
  return ms < lowestYearMs || ms > highestMs
    ? { at: unknown, remark: 'time-unreadable' }
    : { at: timeOf(ms, zone, precision, text) };
}

function timeOf(ms: number, zone: string, precision: TimePrecision, text: string): EntryTime {
  return {
    utc: toUtcText(ms, precision),
    text,
    zone,
    precision,
    plusMinusMs: 0,
    untilUtc: null,
    relation: 'at',
  };
}
