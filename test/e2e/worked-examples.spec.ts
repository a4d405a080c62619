import { readFileSync } from 'node:fs';
import path from 'node:path';
import { workedExample } from '#shared/catalogue/examples/worked-example.ts';
import { frameMessages } from '#shared/i18n/frame-messages.ts';
import { reportViewMessages } from '#shared/i18n/report-view-messages.ts';
import { expect, test } from './fixtures/kiroku-test.ts';
import { notebookWindow } from './pages/notebook-window.ts';
import { readAllRows } from './pages/read-rows.ts';
import { onlyNotebook, runVerb, runVerifyScript, textOfPdf } from './pages/run-verb.ts';
import { startScreen } from './pages/start-screen.ts';

type Shown = { readonly entries: readonly { readonly text: string }[] };

for (const language of ['en', 'ja'] as const) {
  test(`the worked example (${language}) opens, reads and verifies`, async ({ kiroku, places }) => {
    const { page } = kiroku;
    const example = workedExample(language);
    const notebook = notebookWindow(page);
    await startScreen(page).example(language).click();
    await expect(notebook.title).toHaveText(example.title);
    await expect(notebook.marking('TLP:CLEAR')).toBeVisible();
    await expect(
      page.getByText(`${example.entries.length} entries`, { exact: true }),
    ).toBeVisible();

    const folder = onlyNotebook(places);
    const { entries } = JSON.parse(
      (await runVerb(places, ['show', folder, '--json'])).out,
    ) as Shown;
    expect(entries).toHaveLength(example.entries.length);
    const rows = await readAllRows(notebook);
    const missing = (texts: readonly string[]) =>
      entries.filter(({ text }) => !texts.some((each) => each.includes(text)));
    expect(missing(rows)).toEqual([]);

    await notebook.goTo('report');
    const paper = page.getByRole('article', { name: notebook.word(reportViewMessages.paper) });
    await expect(paper).toContainText(example.title);
    const seal =
      /\b[0-9a-f]{64}\b/.exec((await runVerb(places, ['verify', folder])).out)?.[0] ?? '';
    await expect
      .poll(async () => ((await paper.textContent()) ?? '').replaceAll(/\s/g, ''))
      .toContain(seal);
    expect(missing([(await paper.textContent()) ?? ''])).toEqual([]);

    await notebook.run(notebook.word(frameMessages.cmdVerify));
    const dialog = page.getByRole('dialog', { name: notebook.word(frameMessages.verifyTitle) });
    await expect(dialog).toContainText(notebook.word(frameMessages.verifyGood));
    await expect(dialog).toContainText(seal);
    expect(await runVerb(places, ['verify', folder])).toMatchObject({ code: 0 });
    expect(await runVerifyScript(places, folder)).toMatchObject({ code: 0 });
    expect(readFileSync(path.join(folder, 'VERIFY.txt'), 'utf8')).not.toBe('');
  });

  test(`executives read the worked example (${language}) on two pages`, async ({
    kiroku,
    places,
  }) => {
    await startScreen(kiroku.page).example(language).click();
    await expect(notebookWindow(kiroku.page).title).toBeVisible();
    const folder = onlyNotebook(places);
    for (const lang of ['en', 'ja']) {
      const file = path.join(places.files, `executive-${lang}.pdf`);
      const args = ['--audience', 'executive', '--lang', lang, '--out', file];
      expect(await runVerb(places, ['report', folder, ...args])).toMatchObject({ code: 0 });
      // A form feed ends each page.
      expect((await textOfPdf(places, file)).split('\f')).toHaveLength(3);
    }
  });
}
