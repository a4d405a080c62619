import { AxeBuilder } from '@axe-core/playwright';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { exportMessages as m } from '#shared/i18n/export-messages.ts';
import { expect, test } from './fixtures/kiroku-test.ts';
import type { Kiroku } from './fixtures/launch-kiroku.ts';
import { startIncident } from './fixtures/start-incident.ts';
import { answerFileDialogs } from './fixtures/system-dialogs.ts';
import { notebookWindow, tabTo } from './pages/notebook-window.ts';

const amber = ['Ward three', 'pacs01', 'nurse7', 'VPN account used', '203.0.113.9', 'Aoki'];

/** An AMBER incident with two entries of which one may go further. */
async function openCase({ page }: Kiroku) {
  await startIncident(page, 'Ward three');
  await page.evaluate(async () => {
    const append = async (operation: object) => {
      const reply = await window.kiroku?.['notebook:append']({ operation } as never);
      if (reply?.ok !== true) throw new Error(JSON.stringify(reply));
    };
    const at = {
      utc: '2024-03-01T00:10:00Z',
      text: '09:10',
      zone: 'Asia/Tokyo',
      precision: 'minute',
      plusMinusMs: 0,
      untilUtc: null,
      relation: 'at',
    };
    const entry = {
      t: 'entry.add',
      kind: 'adversary',
      at,
      stages: [],
      techniques: [],
      evidence: [],
      starred: false,
    };
    const used = 'VPN account used from 203.0.113.9';
    await append({
      ...entry,
      id: 'a'.repeat(32),
      text: used,
      hosts: ['pacs01'],
      accounts: ['nurse7'],
      tags: [],
    });
    const scan = '他組織でも同じ走査が観測された';
    await append({
      ...entry,
      id: 'b'.repeat(32),
      text: scan,
      hosts: ['pacs01'],
      tags: ['tlp:green'],
    });
    const fields = {
      type: 'ipv4',
      value: '203.0.113.9',
      state: 'confirmed',
      entries: ['a'.repeat(32)],
    };
    await append({ t: 'indicator.set', id: 'c'.repeat(32), indicator: 'd'.repeat(32), fields });
    const shared = {
      type: 'domain',
      value: 'evil.example',
      tlp: 'GREEN',
      entries: ['b'.repeat(32)],
    };
    await append({
      t: 'indicator.set',
      id: 'e'.repeat(32),
      indicator: 'f'.repeat(32),
      fields: shared,
    });
  });
  await page.reload();
  const notebook = notebookWindow(page);
  await expect(notebook.line).toBeFocused();
  return notebook;
}

test('a partner at TLP:GREEN gets nothing amber, by keyboard alone', async ({ kiroku }) => {
  const { app, page, places } = kiroku;
  const { word, ...notebook } = await openCase(kiroku);
  await notebook.run(word(m.command));
  const dialog = page.getByRole('dialog', { name: word(m.title) });
  const preview = dialog.getByRole('region', { name: word(m.previewTitle) });
  await expect(preview).toContainText(word(m.goes, { label: 'TLP:AMBER' }));
  await expect(preview).toContainText(word(m.nothingStays));

  await expect(dialog.getByLabel(word(m.format), { exact: true })).toBeVisible();
  await tabTo(dialog.getByLabel(word(m.limit)));
  await page.keyboard.type('TLP:GREEN');
  await expect(preview).toContainText(word(m.goes, { label: 'TLP:GREEN' }));
  await expect(preview).toContainText(word(m.countEntry, { n: 1 }));
  await expect(preview).toContainText(word(m.becauseLabel));
  await expect(preview).toContainText('203.0.113.9');

  // Remembering a partner with this label, and choosing it the next time.
  await tabTo(dialog.getByLabel(word(m.newPartner)));
  await page.keyboard.insertText('県警サイバー課');
  await page.keyboard.press('Enter');
  const partner = dialog.getByLabel(word(m.partner), { exact: true });
  await expect(partner).toHaveValue('県警サイバー課');
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);

  const file = path.join(places.files, 'partner.json');
  await answerFileDialogs(app, { save: file });
  await tabTo(dialog.getByRole('button', { name: word(m.save), exact: true }));
  await page.keyboard.press('Enter');
  await expect(dialog.getByText(word(m.saved, { place: file }))).toBeVisible();
  const text = await readFile(file, 'utf8');
  expect(text).toContain('他組織でも同じ走査が観測された');
  expect(text).toContain('evil.example');
  expect(amber.filter((held) => text.includes(held))).toEqual([]);
  expect(text).not.toMatch(/amber/i);

  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await page.keyboard.press('Control+Shift+E');
  await expect(dialog.getByLabel(word(m.limit))).toHaveValue('none');
  await partner.selectOption('県警サイバー課');
  await expect(dialog.getByLabel(word(m.limit))).toHaveValue('GREEN');
});

test('what is filtered in the timeline can be exported, and a failing disk is said', async ({
  kiroku,
}) => {
  const { app, page, places } = kiroku;
  const { word, ...notebook } = await openCase(kiroku);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+f');
  await page.keyboard.insertText('VPN');
  await notebook.run(word(m.command));
  const dialog = page.getByRole('dialog', { name: word(m.title) });
  await expect(dialog.getByLabel(word(m.entries), { exact: true })).toHaveValue('shown');
  const preview = dialog.getByRole('region', { name: word(m.previewTitle) });
  await expect(preview).toContainText(word(m.becauseNotChosen));
  await dialog.getByLabel(word(m.from)).fill('someday');
  await expect(dialog.getByText(word(m.timeUnreadable))).toBeVisible();
  await dialog.getByLabel(word(m.from)).fill('2024-03-02');
  await expect(preview).toContainText(word(m.becauseTime));
  await dialog.getByLabel(word(m.from)).fill('');

  await answerFileDialogs(app, { save: path.join(places.files, 'nowhere', 'case.json') });
  await dialog.getByRole('button', { name: word(m.save), exact: true }).click();
  const [before = ''] = word(m.failedWrite, { detail: '|' }).split('|');
  await expect(dialog.getByText(before)).toBeVisible();
  await answerFileDialogs(app, {});
  await dialog.getByRole('button', { name: word(m.save), exact: true }).click();
  await expect(dialog.getByText(before)).toBeHidden();
});
