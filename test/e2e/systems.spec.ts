import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { exportMessages } from '#shared/i18n/export-messages.ts';
import { indicatorViewMessages } from '#shared/i18n/indicator-view-messages.ts';
import { systemMessages } from '#shared/i18n/system-messages.ts';
import { systemViewMessages as m } from '#shared/i18n/system-view-messages.ts';
import { expect, test } from './fixtures/kiroku-test.ts';
import { startIncident } from './fixtures/start-incident.ts';
import { answerFileDialogs } from './fixtures/system-dialogs.ts';
import { notebookWindow, tabTo } from './pages/notebook-window.ts';
import { onlyNotebook, runVerb } from './pages/run-verb.ts';

/** A notice as a coordination centre would send it; all names are reserved for examples. */
const notice = `【注意喚起】遠隔操作ソフトを悪用する攻撃について（TLP:GREEN）
送信元：support[at]helpdesk[.]example[.]com、件名「保守作業のお知らせ」
誘導先：hxxps://download[.]remote-care[.]example[.]net/agent.zip、hxxp://203[.]0[.]113[.]10/get
通信先：198[.]51[.]100[.]40、198[.]51[.]100[.]41、c2[.]example[.]org
ファイル名：remotecare.exe、C:\\Users\\Public\\care.dll
ハッシュ値（SHA-256）：2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae
ハッシュ値（MD5）：acbd18db4cc2f85cedef654fccc4a4d8
永続化：HKLM\\Software\\Microsoft\\Windows\\CurrentVersion\\Run\\Care
手法：T1219、T1021.001、悪用された脆弱性：CVE-2023-36884
`;

test('a notice is pasted, two systems are contained, and a partner at TLP:GREEN gets nothing amber', async ({
  kiroku,
}) => {
  const { app, page, places } = kiroku;
  await startIncident(page, '遠隔操作の調査');
  await page.reload();
  const { goTo, log, run, line, word } = notebookWindow(page);
  await expect(line).toBeFocused();
  const main = page.getByRole('main');
  const grid = page.getByRole('grid', { name: word(indicatorViewMessages.table) });

  await test.step('eleven of fourteen indicators are kept', async () => {
    await goTo('indicators');
    await tabTo(page.getByRole('button', { name: word(indicatorViewMessages.paste) }));
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: word(indicatorViewMessages.pasteTitle) });
    const found = dialog.getByRole('listbox', { name: word(indicatorViewMessages.pasteList) });
    await page.keyboard.insertText(notice);
    await expect(found.getByRole('option')).toHaveCount(14);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect(found).toBeFocused();
    await page.keyboard.press('End');
    for (let unmarked = 0; unmarked < 3; unmarked += 1) {
      await page.keyboard.press('Space');
      await page.keyboard.press('ArrowUp');
    }
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(grid).toHaveAttribute('aria-rowcount', '12');
  });

  await test.step('one of them may be shared', async () => {
    await page
      .getByRole('searchbox', { name: word(indicatorViewMessages.search) })
      .fill('c2[.]example');
    await expect(grid).toHaveAttribute('aria-rowcount', '2');
    await grid.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: word(indicatorViewMessages.edit) }).click();
    await page.getByLabel(word(indicatorViewMessages.tlp), { exact: true }).selectOption('GREEN');
    await main.getByRole('button', { name: word(indicatorViewMessages.save), exact: true }).click();
    await expect(main.getByText('TLP:GREEN', { exact: true })).toBeVisible();
  });

  await test.step('entries propose their systems, and two are marked as contained', async () => {
    await goTo('timeline');
    await log('09:10 @ws07 @pacs01 remote logon from ws07 to pacs01 &nurse7 :adversary /T1021.001');
    await log('09:30 @ws07 @pacs01 both moved to the quarantine VLAN :response');
    await goTo('systems');
    await page.getByRole('tab', { name: word(m.tabSystems), exact: true }).click();
    for (const name of ['ws07', 'pacs01']) {
      await tabTo(page.getByRole('button', { name: word(m.register, { name }), exact: true }));
      await page.keyboard.press('Enter');
      const opened = page.getByRole('region', { name: word(m.detailOf, { name }), exact: true });
      await expect(opened.getByRole('button', { name: /remote logon/ })).toBeVisible();
      await tabTo(opened.getByRole('button', { name: word(m.changeState) }));
      await page.keyboard.press('Enter');

      // Without what was collected nothing is called clear.
      const state = opened.getByLabel(word(m.state), { exact: true });
      await state.selectOption('cleared');
      await opened.getByRole('button', { name: word(m.save), exact: true }).click();
      await expect(opened.getByRole('alert')).toHaveText(word(systemMessages.gapNotCollected));

      await state.selectOption('contained');
      await opened.getByLabel(word(m.because), { exact: true }).fill('隔離VLANへ移動');
      await page.keyboard.press('Control+Enter');
      await expect(opened.getByText('隔離VLANへ移動')).toBeVisible();
      await page.keyboard.press('Escape');
    }
  });

  await test.step('the board says so, in the window, on the clipboard and on the command line', async () => {
    await page.getByRole('tab', { name: word(m.tabBoard), exact: true }).click();
    const contained = word(m.boardGroup, { group: word(systemMessages.groupContained), n: 2 });
    await expect(page.getByRole('heading', { name: contained })).toBeVisible();
    const copy = page.getByRole('button', { name: word(m.boardCopy) });
    await copy.click();
    await expect(page.getByText(word(m.boardCopied))).toBeVisible();
    const copied = await app.evaluate(({ clipboard }) => clipboard.readText());
    expect(copied).toContain('遠隔操作の調査');
    expect(copied).toContain(contained);
    const { code, out } = await runVerb(places, ['status', onlyNotebook(places), '--lang', 'en']);
    expect(code).toBe(0);
    expect(out).toContain('pacs01: Contained since');
  });

  await test.step('the movement is read from the entry, confirmed, and stands in the table', async () => {
    await page.getByRole('tab', { name: word(m.tabMovement), exact: true }).click();
    const table = page.getByRole('table', { name: word(m.movementTable) });
    await expect(table.getByRole('row')).toHaveCount(2);
    await expect(page.getByRole('img', { name: /2/ })).toBeVisible();
    await tabTo(
      table.getByRole('button', { name: word(m.confirm, { from: 'ws07', to: 'pacs01' }) }),
    );
    await page.keyboard.press('Enter');
    await expect(table.getByText(word(m.confirmed))).toBeVisible();
    await expect(table.getByRole('cell', { name: 'nurse7' })).toBeVisible();
  });

  await test.step('nothing amber is in what the partner gets', async () => {
    for (const format of ['STIX 2.1', 'JSON']) {
      await run(word(exportMessages.command));
      const dialog = page.getByRole('dialog', { name: word(exportMessages.title) });
      const formats = dialog.getByLabel(word(exportMessages.format), { exact: true });
      const label = await formats
        .getByRole('option')
        .filter({ hasText: format })
        .first()
        .innerText();
      await formats.selectOption({ label });
      await dialog.getByLabel(word(exportMessages.limit)).selectOption({ label: 'TLP:GREEN' });
      const preview = dialog.getByRole('region', { name: word(exportMessages.previewTitle) });
      await expect(preview).toContainText(word(exportMessages.goes, { label: 'TLP:GREEN' }));
      const file = path.join(places.files, `${format.slice(0, 4)}.json`);
      await answerFileDialogs(app, { save: file });
      await dialog.getByRole('button', { name: word(exportMessages.save), exact: true }).click();
      await expect(dialog.getByText(path.basename(file))).toBeVisible();
      const text = await readFile(file, 'utf8');
      expect(text).toContain('c2.example.org');
      for (const amber of [
        '遠隔操作の調査',
        'ws07',
        'pacs01',
        'nurse7',
        'Aoki',
        '隔離VLAN',
        'remote logon',
        '198.51.100.40',
        'remotecare.exe',
        '2c26b46b68ffc68f',
      ])
        expect(text, `${format}: ${amber}`).not.toContain(amber);
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
    }
  });
});
