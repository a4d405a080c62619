import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { makeWorkbook } from '../../unit/import/rescue/make-workbook.ts';
import { deskWithIncident } from './run.ts';

const heading = ['Date', 'Computer', 'Message'];

test('a sheet is chosen by its name, and the result says which were left', async () => {
  const { run, json, folder } = await deskWithIncident();
  const file = path.join(path.dirname(folder), 'logs.xlsx');
  const workbook = makeWorkbook({
    Events: [heading, ['2024-01-05T12:40:00Z', 'db01', 'a'], ['2024-01-05T12:41:00Z', 'db01', 'b']],
    Doors: [heading, ['2024-01-06T08:00:00Z', 'gate', 'opened']],
  });
  await writeFile(file, workbook);
  const wrong = await run(['import', folder, file, '--sheet', 'Windows']);
  expect(wrong).toMatchObject({ code: 2, error: expect.stringContaining('no sheet "Windows"') });
  const said = await run(['import', folder, file, '--sheet', 'Doors']);
  expect(said.out).toContain('sheet "Doors"; not read: Events');
  const [imported] = await json('import', folder, file);
  expect(imported).toMatchObject({
    files: [{ rows: 2, sheet: 'Events', sheetsLeft: ['Doors'], notes: ['largest-sheet'] }],
  });
  const [shown] = await json('show', folder);
  expect(shown).toMatchObject({
    sources: [{ reading: { sheet: 'Doors' }, result: { rows: 1 } }, { result: { rows: 2 } }],
  });
  const { out } = await run(['rows', folder, '--query', 'opened']);
  expect(out).toContain('gate');
  expect(await run(['verify', folder])).toMatchObject({ code: 0 });
});
