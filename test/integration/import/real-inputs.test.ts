import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatMicroseconds } from '#shared/import/log-time.ts';
import { indexLog, madeFrom } from '../../../electron/import/index-log.ts';
import type { ReadingAnswers } from '../../../electron/import/plan-reading.ts';
import { previewLog } from '../../../electron/import/preview-log.ts';
import { openRowIndex } from '../../../electron/import/row-index.ts';
import { temporaryFolder } from '../notebook/temporary-notebook.ts';

/** Files of other people's tools, with answers worked out by an independent reader. */
const inputs = path.resolve('../shared/inputs');
const expectedFile = path.join(inputs, 'expected.json');
const isThere = existsSync(expectedFile);

type Expected = {
  readonly records: number;
  readonly timesParsed: number;
  readonly timesUnusable: number;
  readonly firstUtc: string;
  readonly lastUtc: string;
  readonly hosts?: readonly string[];
  readonly zoneRule: string;
};

/** What only the people who took the files know. */
const answers: Readonly<Record<string, ReadingAnswers>> = {
  'suricata/hassanabad__honeypot-2018_eve.jsonl': { zone: 'UTC' },
  'suricata/hassanabad__honeypot-2018_eve_alerts.json': { zone: 'UTC' },
  'windows-events/jpcert_v1__Handson1_Powershell.csv': { zone: 'Asia/Tokyo' },
  'windows-events/jpcert_v1__Handson1_TaskScheduler.csv': { zone: 'Asia/Tokyo' },
  'windows-events/jpcert_v1__Handson1_TaskScheduler.sjis.csv': { zone: 'Asia/Tokyo' },
  'windows-events/otrf__cmd_lsass_memory_dumpert_syscalls.jsonl': { zone: 'UTC' },
};

const expected = isThere
  ? (JSON.parse(readFileSync(expectedFile, 'utf8')) as Record<string, Expected>)
  : {};

describe.skipIf(!isThere)(
  `the real inputs of ${inputs} (skipped when the folder is missing)`,
  () => {
    test.each(Object.entries(expected))(
      '%s: every record is accounted for',
      async (name, truth) => {
        const file = path.join(inputs, 'data', name);
        const rows = path.join(await temporaryFolder(), 'rows');
        const preview = await previewLog(file, answers[name] ?? {});
        if (!preview.ok || preview.value.reading === undefined)
          throw new Error(JSON.stringify(preview));
        expect(preview.value.questions).toEqual([]);
        const request = {
          file,
          name: path.basename(file),
          sha256: '0'.repeat(64),
          reading: preview.value.reading,
          undecided: preview.value.undecided,
          rows,
        };
        const indexed = await indexLog(request);
        if (!indexed.ok) throw new Error(indexed.error.kind);
        const { result, reading } = indexed.value;
        expect({
          rows: result.rows,
          usable: result.usable,
          unusable: result.unusable,
          first: result.first === null ? null : formatMicroseconds(result.first),
          last: result.last === null ? null : formatMicroseconds(result.last),
          hosts: truth.hosts === undefined ? undefined : result.hosts.map(({ host }) => host),
          skipped: result.skippedRecords.filter(({ reason }) => reason !== 'no-event'),
        }).toEqual({
          rows: truth.records,
          usable: truth.timesParsed,
          unusable: truth.timesUnusable,
          first: truth.firstUtc,
          last: truth.lastUtc,
          hosts: truth.hosts?.toSorted(),
          skipped: [],
        });

        const opened = openRowIndex(rows, madeFrom(request.sha256, reading));
        if (!opened.ok) throw new Error(opened.error.kind);
        const index = opened.value;
        for (let row = 0; row < index.rows; row += 1) {
          expect(index.row(row).text).not.toBe('');
        }
        for (let row = 0; row < index.rows; row += 97)
          expect(index.originalText(row, file)).not.toBe('');
        index.close();
      },
    );
  },
);
