import { fieldText, isObject, isTooDeep, type JsonObject } from './json-fields.ts';
import type { Detection, FileHead, FileLayout, LogRecord, RecordReader } from './log-reader.ts';
import { type LogRow, type ReadOutcome, skipped } from './log-row.ts';

/** What the records of one format of JSON are, and what becomes of each. */
export type JsonFormat = {
  /** Names of members that hold an array of records: `Records`, `value`. */
  readonly wrappers: readonly string[];
  isRecord(value: JsonObject): boolean;
};

function wrapped(value: unknown, wrappers: readonly string[]): readonly unknown[] | undefined {
  if (!isObject(value)) return undefined;
  for (const name of wrappers) {
    const within = Object.hasOwn(value, name) ? value[name] : undefined;
    if (Array.isArray(within)) return within;
  }
  return undefined;
}

/** The records of the head, out of their wrappers. */
function headRecords(head: FileHead, format: JsonFormat): readonly JsonObject[] {
  const values = (head.json?.values ?? []).filter((value) => !isTooDeep(value));
  return values
    .flatMap((value) => wrapped(value, format.wrappers) ?? (Array.isArray(value) ? value : [value]))
    .filter(isObject);
}

/** The records of the head that are of the format, when at least half are; with the layout that holds them. */
export function ownRecords(
  head: FileHead,
  format: JsonFormat,
): { readonly records: readonly JsonObject[]; readonly layout: FileLayout } | undefined {
  if (head.json === undefined) return undefined;
  const all = headRecords(head, format);
  const records = all.filter((value) => format.isRecord(value));
  if (records.length === 0 || records.length < all.length / 2) return undefined;
  return { records, layout: head.json.layout };
}

/** A detection that asks nothing. */
export function settled(score: number, layout: FileLayout): Detection {
  return { score, layout, questions: [], notes: [] };
}

/**
 * Reads JSON records one by one, each element of a wrapper too. What is nested too deeply is no record.
 *
 * `read` gives undefined for an object that is no record of the format.
 */
export function jsonReader(
  wrappers: readonly string[],
  read: (value: JsonObject) => readonly LogRow[] | undefined,
): RecordReader {
  const readOwn = (value: unknown): readonly LogRow[] | undefined => {
    const rows = isObject(value) ? read(value) : undefined;
    // A row is never empty, even where every field is.
    return rows?.map((row) => (row.text === '' ? { ...row, text: fieldText(value) } : row));
  };
  const readOne = (value: unknown): readonly LogRow[] => {
    const own = readOwn(value);
    if (own !== undefined) return own;
    // Within a wrapper it cannot be counted as skipped, and it must not vanish.
    const text = fieldText(value);
    return text === '' ? [] : [{ time: undefined, timeText: '', host: '', kind: '', text }];
  };
  return (record: LogRecord): ReadOutcome => {
    if (record.shape !== 'json') return skipped('other-format');
    const { value } = record;
    if (isTooDeep(value)) return skipped('broken-json');
    const elements = wrapped(value, wrappers) ?? (Array.isArray(value) ? value : undefined);
    if (elements === undefined) {
      const own = readOwn(value);
      return own === undefined ? skipped('other-format') : { kind: 'rows', rows: own };
    }
    const rows = elements.flatMap(readOne);
    return rows.length === 0 ? skipped('no-event') : { kind: 'rows', rows };
  };
}
