import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '../fixtures/kiroku-test.ts';
import { startIncident } from '../fixtures/start-incident.ts';
import { answerFileDialogs } from '../fixtures/system-dialogs.ts';
import { pdfLacks } from '../../../electron/report/pdf-structure.ts';

test('a file dropped on the window becomes evidence, and the page never sees its path', async ({
  kiroku,
}) => {
  const { page, places } = kiroku;
  const { place } = await startIncident(page, 'Drop');
  const content = 'GET / 200\n';
  const file = path.join(places.files, 'access ログ.log');
  await writeFile(file, content);
  // The page's own drop handler, reduced to what the bridge is for.
  await page.evaluate(() => {
    document.addEventListener('dragover', (event) => event.preventDefault(), true);
    document.addEventListener(
      'drop',
      (event) => {
        event.preventDefault();
        event.stopImmediatePropagation();
        const files = [...(event.dataTransfer?.files ?? [])];
        document.title = JSON.stringify(files.map((each) => each.name));
        void window.kiroku?.['evidence:drop'](files, 'dropped');
      },
      true,
    );
  });
  const client = await page.context().newCDPSession(page);
  const data = { items: [], files: [file], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await client.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data });

  const sha256 = createHash('sha256').update(content).digest('hex');
  await expect
    .poll(() =>
      readFile(path.join(place, 'evidence', `${sha256}.evid`), 'utf8').catch(() => undefined),
    )
    .toBe(content);
  expect(await page.title()).toBe(JSON.stringify(['access ログ.log']));
});

test('a file that a page made up has no path and is refused', async ({ kiroku }) => {
  await startIncident(kiroku.page, 'Made up');
  const outcome = await kiroku.page.evaluate(() =>
    window.kiroku?.['evidence:drop']([new File(['x'], '/etc/passwd')], ''),
  );
  expect(outcome).toEqual({ ok: false, error: { kind: 'no-path', n: 1 } });
});

for (const format of ['pdf', 'html', 'md'] as const) {
  test(`the report is written as ${format} where the person chose`, async ({ kiroku }) => {
    const { app, page, places } = kiroku;
    await startIncident(page, 'Report');
    const file = path.join(places.files, `report.${format}`);
    await answerFileDialogs(app, { save: file });
    const reply = await page.evaluate(
      (wanted) =>
        window.kiroku?.['report:export']({ format: wanted, language: 'ja', zone: 'Asia/Tokyo' }),
      format,
    );
    expect(reply).toMatchObject({ ok: true });
    const bytes = await readFile(file);
    // The file itself says what the Chromium that printed it left out.
    const lacks = pdfLacks(bytes);
    expect(reply).toEqual({
      ok: true,
      value: {
        place: file,
        bytes: bytes.byteLength,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        ...(format === 'pdf' && lacks.length > 0 && { lacks }),
      },
    });
    const beginning = { pdf: '%PDF-', html: '<!doct', md: '' }[format];
    expect(bytes.toString('latin1').toLowerCase().startsWith(beginning.toLowerCase())).toBe(true);
  });
}
