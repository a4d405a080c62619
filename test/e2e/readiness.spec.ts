import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { checklistMessages } from '#shared/i18n/checklist-messages.ts';
import { frameMessages } from '#shared/i18n/frame-messages.ts';
import { guidanceMessages as g } from '#shared/i18n/guidance-messages.ts';
import { chainMessages as m } from '#shared/i18n/kill-chain-messages.ts';
import { expect, test } from './fixtures/kiroku-test.ts';
import { chooseFiles, saveAs } from './pages/file-dialogs.ts';
import { notebookWindow, tabTo } from './pages/notebook-window.ts';
import { onlyNotebook, runVerb } from './pages/run-verb.ts';
import { changeLook } from './pages/view-tour.ts';

type Shown = {
  readonly incident: { readonly kind?: string; readonly headings?: string };
  readonly coverage: readonly { readonly id: string; readonly state?: string }[];
  readonly checklists: readonly {
    readonly template: string;
    readonly items: readonly { readonly text: { readonly ja: string } }[];
  }[];
};

test('templates and guides are written before any notebook is there', async ({
  kiroku,
  places,
}) => {
  const { page } = kiroku;
  await changeLook(page, { language: 'en', theme: 'light' });
  const { word } = notebookWindow(page);
  const dialog = page.getByRole('dialog');
  const action = page.getByRole('button', { name: word(frameMessages.guidanceAction) });
  const press = async (name: string) => {
    await tabTo(page.getByRole('button', { name, exact: true }).first());
    await page.keyboard.press('Enter');
  };
  await press(word(frameMessages.guidanceAction));
  await press(word(g.make));
  await tabTo(dialog.getByLabel(word(g.templateTitle), { exact: true }));
  await page.keyboard.insertText('Night shift');
  await press(word(g.addItem));
  await tabTo(dialog.getByLabel(word(g.itemText), { exact: true }));
  await page.keyboard.insertText('Call the duty manager');
  await press(word(g.save));
  await expect(dialog.getByText(word(g.saved, { number: '1' }))).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(action).toBeFocused();
  expect((await runVerb(places, ['checklist', 'list'])).out).toContain('own-1  Night shift');
});

for (const language of ['en', 'ja'] as const)
  test(`readiness is checked with no incident, by keyboard, with one's own rules (${language})`, async ({
    kiroku,
    places,
  }) => {
    const { page, app } = kiroku;
    await changeLook(page, { language, theme: 'light' });
    const notebook = notebookWindow(page, language);
    const { word, goTo, run } = notebook;
    const shown = async () =>
      JSON.parse((await runVerb(places, ['show', onlyNotebook(places), '--json'])).out) as Shown;
    const press = async (name: string) => {
      await tabTo(page.getByRole('button', { name, exact: true }).first(), { most: 250 });
      await page.keyboard.press('Enter');
    };
    const dialog = page.getByRole('dialog');

    await test.step('the first screen offers it, and the logs are what stands there', async () => {
      await press(word(frameMessages.readinessAction));
      await expect(page.getByRole('grid', { name: word(m.coverGrid) })).toBeVisible();
      await expect(page.getByText(word(frameMessages.readiness), { exact: true })).toBeVisible();
      await tabTo(page.locator('[data-cell="0 0"]'), { most: 200 });
      await page.keyboard.press('m');
      await expect.poll(async () => (await shown()).coverage).toMatchObject([{ state: 'missing' }]);
      expect((await shown()).incident.kind).toBe('readiness');
    });

    await test.step('the grid is written as CSV and as a workbook', async () => {
      for (const format of ['csv', 'xlsx']) {
        const file = path.join(places.notebooks, `coverage.${format}`);
        await saveAs(app, file);
        await press(word(m.coverExport, { format: format.toUpperCase() }));
        await expect(page.getByText(word(m.coverWritten, { place: file })).first()).toBeVisible();
        const bytes = await readFile(file);
        expect(bytes.subarray(0, 2).toString('latin1')).toBe(format === 'csv' ? 'ï»' : 'PK');
      }
    });

    await test.step('nothing to compare with says so', async () => {
      await press(word(m.coverCompare));
      await expect(dialog.getByText(word(m.coverCompareNone))).toBeVisible();
      await page.keyboard.press('Escape');
    });

    await test.step('a checklist of one’s own is written, and adopted as it was', async () => {
      await run(word(g.command));
      await press(word(g.make));
      await tabTo(dialog.getByLabel(word(g.templateTitleJa), { exact: true }));
      await page.keyboard.insertText('病棟の初動');
      await press(word(g.addItem));
      await tabTo(dialog.getByLabel(word(g.itemTextJa), { exact: true }));
      await page.keyboard.insertText('紙の運用に切り替える');
      await press(word(g.save));
      await expect(dialog.getByText(word(g.saved, { number: '1' }))).toBeVisible();
      await page.keyboard.press('Escape');
      await goTo('checklists');
      await press(word(checklistMessages.adoptMore));
      await press(
        word(frameMessages.actionOf, { action: word(checklistMessages.adopt), name: '病棟の初動' }),
      );
      await expect(dialog).toHaveCount(0);
      await run(word(g.command));
      await press(word(frameMessages.actionOf, { action: word(g.edit), name: '病棟の初動' }));
      await tabTo(dialog.locator('[aria-expanded]').first());
      await page.keyboard.press('Enter');
      await tabTo(dialog.getByLabel(word(g.itemTextJa), { exact: true }));
      await page.keyboard.press('Control+a');
      await page.keyboard.insertText('別の手順');
      await page.keyboard.press('Escape');
      await expect(dialog.getByText(word(g.discardAsk))).toBeVisible();
      await press(word(g.keepEditing));
      await press(word(g.save));
      await expect(dialog.getByText(word(g.saved, { number: '2' }))).toBeVisible();
      await page.keyboard.press('Escape');
      const lists = (await shown()).checklists;
      expect(lists.map(({ template }) => template)).toEqual(['general-nist', 'own-1']);
      expect(lists[1]?.items).toMatchObject([{ text: { ja: '紙の運用に切り替える' } }]);
    });

    await test.step('headings by CSF are the notebook’s choice', async () => {
      await tabTo(page.getByLabel(word(checklistMessages.headings), { exact: true }), {
        most: 200,
      });
      await page.keyboard.press('ArrowDown');
      await expect.poll(async () => (await shown()).incident.headings).toBe('csf');
    });

    await test.step('a stage guide is rewritten in this language', async () => {
      await run(word(g.command));
      await tabTo(dialog.getByRole('tab', { selected: true }));
      await page.keyboard.press('ArrowRight');
      await tabTo(dialog.getByRole('button', { name: word(g.edit) }).first(), { most: 200 });
      await page.keyboard.press('Enter');
      await tabTo(dialog.getByLabel(word(g.definition), { exact: true }));
      await page.keyboard.press('Control+a');
      await page.keyboard.insertText('院内の公開情報を集める段階');
      await press(word(g.save));
      await expect(dialog.getByText(word(g.saved, { number: '1' }))).toBeVisible();
    });

    await test.step('a hostile file changes nothing, and says why', async () => {
      await tabTo(dialog.getByRole('tab', { selected: true }), { key: 'Shift+Tab' });
      await page.keyboard.press('ArrowRight');
      const file = path.join(places.notebooks, 'enterprise-attack.json');
      await writeFile(file, '{"type":"bundle","objects":[{"type":"attack-pattern","id":7}]}');
      await chooseFiles(app, [file]);
      await press(word(g.importFile));
      await expect(dialog.getByText(word(g.errorNoRelease))).toBeVisible();
      await writeFile(file, 'PK\u0003\u0004');
      await press(word(g.importFile));
      await expect(dialog.getByText(word(g.errorNotJson))).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(dialog).toHaveCount(0);
    });
  });
