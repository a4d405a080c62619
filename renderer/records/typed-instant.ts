import { toUtcText } from '#shared/domain/time/entry-time.ts';
import { parseTime } from '#shared/domain/time/parse-time.ts';
import { toLocal } from '#shared/domain/time/zone.ts';

/** `2024-03-01 14:00` on the clock of the zone; empty for no time. */
export function localText(at: string | null | undefined, zone: string): string {
  if (typeof at !== 'string') return '';
  return new Date(toLocal(zone, Date.parse(at))).toISOString().slice(0, 16).replace('T', ' ');
}

/** What was typed as RFC 3339 with `Z`; null for an empty field, undefined for what is no time. */
export function typedInstant(
  text: string,
  { nowMs, zone }: { readonly nowMs: number; readonly zone: string },
): string | null | undefined {
  if (text.trim() === '') return null;
  const time = parseTime(text.trim(), { nowMs, zone });
  if (!time.ok || time.value.utc === null) return undefined;
  return toUtcText(Date.parse(time.value.utc), 'second');
}
