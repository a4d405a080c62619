import { expect, test } from 'vitest';
import type { FileLayout, LogReader } from '#shared/import/log-reader.ts';
import { oneRow, skipped } from '#shared/import/log-row.ts';
import { fileHeadOf } from '../../../electron/import/file-head.ts';
import { findEncoding } from '../../../electron/import/log-encoding.ts';
import { readLog } from '../../../electron/import/read-log.ts';
import type { ReadableFile } from '../../../electron/import/readable-file.ts';
import type { ReadingResult } from '../../../electron/import/reading-result.ts';

const mebibyte = 1_048_576;

/** A file that is made up while it is read: a beginning, then one piece over and over, then an end. */
function endlessFile(
  beginning: string,
  piece: string,
  mebibytes: number,
  end: string,
): ReadableFile {
  const first = Buffer.from(beginning);
  // Copied in large portions: the test is about reading, not about making up.
  const repeated = Buffer.from(piece.repeat(Math.ceil(65_536 / piece.length)));
  const last = Buffer.from(end);
  const middle = Math.floor((mebibytes * mebibyte) / repeated.length) * repeated.length;
  const size = first.length + middle + last.length;
  return {
    size,
    storedSize: size,
    storedBefore: (position) => position,
    archiveTrouble: () => undefined,
    isOrdinary: true,
    read: async (into, position) => {
      const filled = Math.max(0, Math.min(into.length, size - position));
      for (let at = 0; at < filled;) {
        const place = position + at;
        const inMiddle = place - first.length;
        const [source, from] =
          place < first.length
            ? [first, place]
            : inMiddle < middle
              ? [repeated, inMiddle % repeated.length]
              : [last, inMiddle - middle];
        at += source.copy(into, at, from, Math.min(source.length, from + filled - at));
      }
      return filled;
    },
    close: async () => {},
  };
}

/** Takes every record as a row. */
const anything: LogReader = {
  id: 'anything',
  detect: () => undefined,
  start: () => (record) => {
    const text =
      record.shape === 'cells'
        ? record.cells.join('|')
        : record.shape === 'json'
          ? JSON.stringify(record.value)
          : record.text;
    return text === ''
      ? skipped('no-event')
      : oneRow({ time: undefined, timeText: '', host: '', kind: '', text });
  },
};

/** Reads a file, and how much more memory was taken meanwhile than at the beginning, in MiB. */
async function read(
  file: ReadableFile,
  layout: FileLayout,
): Promise<{
  readonly result: ReadingResult;
  readonly texts: readonly string[];
  readonly grownMib: number;
}> {
  const encoding = findEncoding('utf-8');
  if (encoding === undefined) throw new Error('no UTF-8');
  const texts: string[] = [];
  const before = process.memoryUsage().rss;
  let most = before;
  const result = await readLog(
    file,
    {
      reader: anything,
      detection: { score: 100, layout, questions: [], notes: [] },
      choices: {},
      container: 'text',
      encoding,
      notes: [],
      head: fileHeadOf('log', 'a\n', false),
    },
    { add: ({ text }) => void (texts.length < 10 && texts.push(text.slice(0, 40))), skip() {} },
    { onProgress: () => (most = Math.max(most, process.memoryUsage().rss)) },
  );
  return { result, texts, grownMib: (most - before) / mebibyte };
}

const line = { shape: 'line' } as const;
const cells = { shape: 'cells', delimiter: ',' } as const;
const values = { shape: 'json', cut: 'values' } as const;
const elements = { shape: 'json', cut: 'elements' } as const;
const xml = { shape: 'xml', element: 'Event' } as const;

/** What each file has around 96 MiB that are no record, and what has to come out of it. */
const files: readonly (readonly [
  string,
  FileLayout,
  string,
  string,
  string,
  readonly string[],
  string,
])[] = [
  ['a line without end', line, 'first\n', 'x', '\nlast\n', ['first', 'last'], 'too-long'],
  [
    'NULs that were never written',
    line,
    'first\n',
    '\0',
    '\nlast\n',
    ['first', 'last'],
    'too-long',
  ],
  ['a cell without end', cells, 'a,b\n', 'x', '\nc,d\n', ['a|b', 'c|d'], 'too-long'],
  ['delimiters alone', cells, 'a,b\n', ',', '\nc,d\n', ['a|b', 'c|d'], 'too-long'],
  [
    'a quote that is never closed',
    cells,
    'a,b\n"',
    'x',
    '\nc,d\n',
    ['a|b', 'c|d'],
    'broken-quotes',
  ],
  ['quotes alone', cells, 'a,b\n', '"', 'x\nc,d\n', ['a|b', 'c|d'], 'broken-quotes'],
  [
    'JSON nested without end',
    values,
    '{"n":1}\n',
    '{"a":',
    '\n{"n":2}\n',
    ['{"n":1}', '{"n":2}'],
    'broken-json',
  ],
  [
    'a JSON string without end',
    values,
    '{"n":1}\n{"a":"',
    'x',
    '\n{"n":2}\n',
    ['{"n":1}', '{"n":2}'],
    'too-long',
  ],
  [
    'a JSON array without end',
    elements,
    '[\n{"n":1},\n{"a":[',
    '1,',
    '\n{"n":2}]\n',
    ['{"n":1}', '{"n":2}'],
    'too-long',
  ],
  [
    'an element without end',
    xml,
    '<Event>1</Event><Event>',
    'x',
    '<Event>2</Event>',
    ['<Event>1</Event>', '<Event>2</Event>'],
    'too-long',
  ],
];

test.each(files)(
  'lets %s go, and keeps what is around it',
  async (_name, layout, beginning, piece, end, kept, reason) => {
    const { result, texts, grownMib } = await read(endlessFile(beginning, piece, 96, end), layout);
    expect(texts).toEqual(kept);
    expect(result.skippedRecords).toEqual([{ line: expect.any(Number), reason }]);
    // A record may have 16 MiB; pieces of it are put together and let go on the way.
    expect(grownMib).toBeLessThan(400);
  },
  120_000,
);

test('needs no more memory for a long file than for a short one', async () => {
  const piece = `${'ordinary line of a log, '.repeat(8)}\n`;
  await read(endlessFile('', piece, 32, ''), line);
  const { result, grownMib } = await read(endlessFile('', piece, 512, ''), line);
  expect(result.rows).toBeGreaterThan(2_000_000);
  expect(grownMib).toBeLessThan(150);
}, 120_000);
