import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import type {
  Detection,
  FileHead,
  FileLayout,
  LogReader,
  LogRecord,
  ReadingChoices,
} from '#shared/import/log-reader.ts';
import type { LogRow, SkipReason } from '#shared/import/log-row.ts';

/** Real inputs lie beside the project; a test that needs them says so when they are missing. */
export const inputsFolder = path.resolve(import.meta.dirname, '../../../../shared/inputs');
export const hasInputs = existsSync(path.join(inputsFolder, 'expected.json'));
const dataFolder = path.join(inputsFolder, 'data');
const fixtureFolder = path.resolve(import.meta.dirname, '../../fixtures/logs');

const headBytes = 256 * 1024;
const mostInHead = 200;

export type Sample = {
  readonly detection: Detection;
  readonly rows: readonly LogRow[];
  readonly skipped: readonly { readonly line: number; readonly reason: SkipReason }[];
  readonly frames: number;
};

function cutCells(text: string, delimiter: string): readonly string[][] {
  return Papa.parse<string[]>(text, { delimiter, skipEmptyLines: false }).data;
}

/** Objects one after another, whatever stands between them. */
function cutConcatenated(text: string): readonly unknown[] {
  const values: unknown[] = [];
  let [depth, start, isString] = [0, 0, false];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (isString) {
      if (sign === '\\') at += 1;
      else if (sign === '"') isString = false;
      continue;
    }
    if (sign === '"') isString = true;
    if (sign === '{') {
      if (depth === 0) start = at;
      depth += 1;
    }
    if (sign === '}') {
      depth -= 1;
      if (depth === 0) values.push(parseJson(text.slice(start, at + 1)));
    }
  }
  return values.filter((value) => value !== undefined);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function cutJson(text: string): FileHead['json'] {
  const first = text.trimStart()[0];
  if (first === '[') {
    const values = parseJson(text);
    return Array.isArray(values)
      ? { layout: { shape: 'json', cut: 'elements' }, values: values as readonly unknown[] }
      : undefined;
  }
  if (first !== '{') return undefined;
  return { layout: { shape: 'json', cut: 'values' }, values: cutConcatenated(text) };
}

export function headOf(name: string, text: string): FileHead {
  const isWhole = text.length <= headBytes;
  const begin = text.slice(0, headBytes);
  const lines = begin.split(/\r?\n/);
  if (!isWhole) lines.pop();
  const json = cutJson(text.trimStart().startsWith('[') ? text : begin);
  const tables = new Map<string, readonly string[][]>();
  return {
    name,
    text: begin,
    lines: lines.slice(0, mostInHead),
    cells: (delimiter) => {
      const known = tables.get(delimiter);
      const table = known ?? cutCells(lines.join('\n'), delimiter).slice(0, mostInHead);
      tables.set(delimiter, table);
      return table;
    },
    json: json && { ...json, values: json.values.slice(0, mostInHead) },
  };
}

function cutRecords(text: string, layout: FileLayout): readonly LogRecord[] {
  switch (layout.shape) {
    case 'line':
      return text.split(/\r?\n/).map((line) => ({ shape: 'line', text: line }));
    case 'cells':
      return cutCells(text, layout.delimiter).map((cells) => ({ shape: 'cells', cells }));
    case 'json': {
      const values =
        layout.cut === 'members'
          ? Object.values(parseJson(text) as Record<string, unknown>)
          : (cutJson(text)?.values ?? []);
      return values.map((value) => ({ shape: 'json', value }));
    }
    case 'xml':
    case 'journal':
      return [];
  }
}

/** Reads text with one reader; throws when it does not know the text. */
export function readText(
  reader: LogReader,
  text: string,
  choices: ReadingChoices = {},
  name = 'sample',
): Sample {
  const head = headOf(name, text);
  const detection = reader.detect(head);
  if (detection === undefined) throw new Error(`${reader.id} does not know ${name}`);
  const read = reader.start(head, detection.layout, choices);
  const rows: LogRow[] = [];
  const skipped: { line: number; reason: SkipReason }[] = [];
  let frames = 0;
  for (const [at, record] of cutRecords(text, detection.layout).entries()) {
    const outcome = read(record);
    if (outcome.kind === 'rows') rows.push(...outcome.rows);
    else if (outcome.kind === 'skipped') skipped.push({ line: at + 1, reason: outcome.reason });
    else frames += 1;
  }
  return { detection, rows, skipped, frames };
}

/** Reads a file: of the real inputs when its name has a folder, else one of our fixtures. */
export function readSample(reader: LogReader, file: string, choices: ReadingChoices = {}): Sample {
  return readText(reader, fileText(file), choices, path.basename(file));
}

export function fileText(file: string): string {
  const whole = path.join(file.includes('/') ? dataFolder : fixtureFolder, file);
  return readFileSync(whole, 'utf8').replace(/^\uFEFF/, '');
}
