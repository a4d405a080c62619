import type { Page } from '@playwright/test';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { clockMessages as m } from '#shared/i18n/clock-messages.ts';
import { logMessages } from '#shared/i18n/logs-messages.ts';
import type { Language } from '#shared/i18n/messages.ts';
import { wordJump, wordStanding } from '#shared/i18n/word-clock.ts';
import { expect, test } from './fixtures/kiroku-test.ts';
import { type Kiroku, projectRoot } from './fixtures/launch-kiroku.ts';
import { startIncident } from './fixtures/start-incident.ts';
import { chooseFiles } from './pages/file-dialogs.ts';
import { type NotebookWindow, notebookWindow, tabTo } from './pages/notebook-window.ts';
import { onlyNotebook, runVerb, runVerifyScript } from './pages/run-verb.ts';

const sample = path.join(projectRoot, 'test/fixtures/logs/sysmon-japanese.csv');

async function openNotebook({ page }: Kiroku, language: Language): Promise<NotebookWindow> {
  await startIncident(page, 'Clocks');
  await page.evaluate(
    (wanted) => window.kiroku?.['settings:change']({ language: wanted }),
    language,
  );
  await page.reload();
  const notebook = notebookWindow(page, language);
  await expect(notebook.line).toBeFocused();
  return notebook;
}

async function fill(
  page: Page,
  notebook: NotebookWindow,
  fields: readonly (readonly [string, string])[],
) {
  const dialog = page.getByRole('dialog', { name: notebook.word(m.title) });
  for (const [label, text] of fields) {
    await tabTo(dialog.getByLabel(label, { exact: true }));
    await page.keyboard.insertText(text);
  }
  return dialog;
}

async function looksGood(page: Page) {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

for (const language of ['en', 'ja'] as const)
  test(`a camera is registered, measured, and its entries move (${language})`, async ({
    kiroku,
    places,
  }) => {
    const { page } = kiroku;
    const notebook = await openNotebook(kiroku, language);
    const { word } = notebook;
    await notebook.run(word(m.command));
    const dialog = await fill(page, notebook, [[word(m.registerName), 'gate camera']]);
    await page.keyboard.press('Enter');
    await expect(
      dialog.getByRole('heading', { name: word(m.measureOf, { name: 'gate camera' }) }),
    ).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await notebook.log('2024-03-01 12:20:00 $"gate camera" door opened');
    await notebook.log('2024-03-01 12:10:00 logon');
    const texts = () => notebook.rows.allInnerTexts();
    await expect
      .poll(async () => (await texts()).findIndex((row) => row.includes('door')))
      .toBeGreaterThan((await texts()).findIndex((row) => row.includes('logon')));

    await notebook.run(word(m.command));
    // Saved too early: what is missing is said, and nothing is written.
    await fill(page, notebook, [[word(m.showed), '2024-03-01 12:20:00']]);
    await page.keyboard.press('Enter');
    await expect(dialog.getByText(word(m.howMissing))).toBeVisible();
    await fill(page, notebook, [[word(m.reference), '12:05:00']]);
    await expect(dialog.getByText(word(m.noDate))).toBeVisible();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.insertText('2024-03-01 12:05:00');
    await fill(page, notebook, [[word(m.how), 'beside a radio clock']]);
    const sentence = dialog.getByRole('status').filter({ hasText: 'gate camera' });
    await expect(sentence).toContainText(
      word(m.willMoveEntries, { entries: word(m.entryCount, { n: 1 }) }),
    );
    await expect(sentence).toContainText('12:05:00');
    await looksGood(page);
    await page.screenshot({ path: `test-results/clocks-measure-${language}.png` });
    await page.keyboard.press('Enter');
    const standing = wordStanding({ aheadMs: 900_000, plusMinusMs: 1_000 }, language);
    await expect(dialog.getByRole('button', { name: /^gate camera/ })).toContainText(standing);
    await page.keyboard.press('Escape');
    await expect
      .poll(async () => (await texts()).findIndex((row) => row.includes('door')))
      .toBeLessThan((await texts()).findIndex((row) => row.includes('logon')));

    // From the entry to its clock, and an offset that is known.
    await notebook.run('#3');
    const detail = notebook.detail(3);
    await expect(detail).toContainText('12:20:00');
    await expect(detail).toContainText('12:05:00');
    await tabTo(detail.getByRole('button', { name: 'gate camera' }));
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('button', { name: /^gate camera/ })).toBeFocused();
    await tabTo(dialog.getByLabel(word(m.way)));
    await page.keyboard.press('ArrowDown');
    await fill(page, notebook, [
      [word(m.offset), '-00:16:00'],
      [word(m.how), 'measured again'],
    ]);
    await page.keyboard.press('Enter');
    await tabTo(dialog.getByText(word(m.history)), { key: 'Shift+Tab' });
    await page.keyboard.press('Enter');
    await expect(dialog.getByText('beside a radio clock')).toBeVisible();

    // This machine.
    await tabTo(dialog.getByRole('tab', { name: word(m.tabSources) }), { key: 'Shift+Tab' });
    await page.keyboard.press('ArrowRight');
    await expect(dialog.getByText(word(m.neverChecked))).toBeVisible();
    const showed = await page.evaluate(
      () => new Date(Date.now() + 60_000).toISOString().slice(0, 19).replace('T', ' ') + 'Z',
    );
    await fill(page, notebook, [
      [word(m.checkReference), 'radio clock'],
      [word(m.checkShowed), showed],
    ]);
    await page.keyboard.press('Enter');
    await expect(dialog.getByText(/radio clock/).last()).toBeVisible();
    await looksGood(page);
    await page.screenshot({ path: `test-results/clocks-machine-${language}.png` });

    await kiroku.quit();
    const folder = onlyNotebook(places);
    const shown = JSON.parse((await runVerb(places, ['show', folder, '--json'])).out) as {
      sources: { measured: object[] }[];
      clocks: { checks: { reference: string; aheadMs: number }[] }[];
    };
    expect(shown.sources).toMatchObject([
      {
        name: 'gate camera',
        clock: { aheadMs: 960_000 },
        measured: [{ how: 'beside a radio clock' }, {}],
      },
    ]);
    const check = shown.clocks[0]?.checks[0];
    expect(check?.reference).toBe('radio clock');
    expect(Math.abs((check?.aheadMs ?? 0) + 60_000)).toBeLessThan(15_000);
    const script = await runVerifyScript(places, folder);
    expect(script, script.errors).toMatchObject({ code: 0 });
  });

test('the rows of a log move with its clock, from the table of logs', async ({ kiroku }) => {
  const { app, page } = kiroku;
  const notebook = await openNotebook(kiroku, 'en');
  const { word } = notebook;
  await chooseFiles(app, [sample]);
  await notebook.goTo('logs');
  await notebook.run('Import logs');
  await expect(
    page.getByRole('dialog').getByText(word(logMessages.firstRows)).first(),
  ).toBeVisible();
  await tabTo(
    page
      .getByRole('dialog')
      .getByRole('button', { name: word(logMessages.importThis), exact: true }),
  );
  await page.keyboard.press('Enter');
  const cell = page.getByRole('button', { name: word(m.notMeasured) });
  await tabTo(cell);
  const times = page.getByRole('grid', { name: word(logMessages.rowList) }).locator('time');
  await expect(times.first()).toBeVisible();
  const before = await times.first().getAttribute('datetime');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: word(m.title) });
  await expect(dialog.getByRole('button', { name: /^sysmon-japanese/ })).toBeFocused();
  await tabTo(dialog.getByLabel(word(m.way)));
  await page.keyboard.press('ArrowDown');
  await fill(page, notebook, [
    [word(m.offset), '+01:00:00'],
    [word(m.how), 'by telephone'],
  ]);
  await expect(dialog.getByRole('status').filter({ hasText: 'true time' })).toContainText(
    /[\d,]+ rows? move/,
  );
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: '1 h behind' })).toBeVisible();
  const moved = new Date(Date.parse(before ?? '') + 3_600_000).toISOString();
  await expect(times.first()).toHaveAttribute('datetime', moved);
  await expect(times.first()).toHaveAttribute('title', /^Its clock showed/);
  await page.screenshot({ path: 'test-results/clocks-rows.png' });
});

for (const language of ['en', 'ja'] as const)
  test(`a clock that jumps is told of until somebody has read it (${language})`, async ({
    kiroku,
    places,
  }) => {
    const { app, page } = kiroku;
    const notebook = await openNotebook(kiroku, language);
    const { word } = notebook;
    await notebook.log('2024-03-01 12:10:00 before');
    // The clock under everybody on this machine cannot be moved: what it would show is put in its place.
    await app.evaluate(() => {
      const trueNow = Date.now;
      Date.now = () => trueNow() + 600_000;
    });
    await notebook.log('2024-03-01 12:20:00 after');
    const said = page.getByText(wordJump(600_000, language));
    await expect(said).toBeVisible();
    await looksGood(page);
    await page.screenshot({ path: `test-results/clocks-jump-${language}.png` });
    await tabTo(page.getByRole('button', { name: word(m.showClocks) }), { key: 'Shift+Tab' });
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: word(m.title) });
    await expect(dialog.getByRole('heading', { name: word(m.jumps) })).toBeVisible();
    await expect(dialog.getByText(word(m.noJumps))).toHaveCount(0);
    await expect(dialog.getByText(wordJump(600_000, language))).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(said).toBeVisible();
    await tabTo(page.getByRole('button', { name: word(m.dismiss) }));
    await page.keyboard.press('Enter');
    await expect(said).toHaveCount(0);
    await kiroku.quit();
    const folder = onlyNotebook(places);
    const shown = JSON.parse((await runVerb(places, ['show', folder, '--json'])).out) as {
      clocks: { jumps: { byMs: number }[] }[];
    };
    const jumps = shown.clocks.flatMap((clock) => clock.jumps);
    expect(jumps).toHaveLength(1);
    expect(Math.abs((jumps[0]?.byMs ?? 0) - 600_000)).toBeLessThan(60_000);
  });
