import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { evidenceMessages } from '#shared/i18n/evidence-messages.ts';
import { questionMessages } from '#shared/i18n/import-messages.ts';
import { logMessages as m } from '#shared/i18n/logs-messages.ts';
import { timelineMessages } from '#shared/i18n/timeline-messages.ts';
import { expect, test } from './fixtures/kiroku-test.ts';
import { type Kiroku, projectRoot } from './fixtures/launch-kiroku.ts';
import type { Places } from './fixtures/places.ts';
import { startIncident } from './fixtures/start-incident.ts';
import { chooseFiles } from './pages/file-dialogs.ts';
import { importLog } from './pages/import-log.ts';
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
  const said = await importLog(kiroku, notebook, sample);
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
  const { page } = kiroku;
  const notebook = await openNotebook(kiroku);
  const { word } = notebook;
  const said = await importLog(kiroku, notebook, training);
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

test('several files are asked about one after the other, and pinned as one entry', async ({
  kiroku,
  places,
}) => {
  const { app, page } = kiroku;
  const notebook = await openNotebook(kiroku);
  const { word } = notebook;
  const files = ['columns.csv', 'skipped.csv', 'sshd.log'].map((name) =>
    path.join(places.notebooks, name),
  );
  const [columns = '', skipped = '', syslog = ''] = files;
  await writeFile(columns, 'when,what,where\n2024-03-01 05:00:00,opened,gate 1\n');
  await writeFile(skipped, 'when,what\n2024-03-01 05:00:00,skipped\n');
  await writeFile(syslog, 'Mar  1 05:00:01 gw sshd[1]: Accepted password for root\n');
  await chooseFiles(app, files);
  await notebook.goTo('logs');
  await notebook.run(word(m.import));
  const dialog = page.getByRole('dialog');
  const importThis = dialog.getByRole('button', { name: word(m.importThis), exact: true });
  await test.step('a table: its zone and its columns', async () => {
    await expect(dialog.getByText(word(m.importOf, { at: 1, n: 3 }))).toBeVisible();
    await expect(importThis).toBeDisabled();
    await dialog.getByLabel(word(questionMessages.zone)).fill('Asia/Tokyo');
    await dialog.getByLabel(word(m.columnTime), { exact: true }).selectOption('when');
    await dialog.getByLabel(word(m.columnText), { exact: true }).selectOption('what');
    await dialog.getByLabel(word(m.columnHost), { exact: true }).selectOption('where');
    await expect(importThis).toBeEnabled();
    await expect(dialog.getByRole('cell', { name: 'gate 1', exact: true })).toBeVisible();
    await importThis.click();
  });
  await test.step('one is passed over', async () => {
    await expect(dialog.getByText(word(m.importOf, { at: 2, n: 3 }))).toBeVisible();
    await dialog.getByRole('button', { name: word(m.skipThis) }).click();
  });
  await test.step('a format without a year', async () => {
    await expect(dialog.getByText(word(m.importOf, { at: 3, n: 3 }))).toBeVisible();
    await expect(importThis).toBeDisabled();
    await dialog.getByLabel(word(questionMessages.year)).fill('2024');
    await dialog.getByLabel(word(questionMessages.zone)).fill('Asia/Tokyo');
    await expect(importThis).toBeEnabled();
    await importThis.click();
    await expect(dialog).toBeHidden();
  });
  const list = page.getByRole('grid', { name: word(m.rowList) });
  await expect(list).toHaveAttribute('aria-rowcount', '2');
  await test.step('a span leaves only what lies in it', async () => {
    await page.getByRole('button', { name: word(m.timeSpan), exact: true }).click();
    await page.getByLabel('From', { exact: true }).fill('2024-03-01 05:00:01');
    await page.keyboard.press('Enter');
    await expect(list).toHaveAttribute('aria-rowcount', '1');
    await expect(list).toContainText('Accepted password');
    await page.getByRole('button', { name: /^Drop the condition from 2024-03-01/ }).click();
    await expect(list).toHaveAttribute('aria-rowcount', '2');
  });
  await list.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('!');
  await page.keyboard.press('j');
  await page.keyboard.press('!');
  await page.keyboard.press('p');
  await tabTo(dialog.getByRole('button', { name: word(m.pinTogether) }), { key: 'Shift+Tab' });
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await notebook.goTo('timeline');
  await expect(notebook.row('opened')).toHaveCount(1);
  await expect(
    page.getByRole('search').getByText(word(timelineMessages.total, { n: 1 })),
  ).toBeVisible();
});

test('a hostile log ends as harmless text', async ({ kiroku, places }) => {
  const { page } = kiroku;
  const notebook = await openNotebook(kiroku);
  const { word } = notebook;
  const file = path.join(places.notebooks, '<img src=x onerror=alert(1)>.csv');
  const cells = [
    '<img src=x onerror="document.title=\'owned\'"><script>document.title="owned"</script>',
    "=HYPERLINK('http://evil.example')",
    'abc\u202Egnp.exe\u2066',
    `long ${'x'.repeat(1_048_576)} end`,
    'nul \u0000 bell \u0007',
  ];
  const lines = cells.map(
    (cell, at) => `2024-03-01T05:00:0${at}Z,<b>host</b>,"${cell.replaceAll('"', '""')}"`,
  );
  await writeFile(file, `Time,Computer,Message\n${lines.join('\n')}\n`);
  page.on('dialog', () => expect('a dialog of the page').toBe('never seen'));
  await importLog(kiroku, notebook, file);
  const list = page.getByRole('grid', { name: word(m.rowList) });
  await expect(list).toHaveAttribute('aria-rowcount', '5');
  await expect(list).toContainText('<img src=x onerror=');
  await expect(list).toContainText("=HYPERLINK('http://evil.example')");
  // What would turn the reading direction is shown by its name.
  await expect(list).not.toContainText('\u202E');
  await expect(list.locator('img, script, b')).toHaveCount(0);
  await list.focus();
  await page.keyboard.press('Home');
  const original = page.getByRole('region', { name: word(m.original) });
  for (const part of ['<script>', '=HYPERLINK', 'gnp.exe', 'long xxx', 'bell']) {
    await page.keyboard.press('Enter');
    await expect(original).toContainText(part);
    await page.keyboard.press('j');
  }
  await expect(original.locator('img, script, b')).toHaveCount(0);
  await expect(notebook.title).toHaveText('Logs');
  await notebook.goTo('timeline');
  await page.keyboard.press('r');
  await expect(page.getByRole('button', { name: word(timelineMessages.emptyAction) })).toHaveCount(
    0,
  );
  await expect(notebook.list).toContainText('<img src=x onerror=');
  await expect(notebook.list.locator('img, script, b')).toHaveCount(0);
  expect(await page.title()).not.toContain('owned');
});

test('a dropped file whose path the system cannot give is refused in words', async ({ kiroku }) => {
  const { page } = kiroku;
  const notebook = await openNotebook(kiroku);
  const { word } = notebook;
  for (const view of ['logs', 'evidence'] as const) {
    await notebook.goTo(view);
    // A file made in the page has no path, as one whose name the locale cannot write.
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.items.add(new File(['x'], '証拠.csv'));
      const event = { bubbles: true, cancelable: true, dataTransfer: data };
      document.body.dispatchEvent(new DragEvent('drop', event));
    });
    const said = word(evidenceMessages.droppedWithoutPath, { n: 1 });
    await expect(notebook.state).toContainText(said);
    await page.reload();
    await notebook.line.waitFor();
  }
});
