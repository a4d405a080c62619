import type { EntryTime, TimePrecision } from './entry-time.ts';
import { entryZone, unitAround } from './entry-time.ts';
import { formatOffset, msPer, offsetAt, toInstants, toLocal } from './zone.ts';

const units = [
  ['d', msPer.day],
  ['h', msPer.hour],
  ['m', msPer.minute],
  ['s', msPer.second],
  ['ms', 1],
] as const;

const coarseFirst = ['month', 'day', 'hour', 'minute', 'second'] as const;

/** How many characters of `2021-10-31T02:10:31.250` a precision shows. */
const shownLength = {
  month: 7,
  day: 10,
  hour: 13,
  minute: 16,
  second: 19,
  millisecond: 23,
} as const;

function writeWidth(ms: number): string {
  let text = '';
  let rest = ms;
  for (const [unit, size] of units) {
    const count = Math.floor(rest / size);
    if (count > 0) text += `${count}${unit}`;
    rest -= count * size;
  }
  return text;
}

/** The coarsest way to write an instant that loses nothing, not coarser than the precision. */
function writtenPrecision(
  ms: number,
  precision: Exclude<TimePrecision, 'unknown'>,
  zone: string,
): Exclude<TimePrecision, 'unknown'> {
  if (precision === 'millisecond') return precision;
  const fromHere = coarseFirst.slice(coarseFirst.indexOf(precision));
  return fromHere.find((unit) => unitAround(ms, unit, zone).start === ms) ?? 'millisecond';
}

function writePoint(ms: number, time: EntryTime, zone: string, contextZone: string): string {
  const precision =
    time.precision === 'unknown' ? 'second' : writtenPrecision(ms, time.precision, zone);
  const localMs = toLocal(zone, ms);
  const local = new Date(localMs).toISOString().slice(0, shownLength[precision]);
  if (precision === 'month' || precision === 'day') {
    return zone === contextZone ? local : `${local}[${zone}]`;
  }
  const isOnce = toInstants(zone, localMs).length === 1;
  if (zone === contextZone && isOnce) {
    return precision === 'hour' ? local : local.replace('T', ' ');
  }
  if (zone === 'UTC') return `${local}Z`;
  if (!/^[A-Za-z]/.test(zone)) return `${local}${zone}`;
  return isOnce ? `${local}[${zone}]` : `${local}${formatOffset(offsetAt(zone, ms))}[${zone}]`;
}

/**
 * Writes a time so that it reads back the same whenever and wherever that is done, `text` aside.
 *
 * Absolute, and with its zone unless that is `contextZone`, in which the line will be read.
 */
export function writeEntryTime(time: EntryTime, contextZone: string): string {
  if (time.utc === null) return '--:--';
  const zone = entryZone(time);
  const from = writePoint(Date.parse(time.utc), time, zone, contextZone);
  const until =
    time.untilUtc === null
      ? ''
      : `..${writePoint(Date.parse(time.untilUtc), time, zone, contextZone)}`;
  const sign = { at: '', before: '<', after: '>' }[time.relation];
  const width = time.plusMinusMs === 0 ? '' : `±${writeWidth(time.plusMinusMs)}`;
  return `${sign}${width === '' ? '' : '~'}${from}${until}${width}`;
}
