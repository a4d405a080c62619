import { expect } from '@playwright/test';
import { chainQuestionMessages } from '#shared/i18n/chain-question-messages.ts';
import { chainMessages } from '#shared/i18n/kill-chain-messages.ts';
import { guidanceMessages } from '#shared/i18n/guidance-messages.ts';
import { leaveDialog, type Stop } from './tour-stop.ts';

/** What the kill chain shows. */
export const chainStops: readonly Stop[] = [
  {
    name: 'kill-chain',
    part: 'main',
    show: async ({ goTo, word }, page) => {
      await goTo('kill-chain');
      await expect(page.getByRole('slider', { name: word(chainMessages.drawing) })).toBeVisible();
    },
  },
  {
    name: 'kill-chain-guide',
    part: 'main',
    show: async ({ word }, page) => {
      await page.getByRole('slider', { name: word(chainMessages.drawing) }).focus();
      await page.keyboard.press('g');
      await page.getByRole('button', { name: word(chainMessages.showTable), exact: true }).click();
      await expect(page.getByRole('table', { name: word(chainMessages.table) })).toBeVisible();
      await expect(
        page.getByRole('heading', { name: word(chainMessages.guideActions), exact: true }),
      ).toBeVisible();
    },
  },
  {
    name: 'kill-chain-paths',
    part: 'dialog[open]',
    show: async ({ word }, page) => {
      await page.getByRole('button', { name: word(chainMessages.paths), exact: true }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
    },
    leave: leaveDialog,
  },
  {
    name: 'kill-chain-questions',
    part: 'main',
    show: async ({ word }, page) => {
      await page.getByRole('tab', { name: word(chainMessages.tabQuestions) }).click();
      await expect(page.locator('[data-question]').first()).toBeVisible();
    },
  },
  {
    name: 'kill-chain-dismissal',
    part: 'dialog[open]',
    show: async ({ word }, page) => {
      await page
        .getByRole('button', { name: word(chainQuestionMessages.dismiss), exact: true })
        .first()
        .click();
      await expect(page.getByRole('dialog')).toBeVisible();
    },
    leave: leaveDialog,
  },
  {
    name: 'kill-chain-coverage',
    part: 'main',
    show: async ({ word }, page) => {
      await page.getByRole('tab', { name: word(chainMessages.tabCoverage) }).click();
      await expect(page.getByRole('grid', { name: word(chainMessages.coverGrid) })).toBeVisible();
    },
  },
  {
    name: 'kill-chain-coverage-source',
    part: 'dialog[open]',
    show: async (_, page) => {
      await page.locator('[data-cell="0 0"]').focus();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('dialog')).toBeVisible();
    },
    leave: leaveDialog,
  },
  {
    name: 'kill-chain-courses',
    part: 'main',
    show: async ({ word }, page) => {
      await page.getByRole('tab', { name: word(chainMessages.tabCourses) }).click();
      const grid = page.getByRole('grid', { name: word(chainQuestionMessages.coursesGrid) });
      await expect(grid).toBeVisible();
    },
  },
  {
    name: 'kill-chain-course',
    part: 'dialog[open]',
    show: async (_, page) => {
      await page.locator('[data-cell="2 1"]').focus();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('dialog')).toBeVisible();
    },
    leave: leaveDialog,
  },
  {
    name: 'kill-chain-attack',
    part: 'main',
    show: async ({ word }, page) => {
      await page.getByRole('tab', { name: word(chainMessages.tabAttack) }).click();
      await page.locator('[data-shade]').first().click();
      await expect(page.locator('[data-shade][aria-pressed="true"]').first()).toBeVisible();
    },
  },
  {
    name: 'kill-chain-coverage-comparison',
    part: 'dialog[open]',
    show: async ({ word }, page) => {
      await page.getByRole('tab', { name: word(chainMessages.tabCoverage) }).click();
      await page
        .getByRole('button', { name: word(chainMessages.coverCompare), exact: true })
        .click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await expect(page.getByText(word(chainMessages.coverCompareReading))).toHaveCount(0);
    },
    leave: leaveDialog,
  },
  {
    name: 'guidance',
    part: 'dialog[open]',
    show: async ({ word, run }, page) => {
      await run(word(guidanceMessages.command));
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
  {
    name: 'guidance-guides',
    part: 'dialog[open]',
    show: async ({ word }, page) => {
      await page.getByRole('tab', { name: word(guidanceMessages.tabGuides) }).click();
    },
  },
  {
    name: 'guidance-attack',
    part: 'dialog[open]',
    show: async ({ word }, page) => {
      await page.getByRole('tab', { name: word(guidanceMessages.tabAttack) }).click();
    },
    leave: leaveDialog,
  },
  {
    name: 'guidance-template',
    part: 'dialog[open]',
    show: async ({ word, run }, page) => {
      await run(word(guidanceMessages.command));
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel(word(guidanceMessages.basedOn)).selectOption({ index: 2 });
      await dialog.getByRole('button', { name: word(guidanceMessages.make) }).click();
      await dialog.locator('[aria-expanded]').first().click();
      await expect(dialog.getByLabel(word(guidanceMessages.step), { exact: true })).toBeVisible();
    },
    leave: async (notebook, page) => {
      // From the template to the list of them, and then out.
      await page.keyboard.press('Escape');
      await expect(
        page.getByRole('tab', { name: notebook.word(guidanceMessages.tabGuides) }),
      ).toBeVisible();
      await leaveDialog(notebook, page);
    },
  },
];
