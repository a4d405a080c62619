import { open, readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '../fixtures/kiroku-test.ts';
import { startIncident } from '../fixtures/start-incident.ts';
import { answerFileDialogs, answerQuestions } from '../fixtures/system-dialogs.ts';

test('closing during a copy asks first, and leaves nothing half-copied', async ({ kiroku }) => {
  const { app, page, places } = kiroku;
  const { place } = await startIncident(page, 'Closing');
  // Holes cost no disk, but reading and hashing them takes its time.
  const file = path.join(places.files, 'disk.img');
  const handle = await open(file, 'w');
  await handle.truncate(4 * 1024 ** 3);
  await handle.close();
  await answerFileDialogs(app, { open: [file] });
  await page.evaluate(() => window.kiroku?.['evidence:pick']({ note: '' }));

  const asked = await answerQuestions(app, 0, 1);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await expect
    .poll(asked)
    .toMatchObject([
      { message: 'Evidence is still being copied.', buttons: ['Keep waiting', /Cancel/] },
    ]);
  expect(await page.evaluate(() => window.kiroku !== undefined)).toBe(true);

  const ended = new Promise((resolve) => app.process().once('exit', resolve));
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await ended;
  expect(await readdir(path.join(place, 'evidence'))).toEqual([]);
  expect(await readdir(place)).not.toContain('.lock');
});

test('operations that were asked for just before closing are on the disk', async ({
  kiroku,
  launch,
}) => {
  await startIncident(kiroku.page, 'Quick');
  const asked = 20;
  await kiroku.page.evaluate((count) => {
    for (let number = 0; number < count; number += 1)
      void window.kiroku?.['notebook:append']({
        operation: {
          t: 'incident.set',
          id: String(number).padStart(32, '0'),
          fields: { summary: `summary ${number}` },
        },
      });
  }, asked);
  await kiroku.quit();

  const again = await launch();
  const opened = await again.page.evaluate(async () => {
    const recent = await window.kiroku?.['notebook:recent']({});
    const first = recent?.ok === true ? recent.value[0] : undefined;
    return window.kiroku?.['notebook:open']({ recent: first?.id });
  });
  // feed.open, the incident's first facts, and all that was asked for.
  expect(opened).toMatchObject({ ok: true, value: { lines: 2 + asked, readOnly: null } });
});
