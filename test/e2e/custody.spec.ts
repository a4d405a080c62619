import { AxeBuilder } from '@axe-core/playwright';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { custodyMessages as m } from '#shared/i18n/custody-messages.ts';
import { evidenceMessages } from '#shared/i18n/evidence-messages.ts';
import { expect, test } from './fixtures/kiroku-test.ts';
import { startIncident } from './fixtures/start-incident.ts';
import { answerFileDialogs } from './fixtures/system-dialogs.ts';
import { notebookWindow, tabTo } from './pages/notebook-window.ts';
import { textOfPdf } from './pages/run-verb.ts';

test('a hand-over is written down by keyboard, a gap is named, and the form is printed', async ({
  kiroku,
}) => {
  const { app, page, places } = kiroku;
  await startIncident(page, 'Ward three');
  await page.reload();
  const { goTo, word, line } = notebookWindow(page);
  await expect(line).toBeFocused();
  const file = path.join(places.files, 'image.dd');
  await writeFile(file, 'sectors');
  await goTo('evidence');
  await answerFileDialogs(app, { open: [file] });
  await page.getByRole('button', { name: word(evidenceMessages.add) }).click();
  const row = page.getByRole('row').filter({ hasText: 'image.dd' });
  await row.click();
  await page.keyboard.press('Enter');

  const add = page.getByRole('button', { name: word(m.addEvent) });
  await tabTo(add);
  await page.keyboard.press('Enter');
  const form = page.getByRole('region', { name: word(m.addEvent) });
  await expect(form.getByLabel(word(m.action))).toBeFocused();
  await form.getByLabel(word(m.at)).fill('someday');
  await expect(form.getByText(word(m.badTime))).toBeVisible();
  await form.getByLabel(word(m.at)).fill('13:10');
  await form.getByLabel(word(m.from)).fill('青木');
  await form.getByLabel(word(m.to)).fill('Chiba');
  await form.getByLabel(word(m.delivery)).fill('courier');
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  await form.getByLabel(word(m.delivery)).press('Enter');
  await expect(form).toBeHidden();
  const doubts = page.getByRole('note', { name: word(m.doubts) });
  await expect(doubts).toContainText(word(m.doubtNoBeginning));
  await expect(doubts).toContainText(word(m.doubtNotReceived, { by: 'Chiba' }));

  const place = path.join(places.files, 'form.pdf');
  await answerFileDialogs(app, { save: place });
  await page.getByRole('button', { name: word(m.makeForm), exact: true }).click();
  await expect(page.getByText(word(m.formWritten, { place }))).toBeVisible();
  const text = await textOfPdf(places, place);
  for (const said of ['E-001', 'image.dd', '青木', 'Chiba', 'courier'])
    expect(text).toContain(said);
});
