import { indicatorViewMessages as m } from '#shared/i18n/indicator-view-messages.ts';
import { frameMessages } from '#shared/i18n/frame-messages.ts';
import { say } from '#shared/i18n/messages.ts';
import { expect, test } from './fixtures/kiroku-test.ts';
import { startIncident } from './fixtures/start-incident.ts';
import { notebookWindow, tabTo } from './pages/notebook-window.ts';

/** A notice as a coordination centre would send it; all names are reserved for examples. */
const notice = `【注意喚起】請求書を装う標的型メールについて（TLP:AMBER）
差出人 billing[at]invoice-desk[.]example[.]com から、添付ファイル「請求書 11月分.docm」を開かせるメールが届いています。
開くと hxxps://cdn[.]update-check[.]example[.]net/stage/loader.php に接続し、C:\\ProgramData\\Intel\\svcupd.exe を作成します。
通信先：198[.]51[.]100[.]23、203.0.113[.]77、beacon[.]example[.]org
ハッシュ値（SHA-256）：9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
ハッシュ値（MD5）：5d41402abc4b2a76b9719d911017c592
永続化：HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Run\\IntelUpdate
ミューテックス：「Global\\IntelUpd_7731」
悪用された脆弱性はCVE-2023-36884です。手法はT1566.001とT1547.001にあたります。
`;

test('a Japanese notice is pasted and eleven of fourteen indicators are kept, by keyboard alone', async ({
  kiroku,
}) => {
  const { page } = kiroku;
  await startIncident(page, '標的型メール');
  await page.reload();
  const { goTo, log, line, list: timeline, detail } = notebookWindow(page);
  await expect(line).toBeFocused();
  const word = (message: (typeof m)[keyof typeof m], values = {}) => say('en', message, values);
  const grid = page.getByRole('grid', { name: word(m.table) });
  const dialog = page.getByRole('dialog', { name: word(m.pasteTitle) });
  const found = dialog.getByRole('listbox', { name: word(m.pasteList) });

  await test.step('paste', async () => {
    await goTo('indicators');
    const paste = page.getByRole('button', { name: word(m.paste) });
    await tabTo(paste);
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('textbox', { name: word(m.pasteText) })).toBeFocused();
    await page.keyboard.insertText(notice);
    await expect(found.getByRole('option')).toHaveCount(14);
    await page.keyboard.press('Tab');
    await page.keyboard.insertText('JPCERT/CC');
    await page.keyboard.press('Tab');
    await expect(found).toBeFocused();
  });

  await test.step('unmark three and keep the rest', async () => {
    await page.keyboard.press('End');
    for (let unmarked = 0; unmarked < 3; unmarked += 1) {
      await page.keyboard.press('Space');
      await page.keyboard.press('ArrowUp');
    }
    await expect(found.getByRole('option', { selected: true })).toHaveCount(11);
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(grid).toHaveAttribute('aria-rowcount', '12');
    await expect(grid.getByText('hxxps://cdn[.]update-check[.]example[.]net')).toBeVisible();
    await expect(grid.getByText('T1566.001')).toHaveCount(0);
  });

  await test.step('mark one as blocked', async () => {
    const search = page.getByRole('searchbox', { name: word(m.search) });
    await tabTo(search);
    await page.keyboard.insertText('beacon[.]example');
    await expect(grid).toHaveAttribute('aria-rowcount', '2');
    await tabTo(grid);
    await page.keyboard.press('Enter');
    const opened = page.getByRole('region', {
      name: word(m.detailOf, { value: 'beacon[.]example[.]org' }),
    });
    await tabTo(opened.getByRole('button', { name: word(m.edit) }));
    await page.keyboard.press('Enter');
    await tabTo(opened.getByRole('combobox', { name: word(m.state) }));
    await page.keyboard.press('B');
    await tabTo(opened.getByRole('textbox', { name: word(m.told) }));
    await page.keyboard.insertText('警察庁');
    await page.keyboard.press('Control+Enter');
    await expect(opened.getByText(word(m.stateBlocked))).toBeVisible();
    await expect(opened.getByText('警察庁')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(grid).toBeFocused();
    await expect(grid.getByText(word(m.stateBlocked))).toBeVisible();
  });

  await test.step('an entry offers what it names, and its indicator shows the entry', async () => {
    await goTo('timeline');
    const number = await log('pacs01 contacted 192[.]0[.]2[.]55 and beacon[.]example[.]org');
    await timeline.focus();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    const pane = page.getByRole('complementary', { name: say('en', frameMessages.detailPane) });
    await expect(detail(number)).toBeVisible();
    const keep = pane.getByRole('button', {
      name: word(m.keepThis, { value: '192[.]0[.]2[.]55' }),
    });
    await tabTo(keep);
    await page.keyboard.press('Enter');
    await expect(keep).toHaveCount(0);
    await goTo('indicators');
    await expect(grid).toHaveAttribute('aria-rowcount', '13');
    await grid.focus();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    const opened = page.getByRole('region', {
      name: word(m.detailOf, { value: '192[.]0[.]2[.]55' }),
    });
    await expect(opened.getByRole('button', { name: /pacs01 contacted/ })).toBeVisible();
  });
});
