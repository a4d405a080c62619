import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatMicroseconds } from '#shared/import/log-time.ts';
import { indexLog, madeFrom } from '../../../electron/import/index-log.ts';
import { previewLog } from '../../../electron/import/preview-log.ts';
import { openRowIndex } from '../../../electron/import/row-index.ts';
import { temporaryFolder } from '../notebook/temporary-notebook.ts';
import { inputsFolder, readExpectedLogs, zonesOfInputs } from './expected-inputs.ts';

const expected = readExpectedLogs();

describe.skipIf(expected === undefined)(
  `the real inputs of ${inputsFolder} (skipped when the folder is missing)`,
  () => {
    test.each(Object.entries(expected ?? {}))(
      '%s: every record is accounted for',
      async (name, truth) => {
        const file = path.join(inputsFolder, 'data', name);
        const rows = path.join(await temporaryFolder(), 'rows');
        const preview = await previewLog(file, { zone: zonesOfInputs[name] });
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
        const numbers = Array.from({ length: index.rows }, (_, row) => row);
        expect(numbers.filter((row) => index.row(row).text === '')).toEqual([]);
        const some = numbers.filter((row) => row % 97 === 0);
        const originals = await Promise.all(some.map((row) => index.originalText(row, file)));
        expect(originals).not.toContain('');
        index.close();
      },
    );
  },
);
