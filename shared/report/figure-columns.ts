import { entryZone, type EntryTime } from '../domain/time/entry-time.ts';
import { msPer, splitLocalMs, toLocal } from '../domain/time/zone.ts';
import type { Language } from '../i18n/messages.ts';
import type { ReportEntry } from './report-model.ts';

const grains = ['hour', 'day', 'month', 'year'] as const;
type Grain = (typeof grains)[number];

/** A stretch of time that holds entries; `upper` is printed where it changes. */
export type FigureColumn = {
  readonly key: number;
  readonly label: string;
  readonly upper: string;
  /** Time without entries lies between this column and the one before. */
  readonly afterGap: boolean;
};

export type FigureColumns = {
  readonly columns: readonly FigureColumn[];
  /** Position of an entry's column; undefined when its time is not known that finely. */
  readonly columnOf: (entry: ReportEntry) => number | undefined;
};

const mostColumns = 14;

/**
 * Divides time into few columns, the finest grain that fits, and leaves out time without entries:
 * an incident of three days with a settlement three years later stays legible.
 */
export function divideTime(
  entries: readonly ReportEntry[],
  zone: string,
  language: Language,
): FigureColumns {
  const divided = grains.map((grain) => {
    const keys = new Set<number>();
    let placed = 0;
    for (const entry of entries) {
      const key = keyOf(entry.content.at, grain, zone);
      if (key === undefined) continue;
      keys.add(key);
      placed += 1;
    }
    return { grain, keys, placed };
  });
  const fits = divided.find(
    ({ keys, placed }) => keys.size <= mostColumns && placed * 2 >= entries.length && placed > 0,
  );
  const { grain, keys } = fits ?? { grain: 'year' as const, keys: divided.at(-1)?.keys ?? [] };
  const sorted = [...keys].toSorted((a, b) => a - b);
  const positions = new Map(sorted.map((key, position) => [key, position]));
  return {
    columns: sorted.map((key, position) => ({
      key,
      ...labelOf(key, grain, language),
      afterGap: position > 0 && key - (sorted[position - 1] ?? key) > 1,
    })),
    columnOf: (entry) => {
      const key = keyOf(entry.content.at, grain, zone);
      return key === undefined ? undefined : positions.get(key);
    },
  };
}

/** Number of the hour, day, month or year on the calendar of the zone; neighbours differ by one. */
function keyOf(time: EntryTime, grain: Grain, zone: string): number | undefined {
  if (time.utc === null) return undefined;
  const isDay = time.precision === 'day';
  const isMonth = time.precision === 'month';
  if ((isDay && grain === 'hour') || (isMonth && (grain === 'hour' || grain === 'day')))
    return undefined;
  const localMs = toLocal(isDay || isMonth ? entryZone(time) : zone, Date.parse(time.utc));
  const { year, month } = splitLocalMs(localMs);
  switch (grain) {
    case 'hour':
      return Math.floor(localMs / msPer.hour);
    case 'day':
      return Math.floor(localMs / msPer.day);
    case 'month':
      return year * 12 + month - 1;
    case 'year':
      return year;
  }
}

function labelOf(
  key: number,
  grain: Grain,
  language: Language,
): { readonly label: string; readonly upper: string } {
  if (grain === 'year') return { label: String(key), upper: '' };
  if (grain === 'month')
    return { label: twoDigits((key % 12) + 1), upper: String(Math.floor(key / 12)) };
  const { year, month, day, hour } = splitLocalMs(key * msPer[grain]);
  const date = language === 'ja' ? `${month}/${day}` : `${twoDigits(month)}-${twoDigits(day)}`;
  if (grain === 'day') return { label: date, upper: String(year) };
  return { label: `${twoDigits(hour)}:00`, upper: date };
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
