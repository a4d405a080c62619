import { AxeBuilder } from '@axe-core/playwright';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { listMessages as m, meaningMessages } from '#shared/i18n/list-messages.ts';
import { rescueViewMessages } from '#shared/i18n/rescue-view-messages.ts';
import { systemViewMessages } from '#shared/i18n/system-view-messages.ts';
import { expect, test } from './fixtures/kiroku-test.ts';
import { startIncident } from './fixtures/start-incident.ts';
import { chooseFiles } from './pages/file-dialogs.ts';
import { notebookWindow, tabTo } from './pages/notebook-window.ts';

const list = [
  'No,IOC,種別,Status,備考,Ticket',
  '1,evil[.]example,domain,確認済み,C2,INC-7',
  '2,198.51.100.7,ip,,拠点B,INC-7',
  '3,203.0.113.9,ip,,,INC-8',
].join('\n');

for (const language of ['en', 'ja'] as const)
  test(`a list is mapped, held against the register and taken in, by keyboard alone (${language})`, async ({
    kiroku,
  }) => {
    const { app, page, places } = kiroku;
    await startIncident(page, 'Lists');
    await page.evaluate(async (wanted) => {
      await window.kiroku?.['settings:change']({ language: wanted });
      const fields = { type: 'ipv4', value: '203.0.113.9', state: 'blocked' };
      const operation = {
        t: 'indicator.set',
        id: 'c'.repeat(32),
        indicator: 'd'.repeat(32),
        fields,
      };
      await window.kiroku?.['notebook:append']({ operation } as never);
    }, language);
    await page.reload();
    const { run, goTo, line, word } = notebookWindow(page, language);
    await expect(line).toBeFocused();
    const file = path.join(places.files, 'partner.csv');
    await writeFile(file, list);
    await chooseFiles(app, [file]);
    const dialog = page.getByRole('dialog', { name: word(m.titleOf, { name: 'partner.csv' }) });
    const open = async (says: string) => {
      await run(word(m.command));
      const choose = page.getByRole('button', {
        name: word(rescueViewMessages.choose),
        exact: true,
      });
      await expect(choose).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(dialog.getByText(says)).toBeVisible();
    };
    const meaningOf = (name: string) => dialog.getByLabel(word(m.meaningOf, { name }));
    const take = dialog.getByRole('button', { name: word(rescueViewMessages.importHere) });

    await test.step('the meaning of the columns is guessed, and the register is looked at', async () => {
      await open(word(m.willRemember));
      await expect(meaningOf('IOC')).toHaveValue('value');
      await expect(meaningOf('種別')).toHaveValue('type');
      await expect(meaningOf('No')).toHaveValue('leave');
      await expect(dialog.getByRole('region', { name: word(m.difference) })).toContainText(
        word(m.differs, { register: word(m.asIndicators), new: 2, merged: 1, known: 0 }).slice(-20),
      );
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      await page.screenshot({ path: `test-results/list-${language}.png` });
    });

    await test.step('without the column that holds the value nothing is taken in', async () => {
      await tabTo(meaningOf('IOC'));
      await meaningOf('IOC').selectOption('note');
      await expect(
        dialog.getByText(word(m.needColumn, { field: word(meaningMessages.value) })),
      ).toBeVisible();
      await expect(take).toBeDisabled();
      await page.screenshot({ path: `test-results/list-open-${language}.png` });
      await meaningOf('IOC').selectOption('value');
      await meaningOf('Ticket').selectOption('origin');
      await expect(take).toBeEnabled();
    });

    await test.step('in a narrow window and at 200 % everything can be reached', async () => {
      for (const [name, width, zoom] of [
        ['narrow', 700, 1],
        ['zoomed', 1280, 2],
      ] as const) {
        await app.evaluate(
          ({ BrowserWindow }, wanted) => {
            const [window] = BrowserWindow.getAllWindows();
            window?.setContentSize(wanted.width, 800);
            window?.webContents.setZoomFactor(wanted.zoom);
          },
          { width, zoom },
        );
        await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width / zoom);
        await take.scrollIntoViewIfNeeded();
        await expect(take).toBeInViewport();
        const shot = await app.evaluate(async ({ BrowserWindow }) => {
          const image = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage();
          return image?.toPNG().toString('base64') ?? '';
        });
        await writeFile(`test-results/list-${name}-${language}.png`, Buffer.from(shot, 'base64'));
      }
      await app.evaluate(({ BrowserWindow }) => {
        const [window] = BrowserWindow.getAllWindows();
        window?.setContentSize(1280, 800);
        window?.webContents.setZoomFactor(1);
      });
    });

    await test.step('it is taken in, and the next list of its kind is read the same way', async () => {
      await tabTo(take);
      await page.keyboard.press('Enter');
      await expect(
        page.getByRole('dialog').getByText(/^(?:Imported|取り込みました)/),
      ).toBeVisible();
      await page.keyboard.press('Escape');
      await goTo('indicators');
      await expect(page.getByText('evil[.]example', { exact: true })).toBeVisible();
      await page.screenshot({ path: `test-results/list-taken-${language}.png` });
      await open(word(m.remembered));
      await expect(meaningOf('Ticket')).toHaveValue('origin');
      await page.keyboard.press('Escape');
    });

    await test.step('a step of the adversary is written by hand', async () => {
      const v = systemViewMessages;
      await goTo('systems');
      await page.getByRole('tab', { name: word(v.tabMovement), exact: true }).click();
      await tabTo(page.getByRole('button', { name: word(v.addMovement) }));
      await page.keyboard.press('Enter');
      const step = page.getByRole('dialog', { name: word(v.addMovementTitle) });
      await expect(step.getByLabel(word(v.from), { exact: true })).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(step.getByText(word(v.needFrom))).toBeVisible();
      await page.keyboard.insertText('ws07');
      await tabTo(step.getByLabel(word(v.to), { exact: true }));
      await page.keyboard.insertText('ＷＳ07');
      await tabTo(step.getByLabel(word(v.technique), { exact: true }));
      await page.keyboard.insertText('RDP');
      await tabTo(step.getByLabel(word(v.when), { exact: true }));
      await page.keyboard.insertText('someday');
      await page.keyboard.press('Enter');
      await expect(step.getByText(word(v.sameSystem))).toBeVisible();
      await expect(step.getByText(word(v.badTechnique))).toBeVisible();
      await expect(step.getByText(word(v.timeUnreadable))).toBeVisible();
      await page.screenshot({ path: `test-results/movement-wrong-${language}.png` });
      await step.getByLabel(word(v.to), { exact: true }).fill('pacs01');
      await step.getByLabel(word(v.technique), { exact: true }).fill('t1021.001');
      await step.getByLabel(word(v.when), { exact: true }).fill('2024-03-01 09:10');
      await page.keyboard.press('Enter');
      await expect(step).toBeHidden();
      const table = page.getByRole('table', { name: word(v.movementTable) });
      await expect(table.getByRole('cell', { name: 'pacs01', exact: true })).toBeVisible();
      await expect(table).toContainText('09:10');
      await page.evaluate(() => window.kiroku?.['settings:change']({ theme: 'dark' }));
      await page.reload();
      await expect(line).toBeFocused();
      await goTo('systems');
      await page.getByRole('tab', { name: word(v.tabMovement), exact: true }).click();
      await page
        .getByRole('button', { name: word(v.editMovement, { from: 'ws07', to: 'pacs01' }) })
        .click();
      await expect(step.getByLabel(word(v.when), { exact: true })).toHaveValue('2024-03-01 09:10');
      await page.screenshot({ path: `test-results/movement-dark-${language}.png` });
    });
  });
