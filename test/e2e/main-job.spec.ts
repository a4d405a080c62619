import type { Page } from '@playwright/test';
import { randomBytes } from 'node:crypto';
import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { checklists } from '#shared/catalogue/checklist-templates.ts';
import { frameMessages } from '#shared/i18n/frame-messages.ts';
import { checklistMessages } from '#shared/i18n/checklist-messages.ts';
import { evidenceMessages } from '#shared/i18n/evidence-messages.ts';
import { type Language, say } from '#shared/i18n/messages.ts';
import { reportViewMessages } from '#shared/i18n/report-view-messages.ts';
import { timelineMessages } from '#shared/i18n/timeline-messages.ts';
import { expect, test } from './fixtures/kiroku-test.ts';
import type { Kiroku } from './fixtures/launch-kiroku.ts';
import type { Places } from './fixtures/places.ts';
import { chooseFiles, saveAs } from './pages/file-dialogs.ts';
import { type NotebookWindow, notebookWindow, tabTo } from './pages/notebook-window.ts';
import { osakaLines } from './pages/osaka-lines.ts';
import { readAllRows } from './pages/read-rows.ts';
import { onlyNotebook, runVerb, runVerifyScript, textOfPdf } from './pages/run-verb.ts';
import { startScreen } from './pages/start-screen.ts';

const env = { TZ: 'Asia/Tokyo' };
const corrected = '予定していた手術の一部を再開した。';
const correctionReason = '原文の言い回しを病院の掲示に合わせた';
const tickedItems = 5;

type Shown = {
  readonly incident: { readonly title: string; readonly tlp: string };
  readonly entries: readonly {
    readonly seq: number;
    readonly text: string;
    readonly stages: readonly string[];
    readonly techniques: readonly string[];
    readonly hosts: readonly string[];
    readonly tags: readonly string[];
    readonly at: { readonly precision: string; readonly plusMinusMs: number };
    readonly evidence: readonly string[];
    readonly corrected: boolean;
    readonly history: readonly { readonly text: string; readonly reason: string }[];
  }[];
  readonly evidence: readonly { readonly name: string; readonly size: number }[];
  readonly checklists: readonly {
    readonly items: readonly { readonly id: string; readonly state: string }[];
  }[];
};

test('a whole incident is worked with the keyboard, and everything of it is found again', async ({
  launch,
  places,
}) => {
  const { title, lines } = osakaLines();
  expect(lines.length).toBeGreaterThanOrEqual(25);
  const files = [
    path.join(places.files, 'mail-server.log'),
    path.join(places.files, '給食サーバー 通信記録.csv'),
  ];
  await writeFile(files[0] ?? '', 'Oct 31 06:31:02 mx1 smtpd: connect\n'.repeat(2000));
  await writeFile(files[1] ?? '', randomBytes(300_000));

  const first = await launch({ env });
  const { page, app } = first;
  const notebook = notebookWindow(page);

  await test.step('start the incident', async () => {
    const start = startScreen(page);
    await expect(start.title).toBeFocused();
    await page.keyboard.type(title);
    await tabTo(start.name);
    await page.keyboard.type('当直');
    await page.keyboard.press('Enter');
    await expect(notebook.title).toHaveText(title);
    await expect(notebook.marking('TLP:AMBER')).toBeVisible();
    await expect(notebook.line).toBeFocused();
  });

  const numbers: number[] = [];
  await test.step('log the case', async () => {
    for (const { line, text } of lines) {
      numbers.push(await notebook.log(line, { byKey: true }));
      await expect(notebook.row(text)).toHaveAttribute('aria-selected', 'true');
    }
  });

  await test.step('attach two files and cite them', async () => {
    await chooseFiles(app, files);
    await notebook.run('Add evidence');
    const table = page.getByRole('grid', { name: say('en', evidenceMessages.table) });
    for (const file of files)
      await expect(table.getByRole('row').filter({ hasText: path.basename(file) })).toBeVisible();
    numbers.push(await notebook.log('2022-10-31 10:05 mail-server.log ^E-001 保全した :response'));
    numbers.push(await notebook.log('2022-10-31 10:20 通信記録を入手した ^E-002 :response #保全'));
  });

  await test.step('tick five items with citations', async () => {
    await tickFive(page, notebook, numbers);
  });

  const correctedNumber = numbers[15] ?? 0;
  await test.step('correct an entry', async () => {
    await notebook.goTo('timeline');
    await notebook.run(`#${correctedNumber}`);
    const detail = notebook.detail(correctedNumber);
    await expect(detail).toBeVisible();
    await notebook.run('Correct the entry');
    const text = detail.getByLabel(notebook.word(timelineMessages.text), { exact: true });
    await expect(text).toBeFocused();
    await page.keyboard.press('Control+a');
    await page.keyboard.type(corrected);
    await tabTo(detail.getByLabel(notebook.word(timelineMessages.reason)));
    await page.keyboard.type(correctionReason);
    await page.keyboard.press('Enter');
    const mark = notebook.row(corrected).getByRole('img', {
      name: notebook.word(timelineMessages.corrected),
    });
    await expect(mark).toBeVisible();
  });

  const texts = lines.map(({ text }, at) => (at === 15 ? corrected : text));
  texts.push('通信記録を入手した');
  const reports = await test.step('export the report', () => exportAll(first, notebook));

  await test.step('close, and look at what is there', async () => {
    await first.quit();
  });
  const folder = onlyNotebook(places);

  const second = await launch({ env });
  const again = notebookWindow(second.page);
  await test.step('reopen: everything is there', async () => {
    const start = startScreen(second.page);
    await tabTo(start.recent(path.basename(folder, '.kiroku')));
    await second.page.keyboard.press('Enter');
    await expect(again.title).toHaveText(title);
    await expect(again.state).toContainText('chain intact');
    await expect(second.page.getByText(`${numbers.length} entries`)).toBeVisible();
    const seen = await readAllRows(again);
    for (const text of texts)
      expect(
        seen.some((row) => row.includes(text)),
        text,
      ).toBe(true);
    await again.goTo('checklists');
    await expect(second.page.getByText(`${tickedItems} of 47 done`)).toBeVisible();
    await again.goTo('evidence');
    for (const file of files)
      await expect(
        second.page.getByRole('row').filter({ hasText: path.basename(file) }),
      ).toBeVisible();
  });

  await test.step('the command line and verify.py agree', async () => {
    const verified = await runVerb(places, ['verify', folder, '--lang', 'en']);
    expect(verified, verified.errors).toMatchObject({ code: 0 });
    expect(verified.out).toMatch(/as it was written|intact|good|nothing was found/i);
    const script = await runVerifyScript(places, folder);
    expect(script, script.errors).toMatchObject({ code: 0 });
    expect(script.out).not.toBe('');

    const { out } = await runVerb(places, ['show', folder, '--json']);
    const shown = JSON.parse(out) as Shown;
    expect(shown.incident).toMatchObject({ title, tlp: 'AMBER' });
    expect(shown.entries.map(({ seq }) => seq).toSorted((a, b) => a - b)).toEqual(numbers);
    expect(texts.filter((text) => !shown.entries.some((entry) => entry.text === text))).toEqual([]);
    const rewritten = shown.entries.find(({ seq }) => seq === correctedNumber);
    expect(rewritten).toMatchObject({ corrected: true, text: corrected });
    expect(rewritten?.history.map(({ text, reason }) => [text, reason])).toEqual([
      [lines[15]?.text, ''],
      [corrected, correctionReason],
    ]);
    expect(shown.entries.filter(({ corrected: isCorrected }) => isCorrected)).toHaveLength(1);
    expect(shown.entries.some(({ stages }) => stages.length > 0)).toBe(true);
    expect(shown.entries.some(({ techniques }) => techniques.includes('T1486'))).toBe(true);
    expect(shown.entries.some(({ hosts }) => hosts.includes('給食管理サーバー'))).toBe(true);
    expect(shown.entries.some(({ tags }) => tags.length > 0)).toBe(true);
    expect(shown.entries.filter(({ at }) => at.plusMinusMs > 0).length).toBeGreaterThanOrEqual(3);
    expect(shown.entries.flatMap(({ evidence }) => evidence)).toHaveLength(2);
    const kept = await Promise.all(files.map(async (file) => (await stat(file)).size));
    expect(shown.evidence.map(({ name, size }) => [name, size])).toEqual(
      files.map((file, at) => [path.basename(file), kept[at]]),
    );
    const done = shown.checklists.flatMap(({ items }) =>
      items.filter(({ state }) => state === 'done'),
    );
    expect(done).toHaveLength(tickedItems);
    const seal = /\b[0-9a-f]{64}\b/.exec(verified.out)?.[0];
    expect(script.out).toContain(seal);
    for (const report of reports) await checkReport(report, { texts, seal: seal ?? '', places });
  });
});

/** Adopts the general checklist and settles its first five items, each with an entry. */
async function tickFive(page: Page, notebook: NotebookWindow, numbers: readonly number[]) {
  const { word } = notebook;
  const [template] = checklists.templates;
  if (template === undefined) throw new Error('the catalogue has no checklist');
  await notebook.goTo('checklists');
  await tabTo(
    page.getByRole('button', {
      name: word(frameMessages.actionOf, {
        action: word(checklistMessages.adopt),
        name: template.title.en,
      }),
    }),
  );
  await page.keyboard.press('Enter');
  const itemButton = (id: string) =>
    page.locator(`[data-item="${id}"]`).getByRole('button').first();
  const ids = template.items.slice(0, tickedItems).map(({ id }) => id);
  await tabTo(itemButton(ids[0] ?? ''));
  for (const [at, id] of ids.entries()) {
    await expect(itemButton(id)).toBeFocused();
    await page.keyboard.press('Enter');
    const editor = page.getByRole('form', { name: word(checklistMessages.edit, { item: id }) });
    await expect(
      editor.getByRole('radio', { name: word(checklistMessages.stateOpen) }),
    ).toBeFocused();
    const done = editor.getByRole('radio', { name: word(checklistMessages.stateDone) });
    for (let step = 0; step < 5 && !(await done.isChecked()); step += 1)
      await page.keyboard.press('ArrowRight');
    await tabTo(editor.getByLabel(word(checklistMessages.cite)));
    const number = String(numbers[at] ?? '');
    await page.keyboard.type(number);
    await expect(editor.getByRole('option', { selected: true })).toContainText(number);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+Enter');
    await expect(editor).toBeHidden();
    await expect(page.getByText(`${at + 1} of 47 done`)).toBeVisible();
    await expect(itemButton(id)).toBeFocused();
    await page.keyboard.press('ArrowDown');
  }
}

type Report = { readonly file: string; readonly language: Language; readonly format: 'pdf' | 'md' };

/** PDF and Markdown in both languages, through the report's own controls. */
async function exportAll(
  { app, page, places }: Kiroku,
  notebook: NotebookWindow,
): Promise<Report[]> {
  const { word } = notebook;
  const reports: Report[] = [];
  await notebook.goTo('report');
  const choice = page.getByLabel(word(reportViewMessages.language));
  const paper = page.getByRole('article', { name: word(reportViewMessages.paper) });
  for (const language of ['en', 'ja'] as const) {
    // Back from the buttons, not on through the whole paper.
    await tabTo(choice, language === 'en' ? {} : { key: 'Shift+Tab' });
    await page.keyboard.press('Home');
    if (language === 'ja') await page.keyboard.press('ArrowDown');
    await expect(choice).toHaveValue(language);
    await expect(paper).toHaveAttribute('lang', language);
    for (const format of ['pdf', 'md'] as const) {
      const file = path.join(places.files, `report-${language}.${format}`);
      await saveAs(app, file);
      const name = word(
        format === 'pdf' ? reportViewMessages.exportPdf : reportViewMessages.exportMarkdown,
      );
      await tabTo(
        page.getByRole('button', { name: word(reportViewMessages.exportName, { format: name }) }),
      );
      await page.keyboard.press('Enter');
      await expect(
        page.getByText(word(reportViewMessages.exported, { place: file })),
      ).toBeVisible();
      reports.push({ file, language, format });
    }
  }
  return reports;
}

type Expected = {
  readonly texts: readonly string[];
  readonly seal: string;
  readonly places: Places;
};

/** A report holds every entry, its marking and the seal of the notebook. */
async function checkReport({ file, format }: Report, { texts, seal, places }: Expected) {
  const written = format === 'pdf' ? await textOfPdf(places, file) : await readFile(file, 'utf8');
  // Lines break anywhere in Japanese, and a PDF may name a character by its look-alike radical.
  const plain = (text: string) => text.normalize('NFKC').replaceAll(/[\s\\]+/g, '');
  const all = plain(written);
  expect(all, file).toContain(plain('TLP:AMBER'));
  expect(all, file).toContain(seal);
  expect(
    texts.filter((text) => !all.includes(plain(text))),
    file,
  ).toEqual([]);
  if (format === 'pdf') return;
  const timeline = plain(timelineSection(written));
  const counts = texts.map((text) => timeline.split(plain(text)).length - 1);
  expect(counts, file).toEqual(texts.map(() => 1));
}

/** The part of a Markdown report between the heading of the timeline and the next. */
function timelineSection(markdown: string): string {
  const sections = markdown.split(/^## /m);
  const found = sections.find((section) => /^\d+\.?\s+(?:Timeline|タイムライン)/.test(section));
  if (found === undefined) throw new Error('the report has no timeline');
  return found;
}
