import type { ZoneClock } from './log-time.ts';
import type { ReadOutcome } from './log-row.ts';

/**
 * How a file is cut into records before a reader sees them.
 *
 * `cells` is CSV as in RFC 4180 with any delimiter: quotes may hold delimiters and line breaks. `json` takes
 * the values one after another, whether a line each or concatenated (`values`), the elements of an array
 * (`elements`, of the top level or of the member `within`), or the members of one object (`members`).
 * `xml` takes every element of that name, whatever stands around it. `journal` is systemd's export format:
 * entries end with a blank line, and their fields come as cells, name and value by turns.
 */
export type FileLayout =
  | { readonly shape: 'line' }
  | { readonly shape: 'cells'; readonly delimiter: string }
  | {
      readonly shape: 'json';
      readonly cut: 'values' | 'elements' | 'members';
      readonly within?: string;
    }
  | { readonly shape: 'xml'; readonly element: string }
  | { readonly shape: 'journal' };

/** One record as its layout gives it. Text is decoded and otherwise untouched; a line has no line break. */
export type LogRecord =
  | { readonly shape: 'line'; readonly text: string }
  | { readonly shape: 'cells'; readonly cells: readonly string[] }
  | { readonly shape: 'json'; readonly value: unknown }
  | { readonly shape: 'xml'; readonly text: string };

/** The beginning of a file (256 KiB), cut in every way that a reader may ask for. */
export type FileHead = {
  /** File name without folders: a hint, never a proof. */
  readonly name: string;
  readonly text: string;
  /** Whole lines, at most 200, without their breaks. */
  readonly lines: readonly string[];
  /** Whole CSV records, at most 200, cut at this delimiter. */
  cells(delimiter: string): readonly (readonly string[])[];
  /** Whole JSON values, at most 200, and how they were found; undefined when the file does not begin as JSON. */
  readonly json:
    | {
        readonly layout: Extract<FileLayout, { shape: 'json' }>;
        readonly values: readonly unknown[];
      }
    | undefined;
};

/** What a file leaves out and a person has to say before it can be read. */
export type Question = 'zone' | 'year' | 'columns' | 'day-or-month-first';

/** Something odd that the preview shows and the result repeats. */
export const readingNotes = [
  /** The clock has twelve hours and no AM or PM. */
  'twelve-hour-clock',
  /** Two time columns contradict each other; the row's text says which was taken. */
  'contradicting-times',
  /** The zone was proven by times in the file that carry one. */
  'zone-proven',
  /** Several zones in one file; each row is read in its own. */
  'several-zones',
  /** A workbook has several sheets with something on them; the one with the most rows was read. */
  'largest-sheet',
] as const;
export type ReadingNote = (typeof readingNotes)[number];

export type Detection = {
  /** 0 to 100: 90 and more when only this format looks like that, 50 for a likely guess. */
  readonly score: number;
  readonly layout: FileLayout;
  readonly questions: readonly Question[];
  /** The zone that the file itself proves for times that carry none (`+09:00`): no question then. */
  readonly provenZone?: string;
  /** What the guess of a generic reader maps to what, for the preview. */
  readonly columns?: ColumnMapping;
  readonly notes: readonly ReadingNote[];
};

/** Which column (or JSON path such as `event.created`) of an unknown table means what. */
export type ColumnMapping = {
  readonly time: string;
  /** Second column when date and time of day stand apart. */
  readonly timeOfDay?: string;
  /** How a bare number counts; left out for civil times. */
  readonly epoch?: 's' | 'ms' | 'us' | 'ns' | 'filetime';
  readonly text: readonly string[];
  readonly host?: string;
  readonly kind?: string;
};

/** Answers to a detection's questions. */
export type ReadingChoices = {
  /** For times without a zone. */
  readonly zone?: ZoneClock;
  /** Year of the file's first record, for times without one; it goes on over New Year. */
  readonly year?: number;
  readonly columns?: ColumnMapping;
  /** For `03/04/2024`. */
  readonly order?: 'day-first' | 'month-first';
};

/** Reads the records of one file in their order; it may remember headers and the year. */
export type RecordReader = (record: LogRecord) => ReadOutcome;

/**
 * A format of logs.
 *
 * Pure: the same head, choices and records give the same rows. A reader never throws on what a file holds,
 * never guesses a zone or year, and keeps a record whose time it cannot read as a row without a time.
 */
export type LogReader = {
  /** Kebab-case name, stable: notebooks and `import --format` use it. */
  readonly id: string;
  /** Undefined when the file is surely not of this format. */
  detect(head: FileHead): Detection | undefined;
  start(head: FileHead, layout: FileLayout, choices: ReadingChoices): RecordReader;
  /** Columns, or JSON paths, that a mapping may name; left out where the format says what they mean. */
  columnNames?(head: FileHead): readonly string[];
};
