import type { ElectronApplication } from '@playwright/test';
import { AxeBuilder } from '@axe-core/playwright';
import path from 'node:path';
import { logMessages as m } from '#shared/i18n/logs-messages.ts';
import type { Language } from '#shared/i18n/messages.ts';
import { searchMessages } from '#shared/i18n/search-messages.ts';
import { timelineMessages } from '#shared/i18n/timeline-messages.ts';
import { expect, test } from './fixtures/kiroku-test.ts';
import { projectRoot } from './fixtures/launch-kiroku.ts';
import { startIncident } from './fixtures/start-incident.ts';
import { importLog } from './pages/import-log.ts';
import { notebookWindow, tabTo } from './pages/notebook-window.ts';

const sample = path.join(projectRoot, 'test/fixtures/logs/sysmon-japanese.csv');

type FileSystem = {
  readSync: (descriptor: number, ...rest: unknown[]) => number;
  readonly readlinkSync: (file: string) => string;
};

/** A disk that fails cannot be had: what the system says then is put in its place, for the rows of logs alone. */
async function failReadingRows(app: ElectronApplication, fails: boolean): Promise<void> {
  await app.evaluate((_electron, isFailing) => {
    const fs = process.mainModule?.require('node:fs') as FileSystem;
    const kept = globalThis as { readSyncBefore?: FileSystem['readSync'] };
    kept.readSyncBefore ??= fs.readSync;
    const read = kept.readSyncBefore;
    const failing = (descriptor: number, ...rest: unknown[]) => {
      const file = fs.readlinkSync(`/proc/self/fd/${descriptor}`);
      if (/[\\/]rows[\\/]/.test(file))
        throw Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO', errno: -5 });
      return read(descriptor, ...rest);
    };
    fs.readSync = isFailing ? failing : read;
  }, fails);
}

for (const language of ['en', 'ja'] as const satisfies readonly Language[])
  test(`rows that a disk does not give say so, and come when it does again (${language})`, async ({
    kiroku,
  }) => {
    test.skip(process.platform !== 'linux', 'asks the system of Linux which file is read');
    const { app, page } = kiroku;
    await startIncident(page, 'Rows');
    await page.evaluate(
      (wanted) => window.kiroku?.['settings:change']({ language: wanted }),
      language,
    );
    await page.reload();
    const notebook = notebookWindow(page, language);
    const { list, word } = notebook;
    await notebook.line.waitFor();
    await notebook.log('2024-03-01 21:05 @WS01 VPN account used !3');
    await importLog(kiroku, notebook, sample);
    const rows = page.getByRole('grid', { name: word(m.rowList) });
    await expect(rows.getByRole('row').first()).toContainText(/\d/);

    const problem = page.getByText(word(m.rowsNotShown, { reason: '' }).slice(0, 8));
    await test.step('in the view of logs', async () => {
      await failReadingRows(app, true);
      await rows.focus();
      await page.keyboard.press('/');
      await page.keyboard.insertText('powershell');
      await expect(problem).toContainText('EIO');
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      await page.screenshot({ path: `test-results/failing-disk-${language}.png` });
      await failReadingRows(app, false);
      await tabTo(page.getByRole('button', { name: word(m.retry) }));
      await page.keyboard.press('Enter');
      await expect(problem).toHaveCount(0);
      await expect(rows.locator('mark').first()).toBeVisible();
    });
    await test.step('in the timeline, whose entries stay', async () => {
      await notebook.goTo('timeline');
      await expect(list.getByRole('row').first()).toBeVisible();
      await failReadingRows(app, true);
      await notebook.run(word(searchMessages.cmdLogRows));
      await page.getByRole('searchbox', { name: word(timelineMessages.search) }).fill('svch0st');
      await expect(problem).toContainText('EIO');
      await page.getByRole('searchbox', { name: word(timelineMessages.search) }).fill('');
      await expect(notebook.row('VPN account used')).toBeVisible();
      await failReadingRows(app, false);
      const retry = page.getByRole('button', { name: word(m.retry) });
      if (await retry.isVisible()) await retry.press('Enter');
      await expect(problem).toHaveCount(0);
      await expect(list.getByRole('row')).toHaveCount(10);
    });
  });
