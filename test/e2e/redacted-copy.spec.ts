import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { frameMessages as f } from '#shared/i18n/frame-messages.ts';
import { openingMessages as o } from '#shared/i18n/opening-messages.ts';
import { redactionViewMessages as v } from '#shared/i18n/redaction-view-messages.ts';
import { receivedMessages as r } from '#shared/i18n/received-messages.ts';
import { sharingMessages as m } from '#shared/i18n/sharing-messages.ts';
import { expect, test } from './fixtures/kiroku-test.ts';
import { startIncident } from './fixtures/start-incident.ts';
import { answerFileDialogs } from './fixtures/system-dialogs.ts';
import { notebookWindow, tabTo } from './pages/notebook-window.ts';

test('a redacted copy is looked at, made, and checked on the first screen', async ({
  launch,
  places,
}) => {
  const file = path.join(places.files, 'for-partner.zip');
  const sender = await launch();
  await startIncident(sender.page, 'Ward three');
  await sender.page.reload();
  const { goTo, word, log } = notebookWindow(sender.page);
  await log('14:02 VPN account used');
  await goTo('sharing');
  await sender.page.getByRole('tab', { name: word(m.tabBundle) }).click();
  await sender.page.getByLabel(word(v.content)).selectOption('redacted');
  const preview = sender.page.getByRole('region', { name: word(v.preview) });
  await expect(preview.getByRole('listitem').first()).toBeVisible();
  await expect(preview).toContainText('Incident, title');
  await answerFileDialogs(sender.app, { save: file });
  await sender.page.getByRole('button', { name: word(v.make) }).click();
  await expect(sender.page.getByRole('region', { name: word(m.bundled) })).toContainText(file);

  // One value is shown later, with the keyboard alone.
  const opening = path.join(places.files, 'shown.json');
  await answerFileDialogs(sender.app, { open: [file], save: opening });
  await tabTo(sender.page.getByRole('button', { name: word(o.action) }));
  await sender.page.keyboard.press('Enter');
  const showing = sender.page.getByRole('dialog', { name: word(o.title) });
  await expect(showing.getByRole('button', { name: word(o.choose) })).toBeFocused();
  await sender.page.keyboard.press('Enter');
  await expect(showing.getByRole('searchbox', { name: word(o.find) })).toBeFocused();
  await sender.page.keyboard.type('vpn');
  await expect(showing.getByRole('group')).toHaveCount(1);
  const save = showing.getByRole('button', { name: word(o.save) });
  await tabTo(save);
  await sender.page.keyboard.press('Enter');
  await expect(showing.getByRole('status')).toContainText([word(o.noneChosen)]);
  await tabTo(showing.getByRole('checkbox', { name: 'text: VPN account used' }), {
    key: 'Shift+Tab',
  });
  await sender.page.keyboard.press('Space');
  await expect(showing).toContainText(word(o.chosen, { values: 1, lines: 0 }));
  await tabTo(save);
  await sender.page.keyboard.press('Enter');
  await expect(showing.getByRole('region', { name: word(o.written) })).toContainText(opening);
  await expect(showing.getByRole('button', { name: word(f.close) }).last()).toBeFocused();
  await sender.page.keyboard.press('Enter');
  await expect(showing).toHaveCount(0);
  await sender.quit();

  const receiver = await launch();
  await answerFileDialogs(receiver.app, { open: [file] });
  await receiver.page.getByRole('button', { name: word(r.action) }).click();
  const dialog = receiver.page.getByRole('dialog');
  await dialog.getByRole('button', { name: word(r.choose) }).click();
  await expect(dialog).toContainText(word(v.isRedacted, { name: 'for-partner.zip' }));
  await dialog.getByRole('button', { name: word(v.check), exact: true }).click();
  const checked = dialog.getByRole('region', { name: word(v.checked) });
  await expect(checked).toContainText(word(v.inOrder));
  await expect(checked).toContainText('TLP:GREEN');
  await expect(checked.getByRole('listitem')).toHaveCount(3);

  // What was pressed is gone: the keyboard goes on at what was found.
  await expect(checked).toBeFocused();
  const checkWith = dialog.getByRole('button', { name: word(v.checkWith) });
  await answerFileDialogs(receiver.app, { open: [file] });
  await tabTo(checkWith);
  await receiver.page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toContainText(
    word(v.notAnOpening, { file: 'for-partner.zip' }),
  );
  await answerFileDialogs(receiver.app, { open: [opening] });
  await tabTo(checkWith);
  await receiver.page.keyboard.press('Enter');
  await expect(checked).toContainText(word(v.openingShows, { file: 'shown.json' }));
  await expect(checked).toContainText(word(v.openingFits));
  // In the words in which the notebook's own window shows it.
  const line = checked.getByRole('region', { name: /^Entry/ });
  await expect(line.getByRole('term')).toHaveText(['text']);
  await expect(line.getByRole('definition')).toHaveText(['VPN account used']);
  await expect(dialog.getByRole('alert')).toHaveCount(0);
});

test('fields are chosen with the keyboard alone, beside a label or without one', async ({
  launch,
  places,
}) => {
  const file = path.join(places.files, 'no-names.zip');
  const { app, page } = await launch();
  await startIncident(page, 'Ward three');
  await page.reload();
  const { goTo, word, log } = notebookWindow(page);
  await log('14:02 VPN account used');
  await goTo('sharing');
  await page.getByRole('tab', { name: word(m.tabBundle) }).click();
  await page.getByLabel(word(v.content)).press('End');
  const preview = page.getByRole('region', { name: word(v.preview) });
  await expect(preview.getByRole('listitem').first()).toBeVisible();

  await page.getByLabel(word(v.readers)).press('End');
  await expect(preview).toContainText(word(v.nothingChosen));
  const make = page.getByRole('button', { name: word(v.make) });
  await tabTo(make);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText(word(v.nothingChosen));

  const fields = page.locator('summary', { hasText: word(v.fields) });
  await tabTo(fields, { key: 'Shift+Tab' });
  await page.keyboard.press('Enter');
  const text = page
    .getByRole('group', { name: 'Entry', exact: true })
    .getByRole('checkbox', { name: 'text (1)' });
  await tabTo(text);
  await page.keyboard.press('Space');
  await expect(text).toBeChecked();
  await expect(fields).toContainText(word(v.fieldsChosen, { n: 1 }));
  await expect(preview).toContainText('Entry, text: 1 (chosen)');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await answerFileDialogs(app, { save: file });
  await tabTo(make);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: word(m.bundled) })).toContainText(file);
  expect((await readFile(file)).includes('VPN account used')).toBe(false);
});
