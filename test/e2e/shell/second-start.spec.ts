import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from '../fixtures/kiroku-test.ts';
import { environment, startOf } from '../fixtures/launch-kiroku.ts';
import { startIncident } from '../fixtures/start-incident.ts';

const run = promisify(execFile);

test('a notebook named at the start is opened', async ({ kiroku, launch }) => {
  const { place } = await startIncident(kiroku.page, 'Named');
  await kiroku.quit();
  const again = await launch({ args: [place] });
  await expect(again.page.locator('body')).toContainText('Named');
});

test('a second start hands its notebook to the first and ends', async ({ kiroku, places }) => {
  const { app, page } = kiroku;
  const { place: first } = await startIncident(page, 'First');
  const { place: second } = await startIncident(page, 'Second');
  const titles = () =>
    app.evaluate(({ BrowserWindow }) =>
      Promise.all(
        BrowserWindow.getAllWindows().map(({ webContents }) =>
          webContents.executeJavaScript('document.body.innerText'),
        ),
      ),
    );
  const start = async (folder: string) => {
    const { executablePath, args } = startOf({ args: [folder] });
    await run(executablePath, args, { env: environment(places) });
  };

  await start(second);
  expect(await titles()).toHaveLength(1);
  await start(first);
  await expect.poll(async () => (await titles()).length).toBe(2);
  await expect.poll(async () => (await titles()).some((text) => text.includes('First'))).toBe(true);
});
