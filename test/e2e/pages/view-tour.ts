import { expect, type Page } from '@playwright/test';
import path from 'node:path';
import { checklistMessages } from '#shared/i18n/checklist-messages.ts';
import { entryLineMessages } from '#shared/i18n/entry-line-messages.ts';
import { evidenceMessages } from '#shared/i18n/evidence-messages.ts';
import { frameMessages } from '#shared/i18n/frame-messages.ts';
import { logMessages } from '#shared/i18n/logs-messages.ts';
import type { Language } from '#shared/i18n/messages.ts';
import { reportViewMessages } from '#shared/i18n/report-view-messages.ts';
import { searchMessages } from '#shared/i18n/search-messages.ts';
import { timelineMessages } from '#shared/i18n/timeline-messages.ts';
import { type Kiroku, projectRoot } from '../fixtures/launch-kiroku.ts';
import { chainStops } from './chain-stops.ts';
import { decisionStops } from './decision-stops.ts';
import { chooseFiles } from './file-dialogs.ts';
import { importLog } from './import-log.ts';
import { type NotebookWindow, notebookWindow } from './notebook-window.ts';
import { reviewStops } from './review-stops.ts';
import { sharingStops } from './sharing-stops.ts';
import { systemsStops } from './systems-stops.ts';
import { dialog, leaveDialog, type Stop } from './tour-stop.ts';

const openEntry = async ({ goTo, list, word }: NotebookWindow, page: Page) => {
  await goTo('timeline');
  const name = word(timelineMessages.onlyCorrected);
  const only = page.getByRole('button', {
    name: word(frameMessages.withNote, { name, note: 1 }),
  });
  await only.click();
  await list.focus();
  await page.keyboard.press('End');
  await expect(list.getByRole('row', { selected: true })).toBeVisible();
  await only.click();
  await list.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tablist')).toBeVisible();
  await expect(list.getByRole('img', { name: word(timelineMessages.corrected) })).toBeVisible();
};

const log = path.join(projectRoot, 'test/fixtures/logs/sysmon-japanese.csv');

/** Every view of a notebook that has entries, a correction, evidence and a checklist, in an order that fits. */
const stops: readonly Stop[] = [
  {
    name: 'timeline',
    show: async ({ goTo, list }) => {
      await goTo('timeline');
      await list.press('Home');
      await expect(list.getByRole('row', { selected: true })).toBeInViewport();
    },
  },
  {
    name: 'filtered',
    part: '[role="search"]',
    show: async ({ word }, page) => {
      await page.getByRole('searchbox', { name: word(timelineMessages.search) }).fill('T1');
    },
  },
  {
    name: 'nothing-found',
    part: 'main',
    show: async ({ word }, page) => {
      await page.getByRole('searchbox', { name: word(timelineMessages.search) }).fill('zzz');
      await expect(page.getByText(word(timelineMessages.hiddenTitle))).toBeVisible();
    },
    leave: async ({ word }, page) => {
      await page.getByRole('searchbox', { name: word(timelineMessages.search) }).fill('');
    },
  },
  {
    name: 'entry',
    part: 'aside',
    show: openEntry,
  },
  {
    name: 'entry-history',
    part: 'aside',
    show: async ({ word }, page) => {
      await page.getByRole('tab', { name: word(timelineMessages.tabHistory) }).click();
      await expect(page.getByText(word(timelineMessages.original)).first()).toBeVisible();
    },
  },
  {
    name: 'entry-proof',
    part: 'aside',
    show: async ({ word }, page) => {
      await page.getByRole('tab', { name: word(timelineMessages.tabProof) }).click();
      await expect(page.getByText(word(timelineMessages.proofHash)).first()).toBeVisible();
      // Two lines prove a corrected entry: each says which it is.
      for (const title of [timelineMessages.correction, timelineMessages.original])
        await expect(page.getByRole('heading', { name: word(title), level: 3 })).toHaveCount(1);
    },
  },
  {
    name: 'entry-correction',
    part: 'aside',
    show: async ({ word }, page) => {
      await page.getByRole('button', { name: word(timelineMessages.correct), exact: true }).click();
      await expect(page.getByLabel(word(timelineMessages.reason))).toBeVisible();
      const save = page.getByRole('button', { name: word(timelineMessages.saveCorrection) });
      await expect(save).toBeInViewport({ ratio: 1 });
    },
    leave: async ({ word }, page) => {
      await page.getByLabel(word(timelineMessages.reason)).press('Escape');
      const name = word(timelineMessages.closeDetail);
      const close = word(frameMessages.withNote, { name, note: 'Esc' });
      await page.getByRole('button', { name: close }).click();
    },
  },
  {
    name: 'entry-line',
    part: '[role="alertdialog"]',
    show: async ({ line, word }, page) => {
      await line.fill('31/02 25:99 @pacs01 !9 VPN /T9999 #vpn');
      await line.press('Enter');
      await expect(
        page.getByRole('alertdialog', { name: word(entryLineMessages.asked) }),
      ).toBeVisible();
    },
  },
  {
    name: 'entry-line-offers',
    part: '[role="listbox"]',
    show: async ({ line, word }, page) => {
      await line.fill('');
      await line.pressSequentially('14:02 VPN !');
      const offers = page.getByRole('listbox', { name: word(entryLineMessages.suggestions) });
      await expect(offers).toBeVisible();
    },
    leave: async ({ line }) => line.fill(''),
  },
  {
    name: 'checklists',
    part: 'main',
    show: async ({ goTo }, page) => {
      await goTo('checklists');
      await expect(page.locator('[data-item]').first()).toBeVisible();
    },
  },
  {
    name: 'checklist-item',
    part: 'form',
    show: async (_, page) => {
      await page.locator('[data-item]').nth(1).getByRole('button').first().click();
      await expect(page.getByRole('form')).toBeVisible();
    },
    leave: async (_, page) => page.keyboard.press('Escape'),
  },
  {
    name: 'checklist-templates',
    part: 'dialog[open]',
    show: async ({ word }, page) => {
      await page.getByRole('button', { name: word(checklistMessages.adoptMore) }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
    },
    leave: leaveDialog,
  },
  {
    name: 'evidence',
    part: 'main',
    show: async ({ goTo, word }, page) => {
      await goTo('evidence');
      await expect(page.getByRole('grid', { name: word(evidenceMessages.table) })).toBeVisible();
    },
  },
  {
    name: 'evidence-item',
    part: 'main',
    show: async (_, page) => {
      await page.getByRole('row').filter({ hasText: 'E-001' }).click();
      await page.keyboard.press('Enter');
    },
  },
  {
    name: 'log-import',
    part: 'dialog[open]',
    show: async ({ goTo, run, word }, page, app) => {
      await chooseFiles(app, [log]);
      await goTo('logs');
      await run(word(logMessages.import));
      await expect(page.getByText(word(logMessages.firstRows)).first()).toBeVisible();
    },
    leave: leaveDialog,
  },
  {
    name: 'logs',
    part: 'main',
    show: async (notebook, page, app) => {
      const list = page.getByRole('grid', { name: notebook.word(logMessages.rowList) });
      // The tour may come by twice.
      if ((await list.count()) === 0) await importLog({ app, page }, notebook, log);
      await expect(list.getByRole('row').first()).toContainText('invoice.docm');
    },
  },
  {
    name: 'log-span',
    part: 'main',
    show: async ({ word }, page) => {
      await page.getByRole('button', { name: word(logMessages.timeSpan), exact: true }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
    },
    leave: leaveDialog,
  },
  {
    name: 'log-record',
    part: 'main',
    show: async ({ word }, page) => {
      await page.getByRole('grid', { name: word(logMessages.rowList) }).press('Enter');
      await expect(page.getByRole('region', { name: word(logMessages.original) })).toBeVisible();
    },
    leave: async ({ word }, page) => {
      const close = word(logMessages.closeOriginal);
      await page.getByRole('button', { name: close }).click();
    },
  },
  {
    name: 'timeline-rows',
    part: 'main',
    show: async ({ goTo, run, list, word }, page) => {
      await goTo('timeline');
      await run(word(searchMessages.cmdLogRows));
      await expect(page.getByText(word(searchMessages.rowCount, { n: 8 })).first()).toBeVisible();
      await list.press('End');
    },
  },
  {
    name: 'timeline-record',
    part: 'main',
    show: async ({ list, word }, page) => {
      await page
        .getByRole('searchbox', { name: word(timelineMessages.search) })
        .fill('GoogleUpdate');
      await expect(list.getByRole('row').filter({ hasText: 'GoogleUpdate' }).last()).toBeVisible();
      await list.press('End');
      await expect(list.getByRole('row', { selected: true })).toContainText('GoogleUpdate');
      await list.press('!');
      await list.press('Enter');
      await expect(page.getByRole('region', { name: word(logMessages.original) })).toBeVisible();
    },
    leave: async ({ list, run, word }, page) => {
      await list.press('Escape');
      await list.press('Escape');
      await page.getByRole('searchbox', { name: word(timelineMessages.search) }).fill('');
      await run(word(searchMessages.cmdLogRows));
    },
  },
  {
    name: 'report',
    part: 'main',
    show: async ({ goTo, word }, page) => {
      await goTo('report');
      await expect(
        page.getByRole('article', { name: word(reportViewMessages.paper) }),
      ).toBeVisible();
    },
  },
  ...chainStops,
  ...decisionStops,
  {
    name: 'indicators',
    part: 'main',
    show: async ({ goTo }) => goTo('indicators'),
  },
  ...reviewStops,
  ...sharingStops,
  ...systemsStops,
  {
    name: 'palette',
    part: 'dialog[open]',
    show: async ({ goTo, word }, page) => {
      await goTo('timeline');
      await page.keyboard.press('Control+k');
      await expect(
        page.getByRole('combobox', { name: word(frameMessages.findCommand) }),
      ).toBeFocused();
    },
    leave: leaveDialog,
  },
  dialog('keys', '?', frameMessages.keys),
  dialog('settings', 'Control+,', frameMessages.settings),
  dialog('incident', 'Control+i', frameMessages.incidentSettings),
  {
    name: 'verify',
    part: 'dialog[open]',
    show: async ({ run, word }, page) => {
      await run(word(frameMessages.cmdVerify));
      await expect(page.getByText(word(frameMessages.verifyGood))).toBeVisible();
    },
    leave: leaveDialog,
  },
];

/** Goes through every view and does the same at each. */
export async function takeTour(
  { app, page }: Pick<Kiroku, 'app' | 'page'>,
  language: Language,
  visit: (name: string, part?: string) => Promise<void>,
): Promise<void> {
  const notebook = notebookWindow(page, language);
  for (const { name, part, show, leave } of stops) {
    await show(notebook, page, app);
    await visit(name, part);
    await leave?.(notebook, page);
  }
}

/** Sets language and appearance as the settings dialog does, on whatever is shown. */
export async function changeLook(
  page: Page,
  look: { readonly language: Language; readonly theme: 'light' | 'dark' },
): Promise<void> {
  await page.evaluate(async (settings) => {
    await window.kiroku?.['settings:change'](settings);
  }, look);
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', look.theme);
  await expect(page.locator('html')).toHaveAttribute('lang', look.language);
}
