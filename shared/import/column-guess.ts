import { columnNames } from './column-names.ts';
import { epochTime } from './log-time.ts';
import type { ColumnMapping, Question } from './log-reader.ts';
import { openQuestions, parseCivilText } from './table-time.ts';

/** A column of an unknown table with some of its values. */
export type SampledColumn = { readonly name: string; readonly values: readonly string[] };

/** What a table's columns seem to be, and what a person has to say about it. */
export type ColumnGuess = {
  readonly mapping: ColumnMapping;
  readonly questions: readonly Question[];
  /** Zone that the time column's name says (`日時(JST)`, `timestamp_utc`). */
  readonly provenZone: string | undefined;
  /** True when names and contents agree on the time column. */
  readonly isSure: boolean;
};

function fold(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-()/]/g, '')
    .replace(/(?<=.)(?:utc|gmt|jst)$/, '');
}

/** Place of a column's name in one of the lists; names of JSON paths are tried by their last part too. */
function rank(list: readonly string[], name: string): number {
  const whole = list.indexOf(name.trim().toLowerCase());
  if (whole !== -1) return whole;
  const folded = list.indexOf(fold(name));
  if (folded !== -1) return folded;
  const last = name.includes('.') ? list.indexOf(fold(name.slice(name.lastIndexOf('.') + 1))) : -1;
  return last === -1 ? Number.POSITIVE_INFINITY : last + list.length;
}

function bestByName(
  list: readonly string[],
  columns: readonly SampledColumn[],
): SampledColumn | undefined {
  const [best] = columns
    .map((column) => ({ column, place: rank(list, column.name) }))
    .filter(({ place }) => Number.isFinite(place))
    .toSorted((a, b) => a.place - b.place);
  return best?.column;
}

type Epoch = NonNullable<ColumnMapping['epoch']>;

/** What a number counts, by its size: seconds, ms, µs and ns between 1990 and 2100, FILETIME between 1970 and 2100. */
function epochUnit(value: string): Epoch | undefined {
  if (!/^\d{9,19}(?:\.\d{1,9})?$/.test(value)) return undefined;
  const size = Number(value);
  const isSince1990 = (seconds: number) => seconds > 631e6 && seconds < 4.1e9;
  if (isSince1990(size)) return 's';
  if (isSince1990(size / 1e3)) return 'ms';
  if (isSince1990(size / 1e6)) return 'us';
  // 1.16 to 1.57 times 10^17: as nanoseconds that would be before 1975.
  if (size > 116_444_736e9 && size < 157_469_000e9) return 'filetime';
  return isSince1990(size / 1e9) ? 'ns' : undefined;
}

type TimeContent = {
  readonly column: SampledColumn;
  readonly epoch: Epoch | undefined;
  readonly dateOnly: boolean;
  readonly share: number;
  readonly place: number;
};

const clockOnly =
  /^(?:午前|午後|上午|下午|오전|오후)?\s?\d{1,2}[:時]\d{2}(?:[:分]\d{2}秒?(?:[.,]\d+)?|分)?(?:\s?[AaPp][Mm])?(?:\s?(?:Z|[+-]\d{2}:?\d{2}))?$/;

function timeContent(column: SampledColumn): TimeContent | undefined {
  const values = column.values.map((value) => value.trim()).filter((value) => value !== '');
  if (values.length === 0) return undefined;
  const civil = values.map(parseCivilText).filter((text) => text !== undefined);
  const units = values.map(epochUnit).filter((unit) => unit !== undefined);
  const place = rank(columnNames.time, column.name);
  const isEpoch = units.length > civil.length;
  const [unit] = units;
  // Eight bare digits may be a date or any number: only a name makes them one.
  const isDoubtful = civil.length > 0 && values.every((value) => /^\d+$/.test(value));
  if ((isEpoch || isDoubtful) && !Number.isFinite(place)) return undefined;
  const epoch = isEpoch && units.every((other) => other === unit) ? unit : undefined;
  if (isEpoch && epoch === undefined) return undefined;
  return {
    column,
    epoch,
    dateOnly: !isEpoch && civil.every((text) => !text.hasClock),
    share: (isEpoch ? units.length : civil.length) / values.length,
    place,
  };
}

/** Guesses what the columns of a table mean; undefined when none of them holds times. */
export function guessColumns(columns: readonly SampledColumn[]): ColumnGuess | undefined {
  const times = columns
    .map(timeContent)
    .filter((content) => content !== undefined)
    .filter(({ share }) => share >= 0.6)
    .toSorted((a, b) => Number(a.dateOnly) - Number(b.dateOnly) || a.place - b.place);
  const [time] = times;
  if (time === undefined) return undefined;
  const clocks = columns.filter(
    ({ values, name }) =>
      name !== time.column.name &&
      values.some((value) => value.trim() !== '') &&
      values.every((value) => value.trim() === '' || clockOnly.test(value.trim())),
  );
  const timeOfDay = time.dateOnly
    ? (bestByName(columnNames.timeOfDay, clocks) ?? clocks[0])
    : undefined;
  const rivals = times.filter(
    ({ place, dateOnly }) => place === time.place && dateOnly === time.dateOnly,
  );
  const isNamed = Number.isFinite(time.place) && rivals.length === 1;
  const isSure = isNamed || (times.length === 1 && time.share >= 0.8);
  const others = columns.filter(
    ({ name }) => name !== time.column.name && name !== timeOfDay?.name,
  );
  const host = bestByName(columnNames.host, others);
  const kind = bestByName(
    columnNames.kind,
    others.filter((column) => column !== host),
  );
  const message = bestByName(
    columnNames.text,
    others.filter((column) => column !== host && column !== kind),
  );
  const text =
    message === undefined
      ? others.filter((column) => column !== host && column !== kind)
      : [message];
  const open =
    time.epoch === undefined
      ? openQuestions(joinTimes(time.column, timeOfDay))
      : { needsZone: false, needsOrder: false };
  const provenZone = open.needsZone ? zoneInName(time.column.name) : undefined;
  return {
    isSure,
    provenZone,
    mapping: {
      time: time.column.name,
      ...(timeOfDay === undefined ? {} : { timeOfDay: timeOfDay.name }),
      ...(time.epoch === undefined ? {} : { epoch: time.epoch }),
      text: text.map(({ name }) => name),
      ...(host === undefined ? {} : { host: host.name }),
      ...(kind === undefined ? {} : { kind: kind.name }),
    },
    questions: [
      ...(isSure ? [] : (['columns'] as const)),
      ...(open.needsZone && provenZone === undefined ? (['zone'] as const) : []),
      ...(open.needsOrder ? (['day-or-month-first'] as const) : []),
    ],
  };
}

/** The zone that a column's name says; only names that mean one offset. */
export function zoneInName(name: string): string | undefined {
  const word =
    /(?:^|[^a-z])(utc|gmt|jst)(?![a-z])/i.exec(name)?.[1] ?? /[a-z](UTC|GMT|JST)$/.exec(name)?.[1];
  if (word === undefined) return /^Utc[A-Z]/.test(name) ? 'UTC' : undefined;
  return word.toLowerCase() === 'jst' ? '+09:00' : 'UTC';
}

/** What the numbers of a column count, when all of them count the same. */
export function epochOf(values: readonly string[]): ColumnMapping['epoch'] {
  const units = new Set(
    values.filter((value) => value.trim() !== '').map((v) => epochUnit(v.trim())),
  );
  const [unit] = units;
  return units.size === 1 ? unit : undefined;
}

function joinTimes(date: SampledColumn, clock: SampledColumn | undefined): readonly string[] {
  return date.values.map((value, at) => `${value} ${clock?.values[at] ?? ''}`.trim());
}

/** True for a value that could stand for a time by itself: a table's header has none. */
export function looksLikeTime(value: string): boolean {
  const text = value.trim();
  const unit = epochUnit(text);
  return (
    parseCivilText(text)?.hasClock === true ||
    (unit !== undefined && epochTime(text, unit) !== undefined)
  );
}
