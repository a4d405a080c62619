import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type {
  Detection,
  FileHead,
  FileLayout,
  LogReader,
  LogRecord,
  ReadingChoices,
} from '#shared/import/log-reader.ts';
import type { LogRow, SkipReason } from '#shared/import/log-row.ts';
import { formatMicroseconds } from '#shared/import/log-time.ts';

export const inputsFolder = join('..', 'shared', 'inputs');
/** What a test's name says when the folder is missing. */
export const withoutInputs = existsSync(inputsFolder) ? '' : ' (SKIPPED: no ../shared/inputs)';
export const fixturesFolder = join('test', 'fixtures', 'logs');

/** What reading one file gave. */
type ReadSample = {
  readonly detection: Detection | undefined;
  readonly rows: readonly LogRow[];
  readonly skipped: readonly { readonly line: number; readonly reason: SkipReason }[];
  readonly frames: number;
};

/** Reads a file with one reader, cut in the simplest way; the layout is its detection's. */
export function readSample(
  reader: LogReader,
  file: string,
  choices: ReadingChoices = {},
): ReadSample {
  return readText(reader, decode(readFileSync(file)), choices, basename(file));
}

export function readText(
  reader: LogReader,
  text: string,
  choices: ReadingChoices = {},
  name = 'sample.log',
): ReadSample {
  const head = headOf(text, name);
  const detection = reader.detect(head);
  const layout = detection?.layout ?? { shape: 'line' };
  const rows: LogRow[] = [];
  const skipped: { line: number; reason: SkipReason }[] = [];
  let frames = 0;
  const read = reader.start(head, layout, choices);
  cut(text, layout).forEach((record, at) => {
    if (record === undefined) {
      skipped.push({ line: at + 1, reason: 'broken-json' });
      return;
    }
    const outcome = read(record);
    if (outcome.kind === 'rows') rows.push(...outcome.rows);
    else if (outcome.kind === 'skipped') skipped.push({ line: at + 1, reason: outcome.reason });
    else frames += 1;
  });
  return { detection, rows, skipped, frames };
}

export function headOfFile(file: string): FileHead {
  return headOf(decode(readFileSync(file)), basename(file));
}

export function headOf(text: string, name = 'sample.log'): FileHead {
  const start = text.slice(0, 256 * 1024);
  const lines = linesOf(start);
  if (start.length < text.length) lines.pop();
  return {
    name,
    text: start,
    lines: lines.slice(0, 200),
    cells: (delimiter) => lines.slice(0, 200).map((line) => line.split(delimiter)),
    json: jsonOf(text),
  };
}

/** Every real input, by its path below the data folder. */
export function realInputs(): readonly string[] {
  const data = join(inputsFolder, 'data');
  return readdirSync(data, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(data.length + 1));
}

export function realInput(path: string): string {
  return join(inputsFolder, 'data', path);
}

/** A row's time as people write it, for readable expectations. */
export function timesOf(rows: readonly LogRow[]): readonly (string | undefined)[] {
  return rows.map((row) => (row.time === undefined ? undefined : formatMicroseconds(row.time)));
}

function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le').slice(1);
  return bytes.toString('utf8').replace(/^\uFEFF/, '');
}

function linesOf(text: string): string[] {
  const lines = text.split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

function cut(text: string, layout: FileLayout): readonly (LogRecord | undefined)[] {
  if (layout.shape !== 'json') return linesOf(text).map((line) => ({ shape: 'line', text: line }));
  return (jsonOf(text)?.all ?? []).map((value) =>
    value === undefined ? undefined : { shape: 'json', value },
  );
}

function jsonOf(text: string) {
  if (!/^\s*[[{]/.test(text)) return undefined;
  const whole = parse(text);
  const isList = Array.isArray(whole);
  const parsed = whole === undefined ? linesOf(text).map((line) => parse(line)) : [whole];
  const all: readonly unknown[] = isList ? whole : parsed;
  const values = all.filter((value) => value !== undefined).slice(0, 200);
  if (values.length === 0) return undefined;
  const layout = { shape: 'json', cut: isList ? 'elements' : 'values' } as const;
  return { layout, values, all };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
