import { AxeBuilder } from '@axe-core/playwright';
import { chmod, copyFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { evidenceFieldMessages as f } from '#shared/i18n/evidence-field-messages.ts';
import { evidenceItemMessages as im } from '#shared/i18n/evidence-item-messages.ts';
import { evidenceMessages } from '#shared/i18n/evidence-messages.ts';
import { intakeMessages } from '#shared/i18n/intake-messages.ts';
import { paperMessages } from '#shared/i18n/paper-messages.ts';
import { viewerMessages as v } from '#shared/i18n/viewer-messages.ts';
import { expect, test } from './fixtures/kiroku-test.ts';
import { startIncident } from './fixtures/start-incident.ts';
import { answerFileDialogs } from './fixtures/system-dialogs.ts';
import { notebookWindow } from './pages/notebook-window.ts';
import { onlyNotebook, textOfPdf } from './pages/run-verb.ts';

const picture = path.resolve(import.meta.dirname, '../../docs/images/report-en.png');

test('a thing is added and described, a file is taken with MD5, looked into, and missed when it is gone', async ({
  kiroku,
}) => {
  const { app, page, places } = kiroku;
  await startIncident(page, 'Ward three');
  await page.reload();
  const { goTo, word, line } = notebookWindow(page);
  await expect(line).toBeFocused();
  await goTo('evidence');

  await page.getByRole('button', { name: word(im.add) }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: word(im.addDo), exact: true }).click();
  await expect(dialog.getByText(word(im.nameMissing))).toBeVisible();
  await dialog.getByLabel(word(im.name), { exact: true }).fill('受付のノートPC');
  await dialog.getByLabel(word(f.clock)).fill('3:12');
  await dialog.getByLabel(word(f.serial)).fill('PF-1234');
  await dialog.getByLabel(word(f.serial)).press('Enter');
  await expect(dialog.getByText(word(f.clockBad))).toBeVisible();
  await dialog.getByLabel(word(f.clock)).fill('+00:03:12');
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  await dialog.getByRole('button', { name: word(im.addDo), exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('row').filter({ hasText: '受付のノートPC' })).toBeVisible();
  await expect(page.getByText('PF-1234')).toBeVisible();

  const photo = path.join(places.files, 'photo.png');
  await copyFile(picture, photo);
  await answerFileDialogs(app, { open: [photo] });
  await page.getByRole('button', { name: word(intakeMessages.options) }).click();
  await dialog.getByLabel(word(f.md5)).check();
  await dialog.getByLabel(word(f.hostname), { exact: true }).fill('camera');
  await dialog.getByRole('button', { name: word(intakeMessages.chooseFiles) }).click();
  const row = page.getByRole('row').filter({ hasText: 'photo.png' });
  await row.click();
  await expect(page.getByText('camera', { exact: true })).toBeVisible();
  await expect(page.getByText(/^[0-9a-f]{32}$/)).toBeVisible();

  await page.getByRole('button', { name: word(v.open) }).click();
  await expect(dialog.getByText('89 50 4e 47 0d 0a 1a 0a')).toBeVisible();
  await dialog.getByLabel(word(v.look)).selectOption('picture');
  const shown = dialog.getByRole('img');
  await expect(shown).toBeVisible();
  expect(await shown.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
  await dialog.getByLabel(word(v.look)).selectOption('strings');
  await expect(dialog.getByText('IHDR')).toBeVisible();
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: word(v.check) }).click();
  await expect(page.getByText(word(v.whole))).toBeVisible();
  const evidence = path.join(onlyNotebook(places), 'evidence');
  for (const name of await readdir(evidence)) {
    await chmod(path.join(evidence, name), 0o600);
    await rm(path.join(evidence, name));
  }
  await page.getByRole('button', { name: word(v.check) }).click();
  await expect(page.getByText(word(v.missing)).first()).toBeVisible();
});

test('labels and numbered sheets are printed, and what was written on one is entered with its number', async ({
  kiroku,
}) => {
  const { app, page, places } = kiroku;
  await startIncident(page, 'Ward three');
  await page.reload();
  const { goTo, run, word, line } = notebookWindow(page);
  await expect(line).toBeFocused();
  const file = path.join(places.files, 'image.dd');
  await writeFile(file, 'sectors');
  await goTo('evidence');
  await answerFileDialogs(app, { open: [file] });
  await page.getByRole('button', { name: word(evidenceMessages.add) }).click();
  await expect(page.getByRole('row').filter({ hasText: 'image.dd' })).toBeVisible();

  const place = path.join(places.files, 'labels.pdf');
  await answerFileDialogs(app, { save: place });
  await page.getByRole('button', { name: word(paperMessages.print) }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: word(paperMessages.make) })
    .click();
  await expect(page.getByText(place)).toBeVisible();
  const labels = await textOfPdf(places, place);
  expect(labels).toContain('E-001');
  expect(labels).toContain('image.dd');

  const sheets = path.join(places.files, 'sheets.pdf');
  await answerFileDialogs(app, { save: sheets });
  await page.getByRole('button', { name: word(paperMessages.print) }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(word(paperMessages.whatToPrint)).selectOption('blank-log');
  await dialog.getByLabel(word(paperMessages.howMany)).fill('0');
  await dialog.getByLabel(word(paperMessages.howMany)).press('Enter');
  await expect(dialog.getByText(word(paperMessages.howManyBad, { n: 200 }))).toBeVisible();
  await dialog.getByLabel(word(paperMessages.howMany)).fill('2');
  await dialog.getByLabel(word(paperMessages.howMany)).press('Enter');
  await expect(page.getByText(sheets)).toBeVisible();
  expect(await textOfPdf(places, sheets)).toMatch(/[A-Z\d]{4}-02/);

  await goTo('timeline');
  await run(word(paperMessages.transcribe));
  await dialog.getByLabel(word(paperMessages.sheetNumber)).fill('K7QD-12');
  await dialog.getByLabel(word(paperMessages.sheetNumber)).press('Enter');
  await expect(
    page.getByText(word(paperMessages.transcribing, { sheet: 'K7QD-12' })),
  ).toBeVisible();
  await line.fill('14:02 the doors were open');
  await line.press('Enter');
  const entry = page.getByRole('row').filter({ hasText: 'the doors were open' });
  await expect(
    entry.getByTitle(word(paperMessages.transcribed, { sheet: 'K7QD-12' })),
  ).toBeVisible();
  await page.getByRole('button', { name: word(paperMessages.stop), exact: true }).click();
  await line.fill('14:05 the doors were shut');
  await line.press('Enter');
  const later = page.getByRole('row').filter({ hasText: 'the doors were shut' });
  await expect(later).toBeVisible();
  await expect(later.getByTitle(word(paperMessages.transcribed, { sheet: 'K7QD-12' }))).toHaveCount(
    0,
  );
});
