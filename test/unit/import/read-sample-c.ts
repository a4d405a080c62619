import { existsSync, readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { makeZoneClock } from '#shared/import/log-time.ts';
import type {
  Detection,
  FileHead,
  FileLayout,
  LogReader,
  LogRecord,
  ReadingChoices,
} from '#shared/import/log-reader.ts';
import type { LogRow, SkipReason } from '#shared/import/log-row.ts';

/** What a reader made of a file. */
export type SampleRead = {
  readonly detection: Detection | undefined;
  readonly rows: readonly LogRow[];
  readonly skipped: readonly { readonly line: number; readonly reason: SkipReason }[];
  readonly frames: number;
};

export type SampleChoices = Omit<ReadingChoices, 'zone'> & { readonly zone?: string };

function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('shift_jis').decode(bytes);
  }
}

function cutCells(text: string, delimiter: string): string[][] {
  return Papa.parse<string[]>(text, { delimiter, skipEmptyLines: false }).data.filter(
    (cells, at, all) => at < all.length - 1 || cells.some((cell) => cell !== ''),
  );
}

type Json = { layout: Extract<FileLayout, { shape: 'json' }>; values: unknown[] };

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function cutJson(text: string): Json | undefined {
  if (!/^\s*[[{]/u.test(text)) return undefined;
  const whole = parseLine(text);
  if (Array.isArray(whole)) return { layout: { shape: 'json', cut: 'elements' }, values: whole };
  if (typeof whole === 'object' && whole !== null) {
    const within = Object.entries(whole).find(
      ([, value]) => Array.isArray(value) && typeof value[0] === 'object',
    );
    const [name] = Object.keys(whole);
    if (within !== undefined && within[0] === name)
      return {
        layout: { shape: 'json', cut: 'elements', within: within[0] },
        values: within[1] as unknown[],
      };
    return { layout: { shape: 'json', cut: 'values' }, values: [whole] };
  }
  const values = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(parseLine);
  if (!values.some((value) => value !== undefined)) return undefined;
  return { layout: { shape: 'json', cut: 'values' }, values };
}

/** The head of a text, as the pipeline will make it. */
export function makeHead(name: string, text: string): FileHead {
  const cells = new Map<string, string[][]>();
  let json: { readonly found: FileHead['json'] } | undefined;
  const cutJsonOnce = (): FileHead['json'] => {
    const cut = cutJson(text);
    return cut === undefined ? undefined : { ...cut, values: cut.values.slice(0, 200) };
  };
  return {
    name,
    text: text.slice(0, 262_144),
    lines: text
      .slice(0, 262_144)
      .split(/\r\n|\n/u)
      .slice(0, 200),
    cells(delimiter) {
      const known = cells.get(delimiter);
      if (known !== undefined) return known;
      const found = cutCells(text.slice(0, 262_144), delimiter).slice(0, 200);
      cells.set(delimiter, found);
      return found;
    },
    get json() {
      json ??= { found: cutJsonOnce() };
      return json.found;
    },
  };
}

function cutRecords(text: string, layout: FileLayout): LogRecord[] {
  switch (layout.shape) {
    case 'line':
      return text
        .replace(/\r?\n$/u, '')
        .split(/\r\n|\n/u)
        .map((line) => ({ shape: 'line', text: line }));
    case 'cells':
      return cutCells(text, layout.delimiter).map((cells) => ({ shape: 'cells', cells }));
    case 'json':
      return (cutJson(text)?.values ?? []).map((value) => ({ shape: 'json', value }));
    case 'xml': {
      const element = new RegExp(
        `<(?:\\w+:)?${layout.element}[\\s>][\\s\\S]*?</(?:\\w+:)?${layout.element}>`,
        'gu',
      );
      return [...text.matchAll(element)].map(([found]) => ({ shape: 'xml', text: found }));
    }
    case 'journal':
      return [];
  }
}

/** Reads a text with one reader, as the pipeline would. */
export function readText(
  reader: LogReader,
  name: string,
  text: string,
  choices: SampleChoices = {},
): SampleRead {
  const plain = text.replace(/^\uFEFF/u, '');
  const head = makeHead(name, plain);
  const detection = reader.detect(head);
  const rows: LogRow[] = [];
  const skips: { line: number; reason: SkipReason }[] = [];
  let frames = 0;
  if (detection === undefined) return { detection, rows, skipped: skips, frames };
  const { zone, ...others } = choices;
  const read = reader.start(head, detection.layout, {
    ...others,
    ...(zone === undefined ? {} : { zone: makeZoneClock(zone) }),
  });
  for (const [at, record] of cutRecords(plain, detection.layout).entries()) {
    const outcome = read(record);
    if (outcome.kind === 'rows') rows.push(...outcome.rows);
    else if (outcome.kind === 'skipped') skips.push({ line: at + 1, reason: outcome.reason });
    else frames += 1;
  }
  return { detection, rows, skipped: skips, frames };
}

/** Reads a file with one reader. */
export function readSample(
  reader: LogReader,
  file: string,
  choices: SampleChoices = {},
): SampleRead {
  return readText(reader, file.split('/').at(-1) ?? '', decode(readFileSync(file)), choices);
}

/** Decodes a file as the pipeline would. */
export function readDecoded(file: string): string {
  return decode(readFileSync(file)).replace(/^\uFEFF/u, '');
}

/** A sample of our own writing. */
export function fixture(name: string): string {
  return `test/fixtures/logs/${name}`;
}

/** A real input; undefined, and said aloud, when the folder of them is missing. */
export function inputFolder(name: string): string | undefined {
  const found = `../shared/inputs/data/${name}`;
  if (existsSync(found)) return found;
  process.stderr.write(`real inputs are missing, their tests are skipped: ${found}\n`);
  return undefined;
}
