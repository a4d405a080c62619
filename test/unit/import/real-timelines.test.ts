import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { detectFormat, logReaders } from '#shared/import/log-readers.ts';
import { formatMicroseconds } from '#shared/import/log-time.ts';
import { fileText, hasInputs, headOf, inputsFolder, readText } from './read-sample-a.ts';

/** The reader that each real file of the timeline tools belongs to; null for what is refused. */
const readerByFile: Readonly<Record<string, string | null>> = {
  'plaso/plaso_e2e__l2tcsv.csv': 'plaso-l2tcsv',
  'plaso/plaso_e2e__dynamic.csv': 'plaso-dynamic',
  'plaso/plaso_e2e__extract_and_output.csv': 'plaso-dynamic',
  'plaso/plaso_e2e__json_line.jsonl': 'plaso-json',
  'plaso/plaso_e2e__json.json': 'plaso-json',
  'plaso/plaso_e2e__tln.txt': 'tln',
  'plaso/plaso_e2e__l2ttln.txt': 'tln',
  'plaso/plaso_e2e__rawpy.txt': null,
  'timesketch/timesketch__evtx_direct.csv': 'timesketch',
  'timesketch/timesketch__sigma_events.csv': 'timesketch',
  'timesketch/timesketch__sigma_events.jsonl': 'timesketch',
  'hayabusa/hayabusa__2021-12_DeepBlueCLI_and_YamatoSecurity.csv': 'hayabusa',
  'hayabusa/hayabusa__docs_records.jsonl': 'hayabusa',
  'hayabusa/hayabusa__docs_records_concatenated.json': 'hayabusa',
  // Its search gives the events themselves.
  'chainsaw/chainsaw__clo_search_q_jsonl_simple_string.txt': 'windows-event-json',
  'chainsaw/chainsaw__clo_hunt_r_any_logon.txt': null,
  'bodyfile/plaso__bodyfile': 'bodyfile',
  'bodyfile/tsk_ext2_image.bodyfile': 'bodyfile',
  'bodyfile/tsk_ext2_image.mactime_utc.csv': 'mactime',
  'bodyfile/tsk_ext2_image.mactime_jst.csv': 'mactime',
};

type Expected = {
  readonly records: number;
  readonly timesParsed: number;
  readonly timesUnusable: number;
  readonly firstUtc: string;
  readonly lastUtc: string;
  readonly hosts?: readonly string[];
};

const expectedByFile = hasInputs
  ? (JSON.parse(readFileSync(path.join(inputsFolder, 'expected.json'), 'utf8')) as Readonly<
      Record<string, Expected>
    >)
  : {};

/** Every real input that is text, by its folder and name. */
function listInputs(): readonly string[] {
  const folder = path.join(inputsFolder, 'data');
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(?:xlsx|evtx)$/.test(entry.name))
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
}

describe.skipIf(!hasInputs)('real inputs (skipped without ../shared/inputs)', () => {
  test.each(Object.entries(readerByFile))(`%s is of %s`, (file, reader) => {
    expect(detectFormat(headOf(file, fileText(file)))?.reader.id ?? null).toBe(reader);
  });

  test('no two readers claim a file', () => {
    const files = listInputs();
    expect(files.length).toBeGreaterThan(100);
    const claims = files.flatMap((file) => {
      const head = headOf(file, fileText(file));
      const readers = logReaders.filter((reader) => (reader.detect(head)?.score ?? 0) >= 50);
      return readers.length < 2 ? [] : [[file, ...readers.map(({ id }) => id)]];
    });
    expect(claims).toEqual([
      // What Chainsaw's search writes are Windows events, and read as such.
      ['chainsaw/chainsaw__clo_search_q_jsonl_simple_string.txt', 'chainsaw', 'windows-event-json'],
    ]);
  });

  test.each(Object.entries(readerByFile))(`%s is of %s`, (file, reader) => {
    expect(detectFormat(headOf(file, fileText(file)))?.reader.id ?? null).toBe(reader);
  });

  test.each(Object.entries(readerByFile).filter(([file]) => file in expectedByFile))(
    `%s has the rows, times and hosts of expected.json`,
    (file) => {
      const text = fileText(file);
      const found = detectFormat(headOf(file, text));
      if (found === undefined) throw new Error('not detected');
      const { rows } = readText(found.reader, text);
      const expected = expectedByFile[file];
      const times = rows
        .flatMap(({ time }) => (time === undefined ? [] : [time]))
        .toSorted((a, b) => a - b);
      // Where the list is empty the file's hosts were not counted.
      const hosts = [...new Set(rows.map(({ host }) => host))].filter(Boolean).toSorted();
      const counted = (expected?.hosts ?? []).length > 0;
      expect({
        hosts: counted ? hosts : [],
        records: rows.length,
        timesParsed: times.length,
        timesUnusable: rows.length - times.length,
        firstUtc: formatMicroseconds(times[0] ?? 0),
        lastUtc: formatMicroseconds(times.at(-1) ?? 0),
      }).toEqual({
        hosts: expected?.hosts ?? [],
        records: expected?.records,
        timesParsed: expected?.timesParsed,
        timesUnusable: expected?.timesUnusable,
        firstUtc: expected?.firstUtc,
        lastUtc: expected?.lastUtc,
      });
    },
  );
});
