import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '../fixtures/kiroku-test.ts';
import { startIncident } from '../fixtures/start-incident.ts';
import { answerFileDialogs, answerQuestions } from '../fixtures/system-dialogs.ts';

test('after a crash of the page everything can be copied, and the window starts anew', async ({
  kiroku,
  expectProblem,
}) => {
  expectProblem(/render-process-gone|page: crashed/);
  const { app, page, places } = kiroku;
  const { notebook } = await startIncident(page, 'Crash');
  await page.evaluate(
    (id) => window.kiroku?.['draft:save']({ notebook: id, text: 'half a line' }),
    notebook,
  );
  await answerFileDialogs(app, { open: [places.files] });
  // Copy, acknowledge the copy, restart.
  const asked = await answerQuestions(app, 1, 0, 0);
  const loaded = app.evaluate(
    ({ BrowserWindow }) =>
      new Promise<void>((resolve) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        contents?.once('did-finish-load', () => resolve());
        contents?.forcefullyCrashRenderer();
      }),
  );
  await expect
    .poll(async () => (await asked()).map(({ message }) => message))
    .toEqual([
      'Something went wrong in Kiroku.',
      'The copy is complete.',
      'Something went wrong in Kiroku.',
    ]);
  await loaded;
  const [copy = ''] = await readdir(places.files);
  expect(copy).toMatch(/^Kiroku copy /);
  expect((await readdir(path.join(places.files, copy))).toSorted()).toEqual(
    [`${notebook}.txt`, 'Crash.kiroku', 'errors.log'].toSorted(),
  );
  // The new page finds the notebook that the window had open.
  const opened = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
      `window.kiroku['app:info']({}).then(({ value }) => typeof value.opening)`,
    ),
  );
  expect(opened).toBe('string');
});

test('a bug in the main process is logged and told, and the window goes on', async ({
  kiroku,
  expectProblem,
}) => {
  expectProblem(/uncaughtException|unhandledRejection/);
  const asked = await answerQuestions(kiroku.app, 2);
  await kiroku.app.evaluate(() => {
    setTimeout(() => {
      throw new Error('a bug of the test');
    });
    void Promise.reject(new Error('another bug of the test'));
  });
  await expect.poll(async () => (await asked()).length).toBeGreaterThan(0);
  expect((await asked())[0]?.detail).toMatch(/bug of the test/);
  expect(await kiroku.page.evaluate(() => window.kiroku !== undefined)).toBe(true);
});
