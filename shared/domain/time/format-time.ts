import { entryZone, type EntryTime, type TimePrecision } from './entry-time.ts';
import { zoneLabel } from './zone-label.ts';
import { formatOffset, localFields, offsetAt, type LocalFields } from './zone.ts';

export type TimeLocale = 'en' | 'ja';

export type TimeFormat = {
  /** Zone in which instants are shown. Days and months stay in the zone in which they were meant. */
  readonly zone: string;
  readonly locale: TimeLocale;
  /**
   * `row` stands under the heading of its day and does not repeat it; `short` has the date but names no
   * zone; `full` stands alone.
   */
  readonly style: 'row' | 'short' | 'full';
};

type KnownPrecision = Exclude<TimePrecision, 'unknown'>;

/** Words that times are written with; sentences around them belong to the messages. */
const words = {
  en: {
    unknown: 'time unknown',
    thatDay: 'that day',
    about: '~',
    before: (time: string) => `before ${time}`,
    after: (time: string) => `after ${time}`,
    to: '–',
    until: (day: string) => `to ${day}`,
    units: { d: ' d', h: ' h', min: ' min', s: ' s', ms: ' ms' },
    hour: (hour: string) => `${hour}h`,
    weekdays: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
  },
  ja: {
    unknown: '時刻不明',
    thatDay: 'この日',
    about: '約',
    before: (time: string) => `${time}より前`,
    after: (time: string) => `${time}より後`,
    to: '〜',
    until: (day: string) => `〜${day}`,
    units: { d: '日', h: '時間', min: '分', s: '秒', ms: 'ミリ秒' },
    hour: (hour: string) => `${hour}時`,
    weekdays: ['日', '月', '火', '水', '木', '金', '土'],
  },
} as const;

const unitSizes = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1_000],
  ['ms', 1],
] as const;

function pad(value: number, length = 2): string {
  return String(value).padStart(length, '0');
}

function dateText({ year, month, day }: LocalFields): string {
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
}

function clockText(fields: LocalFields, precision: KnownPrecision, locale: TimeLocale): string {
  const hour = pad(fields.hour);
  if (precision === 'hour') return words[locale].hour(hour);
  const minute = `${hour}:${pad(fields.minute)}`;
  if (precision === 'minute') return minute;
  const second = `${minute}:${pad(fields.second)}`;
  return precision === 'millisecond' ? `${second}.${pad(fields.millisecond, 3)}` : second;
}

/** Writes a length of time in its largest whole units: `20 min`, `1 h 30 min`, `1時間30分`. */
export function formatDuration(ms: number, locale: TimeLocale): string {
  const parts: string[] = [];
  let rest = ms;
  for (const [unit, size] of unitSizes) {
    const count = Math.floor(rest / size);
    if (count > 0) parts.push(`${count}${words[locale].units[unit]}`);
    rest -= count * size;
  }
  if (parts.length === 0) parts.push(`0${words[locale].units.s}`);
  return parts.join(locale === 'en' ? ' ' : '');
}

/** `JST (UTC+09:00)`; `UTC` and a bare offset say it once. */
export function formatZone(zone: string, ms: number): string {
  const offset = formatOffset(offsetAt(zone, ms));
  const label = zoneLabel(zone, ms);
  return label === 'UTC' || label === `UTC${offset}` ? label : `${label} (UTC${offset})`;
}

function pointText(
  ms: number,
  precision: KnownPrecision,
  zone: string,
  locale: TimeLocale,
  written: 'clock' | 'month-day' | 'date',
): string {
  const fields = localFields(zone, ms);
  const date = written === 'month-day' ? dateText(fields).slice(5) : dateText(fields);
  if (precision === 'month') return dateText(fields).slice(0, 7);
  if (precision === 'day') return date;
  const clock = clockText(fields, precision, locale);
  return written === 'clock' ? clock : `${date} ${clock}`;
}

/**
 * Writes when something happened, never more finely than it is known.
 *
 * A day or month is written in its own zone: another zone's calendar would move it. Where that zone is not
 * the one shown, its name follows.
 */
export function formatEntryTime(time: EntryTime, { zone, locale, style }: TimeFormat): string {
  const { unknown, thatDay, about, before, after } = words[locale];
  if (time.utc === null || time.precision === 'unknown') return unknown;
  const isLong = isLongPrecision(time.precision);
  const shownZone = isLong ? entryZone(time) : zone;
  const startMs = Date.parse(time.utc);
  const endMs = time.untilUtc === null ? startMs : Date.parse(time.untilUtc);
  const isStrange = isLong && offsetAt(shownZone, startMs) !== offsetAt(zone, startMs);
  const isPlainDay =
    time.precision === 'day' && !isStrange && time.plusMinusMs === 0 && time.relation === 'at';
  if (style === 'row' && isPlainDay) {
    const isOneDay = dayKey(startMs, shownZone) === dayKey(endMs, shownZone);
    return isOneDay
      ? thatDay
      : words[locale].until(laterText(startMs, endMs, 'day', shownZone, locale));
  }
  const span = spanText(startMs, endMs, time.precision, shownZone, locale, style);
  const width = time.plusMinusMs === 0 ? '' : ` ±${formatDuration(time.plusMinusMs, locale)}`;
  const withWidth = width === '' ? span : `${about}${span}${width}`;
  // Asked only when it is printed: finding a zone's name costs more than the rest of the row.
  const zoneText = () =>
    style === 'full' ? formatZone(shownZone, endMs) : zoneLabel(shownZone, endMs);
  const whole = style === 'full' || isStrange ? `${withWidth} ${zoneText()}` : withWidth;
  if (time.relation === 'at') return whole;
  return time.relation === 'before' ? before(whole) : after(whole);
}

function isLongPrecision(precision: TimePrecision): boolean {
  return precision === 'day' || precision === 'month';
}

/** The end of a span that begins under a day's heading: the year is said again only where it is another. */
function laterText(
  startMs: number,
  endMs: number,
  precision: KnownPrecision,
  zone: string,
  locale: TimeLocale,
): string {
  const sameYear = localFields(zone, startMs).year === localFields(zone, endMs).year;
  return pointText(endMs, precision, zone, locale, sameYear ? 'month-day' : 'date');
}

function spanText(
  startMs: number,
  endMs: number,
  precision: KnownPrecision,
  zone: string,
  locale: TimeLocale,
  style: TimeFormat['style'],
): string {
  const isFull = style === 'full';
  const first = pointText(startMs, precision, zone, locale, style === 'row' ? 'clock' : 'date');
  const { to } = words[locale];
  const isOneDay = dayKey(startMs, zone) === dayKey(endMs, zone);
  const isUnderHeading = style === 'row' && !isLongPrecision(precision);
  const last =
    isUnderHeading && !isOneDay
      ? laterText(startMs, endMs, precision, zone, locale)
      : pointText(endMs, precision, zone, locale, isOneDay ? 'clock' : 'date');
  if (startMs === endMs || (isOneDay && isLongPrecision(precision))) return first;
  if (!isOneDay) {
    // Clocks may have changed in between: then each end says its own offset.
    const changed = isFull && offsetAt(zone, startMs) !== offsetAt(zone, endMs);
    const firstZone = changed ? ` ${formatZone(zone, startMs)}` : '';
    return `${first}${firstZone} ${to} ${last}`;
  }
  return first === last ? first : `${first}${to}${last}`;
}

/** Writes an instant: `02:10:31` in a row, `2021-10-31 02:10:31 JST (UTC+09:00)` alone. */
export function formatInstant(
  ms: number,
  { zone, locale, style }: TimeFormat,
  precision: KnownPrecision = 'second',
): string {
  const text = pointText(ms, precision, zone, locale, style === 'row' ? 'clock' : 'date');
  return style === 'full' ? `${text} ${formatZone(zone, ms)}` : text;
}

/** The day of an instant in a zone, `2021-10-31`: sorts, groups, and never depends on a language. */
export function dayKey(ms: number, zone: string): string {
  return dateText(localFields(zone, ms));
}

/** Heading of a day: `2021-10-31 Sun`, `2021年10月31日（日）`. */
export function formatDay(ms: number, zone: string, locale: TimeLocale): string {
  const fields = localFields(zone, ms);
  const weekday = words[locale].weekdays[fields.weekday] ?? '';
  if (locale === 'en') return `${dateText(fields)} ${weekday}`;
  return `${fields.year}年${fields.month}月${fields.day}日（${weekday}）`;
}
