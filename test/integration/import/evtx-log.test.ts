import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeEvtx } from '../../unit/import/make-evtx.ts';
import { temporaryFolder } from '../notebook/temporary-notebook.ts';
import { indexContent, indexFile } from './index-file.ts';

const inputs = path.resolve('../shared/inputs/data/evtx-raw');
const exported = path.resolve('../shared/inputs/data/windows-events');

test('reads a Windows event log, each row with its record number and its XML', async () => {
  const { rows, reading, result, index, file } = await indexContent(
    'Security.evtx',
    makeEvtx(['first', 'ログオン']),
  );
  expect(reading).toMatchObject({ reader: 'windows-event-xml', zone: null });
  expect(result).toMatchObject({ rows: 2, usable: 2, skipped: 0 });
  const originals = await Promise.all(rows.map(({ row }) => index.originalText(row, file)));
  expect(originals[0]).toMatch(/^<Event>.*first.*<\/Event>$/s);
  expect(originals[1]).toContain('ログオン');
  for (const [at, { line, text }] of rows.entries()) {
    expect(originals[at]).toContain(`<EventRecordID>${line}</EventRecordID>`);
    expect(text).toContain(['first', 'ログオン'][at]);
  }
});

describe.skipIf(!existsSync(inputs))(`real event logs of ${inputs} (skipped when missing)`, () => {
  test.each(['sbousseaden__kerberos_pwd_spray_4771', 'sbousseaden__DE_104_system_log_cleared'])(
    '%s: the same rows as its export to XML',
    async (name) => {
      const folder = await temporaryFolder();
      const log = await indexFile(path.join(inputs, `${name}.evtx`), path.join(folder, 'evtx'));
      const xml = await indexFile(path.join(exported, `${name}.xml`), path.join(folder, 'xml'));
      const seen = ({ rows }: typeof log) =>
        rows.map(({ time, host, kind }) => ({ time: Math.floor((time ?? 0) / 1_000), host, kind }));
      expect(seen(log)).toEqual(seen(xml));
      expect(log.rows.length).toBeGreaterThan(0);
    },
  );
});
