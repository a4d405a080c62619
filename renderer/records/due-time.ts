import { latestMs, toUtcText } from '#shared/domain/time/entry-time.ts';
import { parseTime } from '#shared/domain/time/parse-time.ts';
import { toLocal } from '#shared/domain/time/zone.ts';

/** `2024-03-01 14:00` on the clock of the zone; empty for no time. */
export function dueText(at: string | null | undefined, zone: string): string {
  if (at == null) return '';
  return new Date(toLocal(zone, Date.parse(at))).toISOString().slice(0, 16).replace('T', ' ');
}

/**
 * Reads when something is due: RFC 3339 with `Z`, null for an empty field, undefined for what is no time.
 * A day without a time is due when that day ends.
 */
export function readDue(text: string, nowMs: number, zone: string): string | null | undefined {
  if (text.trim() === '') return null;
  const time = parseTime(text.trim(), { nowMs, zone });
  if (!time.ok || time.value.utc === null) return undefined;
  return time.value.precision === 'day'
    ? toUtcText(Math.floor(latestMs(time.value) / 60_000) * 60_000, 'minute')
    : time.value.utc;
}
