import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { toolTables } from '#shared/import/ez-tool-tables.ts';
import { ezToolsReader as reader } from '#shared/import/ez-tools.ts';
import { formatMicroseconds } from '#shared/import/log-time.ts';
import { fixture, inputFolder, readSample, readText } from './read-sample-c.ts';

const at = (time: number | undefined) =>
  time === undefined ? undefined : formatMicroseconds(time);

describe('EZ tools', () => {
  it('gives a row for each different time of a file, in UTC', () => {
    const { detection, rows } = readSample(reader, fixture('mftecmd.csv'));
    expect(detection).toMatchObject({ score: 94, questions: [] });
    expect(rows.map(({ kind, time }) => [kind, at(time)])).toEqual([
      ['Created0x10, LastModified0x10', '2024-01-01T00:00:00.123456Z'],
      ['LastRecordChange0x10', '2024-01-02T00:00:00.000000Z'],
      ['LastAccess0x10', '2024-01-03T00:00:00.000000Z'],
      ['', undefined],
      ['Created0x10', undefined],
    ]);
    expect(rows[0]?.text).toMatch(
      /^ParentPath: \.\\Tools\nFileName: probe\.exe\nFileSize: 1024\n/u,
    );
    expect(rows[4]?.timeText).toBe('Not a time');
  });

  it('gives each run of a program', () => {
    const { rows } = readSample(reader, fixture('pecmd.csv'));
    expect(rows.map(({ kind }) => kind)).toEqual([
      'LastRun, SourceModified, SourceAccessed',
      'PreviousRun0, SourceCreated',
    ]);
    expect(rows[0]?.text).toMatch(/^ExecutableName: PROBE\.EXE\nRunCount: 2\n/u);
  });

  const headers = inputFolder('ez-tools/tle_csv_headers.json');
  it.skipIf(headers === undefined)(
    'knows every header with a time that EZ tools and KAPE write (inputs missing: skipped)',
    () => {
      const tables = JSON.parse(readFileSync(headers ?? '', 'utf8')) as {
        plugin: string;
        description: string;
        headers: string[];
      }[];
      const own = tables.filter(({ plugin }) => /EZTools|KAPE/u.test(plugin));
      const unknown = own.filter(({ headers: lines }) =>
        lines.some((line) => reader.detect(headOf(line)) === undefined),
      );
      // None of these has a column that says when.
      expect(unknown.map(({ description }) => description).toSorted()).toEqual([
        'CSV generated from KAPE for skipped files',
        'CSV generated from MFTECmd for $Boot',
        'CSV generated from MFTECmd for $SDS',
        'CSV generated from SumECmd Chained Db Info',
        'CSV generated from SumECmd Role Info',
      ]);
      const others = tables.filter(({ plugin }) => !/EZTools|KAPE|Timelines/u.test(plugin));
      expect(
        others.filter(({ headers: lines }) => lines.some((line) => reader.detect(headOf(line)))),
      ).toEqual([]);
    },
  );

  it('reads a row of every table', () => {
    for (const table of toolTables) {
      const names = [...new Set([...table.signature, ...table.times])];
      const header = table.exact === true ? table.signature : names;
      const cells = header.map((name) =>
        table.times.includes(name) ? '2024-01-01 00:00:00.1234567' : `a ${name}`,
      );
      const { rows } = readText(reader, 'a.csv', `${header.join(',')}\n${cells.join(',')}\n`);
      expect(rows, header.join(',')).toHaveLength(1);
      expect(at(rows[0]?.time)).toBe('2024-01-01T00:00:00.123456Z');
    }
  });
});

function headOf(header: string) {
  const cells = header.split(',').map((name) => name.replaceAll('"', ''));
  return {
    name: 'a.csv',
    text: header,
    lines: [header],
    cells: (delimiter: string) => (delimiter === ',' ? [cells] : [[header]]),
    json: undefined,
  };
}
