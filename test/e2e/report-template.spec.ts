import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { reportSectionMessages } from '#shared/i18n/report-messages.ts';
import { reportShapeMessages as m } from '#shared/i18n/report-shape-messages.ts';
import { reportTemplateMessages } from '#shared/i18n/report-template-messages.ts';
import { releaseViewMessages as release } from '#shared/i18n/release-view-messages.ts';
import { reportViewMessages } from '#shared/i18n/report-view-messages.ts';
import type { ReportTemplate } from '#shared/report/report-template.ts';
import { sectionName } from '#shared/report/section-name.ts';
import type { SectionId } from '#shared/report/section-ids.ts';
import { releasedTemplate } from '../fixtures/release-vectors.ts';
import { pngPicture } from '../fixtures/logos.ts';
import { expect, test } from './fixtures/kiroku-test.ts';
import { approveFirstVersion } from './pages/approve-version.ts';
import { chooseFiles, saveAs } from './pages/file-dialogs.ts';
import { notebookWindow, tabTo } from './pages/notebook-window.ts';
import { onlyNotebook, runVerb, textOfPdf } from './pages/run-verb.ts';
import { startScreen } from './pages/start-screen.ts';
import { changeLook } from './pages/view-tour.ts';

for (const language of ['en', 'ja'] as const)
  test(`a report is shaped by keyboard, saved as a template, opened again and exported (${language})`, async ({
    launch,
    places,
  }) => {
    const first = await launch();
    const { page, app } = first;
    await changeLook(page, { language, theme: 'light' });
    const { word, run, goTo, list } = notebookWindow(page, language);
    const dialog = page.getByRole('dialog', { name: word(m.title), exact: true });
    const outline = page.getByRole('navigation', { name: word(reportViewMessages.outline) });
    const cover = page.getByRole('article').locator('.paper-section-cover');
    const press = async (name: string) => {
      const button = dialog.getByRole('button', { name, exact: true }).last();
      await tabTo(button, { most: 400 });
      await page.keyboard.press('Enter');
    };
    const tick = (id: SectionId) =>
      dialog.getByRole('checkbox', { name: sectionName(id, language), exact: true });
    const type = async (label: string, text: string) => {
      await tabTo(dialog.getByLabel(label, { exact: true }), { most: 250 });
      await page.keyboard.press('Control+a');
      await page.keyboard.insertText(text);
    };
    const close = async () => {
      await page.keyboard.press('Escape');
      await expect(dialog).toHaveCount(0);
    };
    const place = (name: string) => path.join(places.notebooks, name);
    const picture = pngPicture(300, 100);

    await startScreen(page, language).example(language).click();
    await list.waitFor();
    await run(word(m.command));
    await expect(dialog).toBeVisible();

    await test.step('two sections are hidden, one is moved, and it is said', async () => {
      for (const id of ['key-facts', 'clocks'] as const) {
        await tabTo(tick(id), { most: 250 });
        await page.keyboard.press('Space');
        await expect(tick(id)).not.toBeChecked();
        await expect(
          dialog.getByText(word(m.hidden, { name: sectionName(id, language) }), { exact: true }),
        ).toBeAttached();
      }
      await tabTo(tick('decisions'), { key: 'Shift+Tab', most: 250 });
      const rows = dialog.locator('[data-section]');
      const orderOf = () =>
        rows.evaluateAll((all) => all.map((row) => row.getAttribute('data-section')));
      const before = await orderOf();
      const at = before.indexOf('decisions');
      for (let moved = 1; moved <= 2; moved += 1) {
        await page.keyboard.press('Alt+ArrowUp');
        await expect.poll(async () => (await orderOf()).indexOf('decisions')).toBe(at - moved);
        await expect(tick('decisions')).toBeFocused();
      }
      const name = sectionName('decisions', language);
      await expect(
        dialog.getByText(word(m.moved, { name, place: at - 1, count: before.length })),
      ).toBeAttached();
      await press(word(m.down, { name }));
      await expect.poll(async () => (await orderOf()).indexOf('decisions')).toBe(at - 1);
      await page.keyboard.press('Enter');
      await expect.poll(async () => (await orderOf()).indexOf('decisions')).toBe(at);
      await page.keyboard.press('Alt+ArrowUp');
      await expect.poll(async () => (await orderOf()).indexOf('decisions')).toBe(at - 1);
    });

    await test.step('a section of one’s own, a header, letters and a logo', async () => {
      await press(word(m.add));
      const own = language === 'ja' ? m.sectionTitleJa : m.sectionTitle;
      await expect(dialog.getByLabel(word(own), { exact: true })).toBeFocused();
      await tabTo(dialog.getByLabel(word(m.sectionTitleJa), { exact: true }));
      await page.keyboard.insertText('当院について');
      await type(word(m.sectionTextJa), '<b>病床1,000</b>の病院です。');
      await type(word(m.header), 'Minami Hospital CSIRT');
      await tabTo(dialog.getByLabel(word(m.typeface), { exact: true }), { most: 250 });
      await page.keyboard.press('ArrowDown');
      const wrong = place('logo.svg.png');
      await writeFile(wrong, '<svg xmlns="http://www.w3.org/2000/svg"/>');
      await chooseFiles(app, [wrong]);
      await press(word(m.logoChoose));
      await expect(
        dialog.getByText(word(reportTemplateMessages.logoNotAPicture, { file: 'logo.svg.png' })),
      ).toBeVisible();
      const good = place('Minami.png');
      await writeFile(good, picture);
      await chooseFiles(app, [good]);
      await press(word(m.logoChoose));
      await expect(dialog.getByRole('img', { name: 'Minami', exact: true })).toBeVisible();
      await type(word(m.logoName), 'Minami Hospital');
    });

    const file = place('hospital.json');
    await test.step('it is saved as a file', async () => {
      await saveAs(app, file);
      await press(word(m.saveFile));
      await expect(dialog.getByText(word(m.saved, { place: file }))).toBeVisible();
      const saved = JSON.parse(await readFile(file, 'utf8')) as ReportTemplate;
      expect(saved).toMatchObject({
        audience: 'technical',
        header: 'Minami Hospital CSIRT',
        typeface: 'serif',
        logo: { name: 'Minami Hospital', kind: 'png', base64: picture.toString('base64') },
        added: [{ id: 'custom-1', title: { ja: '当院について' } }],
      });
      expect(saved.sections).not.toContain('key-facts');
      expect(saved.sections).toContain('custom-1');
    });

    const title = (text: string) => outline.getByRole('link', { name: new RegExp(text) });
    await test.step('back to the audience’s own, and nothing of it is left', async () => {
      await press(word(m.reset));
      await expect(tick('key-facts')).toBeChecked();
      await close();
      await expect(title(sectionName('key-facts', language))).toBeVisible();
      await expect(cover).toBeVisible();
      await expect(cover.getByRole('img')).toHaveCount(0);
      await expect(page.getByRole('button', { name: word(m.open), exact: true })).toBeVisible();
    });

    await test.step('a file that is none changes nothing; the right one brings all of it back', async () => {
      await run(word(m.command));
      const wrong = place('wrong.json');
      await writeFile(wrong, '{"schema":"kiroku-report-template/1","pages":3}');
      await chooseFiles(app, [wrong]);
      await press(word(m.openFile));
      await expect(dialog.getByText(/wrong\.json/)).toBeVisible();
      await expect(tick('key-facts')).toBeChecked();
      await chooseFiles(app, [file]);
      await press(word(m.openFile));
      await expect(tick('key-facts')).not.toBeChecked();
      await close();
    });

    const shown = async (of: typeof page) => {
      const article = of.getByRole('article');
      const image = article.getByRole('img', { name: 'Minami Hospital', exact: true });
      await expect(image).toBeVisible();
      expect(await image.evaluate((element) => (element as HTMLImageElement).naturalWidth)).toBe(
        300,
      );
      await expect(title('当院について')).toBeVisible();
      await expect(title(sectionName('key-facts', language))).toHaveCount(0);
      expect(await article.evaluate((element) => getComputedStyle(element).fontFamily)).toMatch(
        /serif$/,
      );
      await expect(article.getByText(/^Minami Hospital CSIRT · /).first()).toBeVisible();
    };
    await test.step('the paper is in the shape, and stays so', async () => {
      await shown(page);
      await goTo('timeline');
      await goTo('report');
      await shown(page);
    });

    await test.step('every export is in the shape, and the command line gives the same', async () => {
      const exported = async (name: string, label: string) => {
        await saveAs(app, place(name));
        await page
          .getByRole('button', { name: word(reportViewMessages.exportName, { format: label }) })
          .press('Enter');
        await expect(
          page.getByText(word(reportViewMessages.exported, { place: place(name) })),
        ).toBeVisible({ timeout: 60_000 });
        return readFile(place(name));
      };
      const html = (await exported('report.html', 'HTML')).toString('utf8');
      expect(html).toContain(`src="data:image/png;base64,${picture.toString('base64')}"`);
      expect(html).toContain('Minami Hospital CSIRT · ');
      expect(html).toContain('&lt;b&gt;病床1,000&lt;/b&gt;');
      expect(html).not.toContain('id="key-facts"');
      expect(html).toContain('<body class="paper-serif">');
      expect((await exported('report.docx', 'Word')).includes('word/media/logo.png')).toBe(true);
      expect((await exported('report.pdf', 'PDF')).includes('/Subtype /Image')).toBe(true);
      const printed = await textOfPdf(places, place('report.pdf'));
      expect(printed.replaceAll(/\s/g, '')).toContain('MinamiHospitalCSIRT·');
      const json = JSON.parse((await exported('report.json', 'JSON')).toString('utf8')) as {
        readonly sections: readonly { readonly title: string }[];
      };
      const out = place('cli.json');
      const args = ['--template', file, '--lang', language, '--out', out];
      await runVerb(places, ['report', onlyNotebook(places), ...args]);
      const cli = JSON.parse(await readFile(out, 'utf8')) as typeof json;
      const titles = (of: typeof json) => of.sections.map(({ title: each }) => each);
      expect(titles(cli)).toEqual(titles(json));
      expect(titles(cli)[0]).toBe(word(reportSectionMessages.cover));
    });

    await test.step('the next start finds it so', async () => {
      const notebook = onlyNotebook(places);
      await first.quit();
      const { page: again } = await launch({ args: [notebook] });
      const second = notebookWindow(again, language);
      await second.list.waitFor();
      await second.goTo('report');
      await expect(
        again.getByRole('article').getByRole('img', { name: 'Minami Hospital', exact: true }),
      ).toBeVisible();
    });
  });

test('a report is released in the shape of its organisation, and its hash verifies', async ({
  kiroku,
  places,
}) => {
  const { page, app } = kiroku;
  const { word, run, goTo, list } = notebookWindow(page, 'ja');
  await changeLook(page, { language: 'ja', theme: 'light' });
  await startScreen(page, 'ja').example('ja').click();
  await list.waitFor();
  const template = path.join(places.root, 'minami.json');
  await writeFile(template, releasedTemplate);
  const shape = page.getByRole('dialog', { name: word(m.title), exact: true });
  await run(word(m.command));
  await chooseFiles(app, [template]);
  await shape.getByRole('button', { name: word(m.openFile), exact: true }).click();
  await expect(shape.getByLabel(word(m.header), { exact: true })).toHaveValue(
    'Minami Hospital CSIRT',
  );
  await page.keyboard.press('Escape');

  await goTo('report');
  const { dialog, version } = await approveFirstVersion(page, word);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);

  // What is released is what was reviewed, whatever the shape of later reports.
  await run(word(m.command));
  await shape.getByRole('button', { name: word(m.reset), exact: true }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: word(release.openCount, { n: 1 }) }).click();
  const named = { no: 'R-001', format: 'PDF' };
  await version.getByRole('button', { name: word(release.releaseName, named) }).click();
  const copy = version.getByRole('button', { name: word(release.copyOut, named) });
  await expect(copy).toBeVisible({ timeout: 60_000 });
  const file = path.join(places.root, 'R-001.pdf');
  await saveAs(app, file);
  await copy.click();
  await expect(dialog.getByText(word(release.written, { place: file }))).toBeVisible();
  const printed = (await textOfPdf(places, file)).replaceAll(/\s/g, '');
  expect(printed).toContain('MinamiHospitalCSIRT·');
  expect(printed).toContain('病床数：412');

  const checked = await runVerb(places, ['release', onlyNotebook(places), '--check', file]);
  expect(checked.out).toContain('every byte is as it was released');
  const verified = await runVerb(places, ['verify', onlyNotebook(places)]);
  expect(verified.out).toMatch(/Released report R-001 \(pdf, E-\d+\): whole/);
});
