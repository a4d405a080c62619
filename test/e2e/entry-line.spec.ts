import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { entryLineMessages } from '#shared/i18n/entry-line-messages.ts';
import { timelineMessages } from '#shared/i18n/timeline-messages.ts';
import { expect, test } from './fixtures/kiroku-test.ts';
import type { Kiroku } from './fixtures/launch-kiroku.ts';
import { notebookWindow } from './pages/notebook-window.ts';
import { runVerb } from './pages/run-verb.ts';

/** A red square of 8 × 8 as a PNG, made by Electron itself. */
const putPictureOnClipboard = ({ app }: Kiroku) =>
  app.evaluate(({ clipboard, nativeImage }) => {
    const bitmap = Buffer.alloc(8 * 8 * 4, Buffer.from([0, 0, 255, 255]));
    clipboard.clear();
    clipboard.writeImage(nativeImage.createFromBitmap(bitmap, { width: 8, height: 8 }));
  });

const paste = ({ app }: Kiroku) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.paste());

const look = async (page: Page, name: string) => {
  const folder = process.env['KIROKU_LOOK'];
  if (folder !== undefined) await page.screenshot({ path: path.join(folder, `${name}.png`) });
};

test('the whole line by keyboard: marks, a new tag, links, pasted lines, a picture, undo', async ({
  launch,
  places,
}) => {
  const folder = path.join(places.notebooks, 'ward.kiroku');
  await mkdir(places.notebooks, { recursive: true });
  await runVerb(places, ['new', folder, '--title', 'Ward 3', '--zone', 'Asia/Tokyo']);
  const kiroku = await launch({ args: [folder], env: { TZ: 'Asia/Tokyo' } });
  const { page, app } = kiroku;
  const notebook = notebookWindow(page);
  const { line, list, row, word, state } = notebook;

  await test.step('a new tag costs one more Enter', async () => {
    await expect(line).toBeFocused();
    await look(page, '01-empty');
    await page.keyboard.type('2026-01-05 02:10 &svc_backup logon by VPN $vpn :probable #vpn');
    await look(page, '02-chips');
    await page.keyboard.press('Enter');
    const question = page.getByRole('alertdialog', { name: word(entryLineMessages.asked) });
    await expect(question).toContainText(word(entryLineMessages.newTag, { raw: '#vpn' }));
    await look(page, '03-new-tag');
    await expect(async () => {
      await page.keyboard.press('Enter');
      expect(await line.inputValue()).toBe('');
    }).toPass();
    await expect(row('logon by VPN')).toHaveCount(1);
  });

  const first = await test.step('a link is completed from the entries there are', async () => {
    await page.keyboard.type('2026-01-05 02:10 files renamed =#');
    await expect(page.getByRole('option')).toHaveCount(1);
    await look(page, '04-link-offer');
    await page.keyboard.press('Tab');
    await expect(line).toHaveValue(/=#\d+ $/);
    const number = Number(/=#(\d+)/.exec(await line.inputValue())?.[1]);
    await page.keyboard.press('Enter');
    await expect(row('files renamed')).toHaveCount(1);
    return number;
  });

  await test.step('both entries show the link, and that their order is not certain', async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    const detail = page.getByRole('complementary');
    await expect(detail).toContainText(word(timelineMessages.linkSame));
    await expect(detail).toContainText(word(timelineMessages.orderUncertain));
    await look(page, '05-detail');
    await notebook.run(`#${first}`);
    await expect(notebook.detail(first)).toContainText(word(timelineMessages.linkSame));
    await expect(notebook.detail(first)).toContainText('&svc_backup'.slice(1));
    await look(page, '06-detail-back');
  });

  await test.step('a correction sets the other fields, and its history says what changed', async () => {
    await list.focus();
    await page.keyboard.press('e');
    await page
      .getByLabel(word(timelineMessages.text), { exact: true })
      .fill('logon by the VPN gateway');
    await page.getByLabel(word(timelineMessages.basis)).selectOption('fact');
    await page.getByLabel(word(timelineMessages.noticed)).fill('2026-01-05 08:00');
    await look(page, '07-correction');
    await page.getByLabel(word(timelineMessages.reason)).fill('log read again');
    await page.keyboard.press('Enter');
    const history = page.getByRole('tab', { name: new RegExp(word(timelineMessages.tabHistory)) });
    await history.click();
    await expect(page.locator('aside ins').first()).toBeVisible();
    await look(page, '08-history');
  });

  await test.step('undo takes the correction back as a new one, redo does it again', async () => {
    await list.focus();
    await page.keyboard.press('Control+z');
    await expect(state).toContainText('Undone: entry');
    await expect(row('logon by VPN')).toHaveCount(1);
    await look(page, '09-undone');
    await page.keyboard.press('Control+y');
    await expect(row('logon by the VPN gateway')).toHaveCount(1);
  });

  await test.step('undo does not touch the timeline while something is being typed', async () => {
    await page.keyboard.press('n');
    await page.keyboard.type('half');
    await page.keyboard.press('Control+z');
    await expect(row('logon by the VPN gateway')).toHaveCount(1);
    await line.fill('');
  });

  await test.step('pasted lines are asked about and become entries', async () => {
    await app.evaluate(({ clipboard }) =>
      clipboard.writeText(
        '02:31 shadow copies deleted !7\n25:00 nobody knows\n02:40 ransom note @ws-114',
      ),
    );
    await line.focus();
    await paste(kiroku);
    const question = page.getByRole('alertdialog');
    await expect(question).toContainText('One entry or 3?');
    await look(page, '10-paste');
    await page.keyboard.press('Enter');
    await expect(row('shadow copies deleted')).toHaveCount(1);
    await expect(row('ransom note')).toHaveCount(1);
    await expect(question).toContainText('1 line needs an answer.');
    await look(page, '11-paste-rest');
    await page.keyboard.press('Escape');
    await expect(line).toHaveValue('25:00 nobody knows');
    await line.fill('');
  });

  await test.step('a pasted picture becomes evidence and is cited', async () => {
    await page.keyboard.type('ransom note on the screen');
    await putPictureOnClipboard(kiroku);
    await paste(kiroku);
    await expect(line).toHaveValue('ransom note on the screen ^E-001 ');
    await page.keyboard.press('Enter');
    await expect(row('ransom note on the screen')).toHaveCount(1);
    await look(page, '12-picture');
  });

  await kiroku.quit();
  expect(await runVerb(places, ['verify', folder])).toMatchObject({ code: 0 });
});
