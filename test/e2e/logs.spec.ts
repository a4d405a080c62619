import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { logMessages as m } from '#shared/i18n/logs-messages.ts';
import { timelineMessages } from '#shared/i18n/timeline-messages.ts';
import { expect, test } from './fixtures/kiroku-test.ts';
import { type Kiroku, projectRoot } from './fixtures/launch-kiroku.ts';
import type { Places } from './fixtures/places.ts';
import { startIncident } from './fixtures/start-incident.ts';
import { chooseFiles } from './pages/file-dialogs.ts';
import { type NotebookWindow, notebookWindow, tabTo } from './pages/notebook-window.ts';
import { onlyNotebook, runVerb, runVerifyScript } from './pages/run-verb.ts';

const sample = path.join(projectRoot, 'test/fixtures/logs/sysmon-japanese.csv');
const training = path.join(
  projectRoot,
  '../shared/inputs/data/windows-events/jpcert_v1__Handson1_Sysmon.csv',
);

type Shown = {
  readonly entries: readonly {
    readonly kind: string;
    readonly stages: readonly string[];
    readonly tags: readonly string[];
    readonly evidence: readonly string[];
    readonly at: { readonly utc: string; readonly precision: string; readonly zone: string };
  }[];
};

async function openNotebook({ page }: Kiroku): Promise<NotebookWindow> {
  await startIncident(page, 'Logs');
  await page.reload();
  const notebook = notebookWindow(page);
  await expect(notebook.title).toHaveText('Logs');
  await expect(notebook.line).toBeFocused();
  return notebook;
}

/** Imports a file by keyboard, and says what the dialog said before it was taken in. */
async function importFile({ app, page }: Kiroku, notebook: NotebookWindow, file: string) {
  await chooseFiles(app, [file]);
  await notebook.goTo('logs');
  await notebook.run('Import logs');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(notebook.word(m.firstRows)).first()).toBeVisible();
  const said = await dialog.innerText();
  await tabTo(dialog.getByRole('button', { name: notebook.word(m.importThis), exact: true }));
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  const name = path.basename(file);
  await expect(page.getByRole('table').getByRole('row').filter({ hasText: name })).toBeVisible();
  return said;
}

/** Looks for words by keyboard and stands in the rows afterwards. */
async function searchFor(page: Page, notebook: NotebookWindow, words: string) {
  const list = page.getByRole('grid', { name: notebook.word(m.rowList) });
  await list.focus();
  await page.keyboard.press('/');
  const field = page.getByRole('searchbox', { name: notebook.word(m.search) });
  await expect(field).toBeFocused();
  await page.keyboard.insertText(words);
  await expect(list.locator('mark').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(list).toBeFocused();
  return list;
}

async function verifyBoth(places: Places, folder: string) {
  const verified = await runVerb(places, ['verify', folder, '--lang', 'en']);
  expect(verified, verified.errors).toMatchObject({ code: 0 });
  const script = await runVerifyScript(places, folder);
  expect(script, script.errors).toMatchObject({ code: 0 });
}

test('a log is imported, searched, tagged and pinned with the keyboard', async ({
  kiroku,
  places,
}) => {
  const { page } = kiroku;
  const notebook = await openNotebook(kiroku);
  const { word } = notebook;
  const said = await importFile(kiroku, notebook, sample);
  expect(said).toContain(word(m.zoneProven, { zone: '+09:00' }));

  const list = await searchFor(page, notebook, 'powershell');
  await expect(list.locator('mark').first()).toHaveText(/powershell/i);
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  const original = page.getByRole('region', { name: word(m.original) });
  await expect(original).toContainText('-enc SQBFAFgA');
  await expect(original).toContainText(word(m.textAsIs));
  // Legacy mode: the other one opens a page of its own, which Electron does not have.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);

  await page.keyboard.press(' ');
  await page.keyboard.press('j');
  await page.keyboard.press('!');
  await expect(page.getByText(word(m.tagged, { n: 2 }))).toBeVisible();
  await page.keyboard.press('p');
  const dialog = page.getByRole('dialog', { name: word(m.pinTitle, { n: 2 }) });
  await expect(dialog.getByLabel(word(m.pinMarks))).toBeFocused();
  await page.keyboard.insertText('!9');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText(word(m.pinUnknownStage, { stage: '!9' }))).toBeVisible();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText('5 !6 c2');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(list.getByText(/^Pinned by entry/)).toHaveCount(2);
  await expect(list).toBeFocused();

  await notebook.goTo('timeline');
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  const cited = page.getByRole('button', { name: /^Open line \d+ of sysmon-japanese\.csv$/ });
  await tabTo(cited);
  await page.keyboard.press('Enter');
  await expect(original).toContainText('-enc SQBFAFgA');
  await expect(original).toContainText(word(m.pinnedBy));

  await kiroku.quit();
  const folder = onlyNotebook(places);
  await verifyBoth(places, folder);
  const { entries } = JSON.parse((await runVerb(places, ['show', folder, '--json'])).out) as Shown;
  expect(entries).toHaveLength(2);
  expect(entries[0]).toMatchObject({
    kind: 'observation',
    stages: ['installation', 'command-and-control'],
    tags: ['c2'],
    // The column of the time has no milliseconds, so the entry claims none.
    at: { utc: '2024-03-01T12:05:31Z', precision: 'second', zone: '+09:00' },
  });
  expect(entries.map(({ evidence }) => evidence.length)).toEqual([1, 1]);
});

test('six rows of a real intrusion are pinned with stages', async ({ kiroku, places }) => {
  test.skip(!existsSync(training), `the training logs are missing: ${training}`);
  test.setTimeout(180_000);
  const { page } = kiroku;
  const notebook = await openNotebook(kiroku);
  const { word } = notebook;
  const said = await importFile(kiroku, notebook, training);
  expect(said).toContain(word(m.zoneProven, { zone: '+09:00' }));
  const steps = [
    ['anews-web.co mz.exe', '3'],
    ['powershell bypass z.ps1', '4'],
    ['currentversion notilv.exe', '5'],
    ['net use Win7_64JP_03', '7'],
    ['kerberos::golden', '7'],
    ['dir *.doc* g.txt', '7'],
  ] as const;
  const missing: string[] = [];
  for (const [words, stage] of steps) {
    const list = page.getByRole('grid', { name: word(m.rowList) });
    await list.focus();
    await page.keyboard.press('/');
    await page.keyboard.insertText(words);
    await expect(page.getByRole('status').filter({ hasText: /^[\d,]+ rows?$/ })).toBeVisible();
    if ((await list.getAttribute('aria-rowcount')) === '0') {
      missing.push(words);
      continue;
    }
    await page.keyboard.press('Enter');
    await page.keyboard.press(stage);
    const dialog = page.getByRole('dialog', { name: word(m.pinTitle, { n: 1 }) });
    await expect(dialog.getByLabel(word(m.pinMarks))).toHaveValue(`${stage} `);
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
  }
  expect(missing).toEqual([]);
  await notebook.goTo('timeline');
  await expect(
    page.getByRole('search').getByText(word(timelineMessages.total, { n: steps.length })),
  ).toBeVisible();
  await kiroku.quit();
  const folder = onlyNotebook(places);
  await verifyBoth(places, folder);
  const { entries } = JSON.parse((await runVerb(places, ['show', folder, '--json'])).out) as Shown;
  expect(entries).toHaveLength(steps.length);
  for (const { kind, evidence, stages } of entries)
    expect({ kind, files: evidence.length, stages: stages.length }).toEqual({
      kind: 'observation',
      files: 1,
      stages: 1,
    });
});
