import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { entryLineMessages } from '#shared/i18n/entry-line-messages.ts';
import { timelineMessages } from '#shared/i18n/timeline-messages.ts';
import { expect, test } from './fixtures/kiroku-test.ts';
import { notebookWindow } from './pages/notebook-window.ts';
import { runVerb } from './pages/run-verb.ts';

/**
 * Pastes a text, or a picture that the page itself draws, into what has the keyboard. Not through the system's
 * clipboard: Electron's way to it changed between the runtimes that we test on.
 */
const paste = (page: Page, text?: string) =>
  page.evaluate(async (words) => {
    const data = new DataTransfer();
    if (words !== undefined) data.setData('text/plain', words);
    else {
      const canvas = new OffscreenCanvas(8, 8);
      canvas.getContext('2d')?.fillRect(0, 0, 4, 4);
      const picture = await canvas.convertToBlob({ type: 'image/png' });
      data.items.add(new File([picture], 'image.png', { type: 'image/png' }));
    }
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true });
    document.activeElement?.dispatchEvent(event);
  }, text);

test('the whole line by keyboard: marks, a new tag, links, pasted lines, a picture, undo', async ({
  launch,
  places,
}) => {
  const folder = path.join(places.notebooks, 'ward.kiroku');
  await mkdir(places.notebooks, { recursive: true });
  await runVerb(places, ['new', folder, '--title', 'Ward 3', '--zone', 'Asia/Tokyo']);
  const kiroku = await launch({ args: [folder], env: { TZ: 'Asia/Tokyo' } });
  const { page } = kiroku;
  const notebook = notebookWindow(page);
  const { line, list, row, word, state } = notebook;

  await test.step('a new tag costs one more Enter', async () => {
    await expect(line).toBeFocused();
    await page.keyboard.type('2026-01-05 02:10 &svc_backup logon by VPN $vpn :probable #vpn');
    await page.keyboard.press('Enter');
    const question = page.getByRole('alertdialog', { name: word(entryLineMessages.asked) });
    await expect(question).toContainText(word(entryLineMessages.newTag, { raw: '#vpn' }));
    await expect(async () => {
      await page.keyboard.press('Enter');
      expect(await line.inputValue()).toBe('');
    }).toPass();
    await expect(row('logon by VPN')).toHaveCount(1);
  });

  const first = await test.step('a link is completed from the entries there are', async () => {
    await page.keyboard.type('2026-01-05 02:10 files renamed =#');
    const offers = page.getByRole('listbox', { name: word(entryLineMessages.suggestions) });
    await expect(offers.getByRole('option')).toHaveCount(1);
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
    await notebook.run(`#${first}`);
    await expect(notebook.detail(first)).toContainText(word(timelineMessages.linkSame));
    await expect(notebook.detail(first)).toContainText('&svc_backup'.slice(1));
  });

  await test.step('a correction sets the other fields, and its history says what changed', async () => {
    await list.focus();
    await page.keyboard.press('e');
    await page
      .getByLabel(word(timelineMessages.text), { exact: true })
      .fill('logon by the VPN gateway');
    await page.getByLabel(word(timelineMessages.basis)).selectOption('fact');
    await page.getByLabel(word(timelineMessages.noticed)).fill('2026-01-05 08:00');
    await page.getByLabel(word(timelineMessages.reason)).fill('log read again');
    await page.keyboard.press('Enter');
    const history = page.getByRole('tab', { name: new RegExp(word(timelineMessages.tabHistory)) });
    await history.click();
    await expect(page.locator('aside ins').first()).toBeVisible();
  });

  await test.step('undo takes the correction back as a new one, redo does it again', async () => {
    await list.focus();
    await page.keyboard.press('Control+z');
    await expect(state).toContainText('Undone: entry');
    await expect(row('logon by VPN')).toHaveCount(1);
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
    await line.focus();
    await paste(
      page,
      '02:31 shadow copies deleted !7\n25:00 nobody knows\n02:40 ransom note @ws-114',
    );
    const question = page.getByRole('alertdialog');
    await expect(question).toContainText('One entry or 3?');
    await page.keyboard.press('Enter');
    await expect(row('shadow copies deleted')).toHaveCount(1);
    await expect(row('ransom note')).toHaveCount(1);
    await expect(question).toContainText('1 line needs an answer.');
    await page.keyboard.press('Escape');
    await expect(line).toHaveValue('25:00 nobody knows');
    await line.fill('');
  });

  await test.step('a pasted picture becomes evidence and is cited', async () => {
    await page.keyboard.type('ransom note on the screen');
    await paste(page);
    await expect(line).toHaveValue('ransom note on the screen ^E-001 ');
    await page.keyboard.press('Enter');
    await expect(row('ransom note on the screen')).toHaveCount(1);
  });

  await kiroku.quit();
  expect(await runVerb(places, ['verify', folder])).toMatchObject({ code: 0 });
});
