import { expect } from '@playwright/test';
import { deadlineMessages } from '#shared/i18n/deadline-messages.ts';
import { decisionMessages as m } from '#shared/i18n/decision-messages.ts';
import { frameMessages } from '#shared/i18n/frame-messages.ts';
import { nowMessages } from '#shared/i18n/now-messages.ts';
import { leaveDialog, type Stop } from './tour-stop.ts';

/** What the decisions and the panel of the moment show. */
export const decisionStops: readonly Stop[] = [
  {
    name: 'authority',
    part: 'main',
    show: async ({ goTo, word }, page) => {
      await goTo('decisions');
      await page.getByRole('tab', { name: word(m.tabAuthority), exact: true }).click();
      // The tour may come by twice.
      if ((await page.getByRole('table').count()) > 0) return;
      await page.getByRole('button', { name: word(m.addAuthority) }).click();
      await page.getByLabel(word(m.holder), { exact: true }).fill('佐藤 / Sato');
      await page.getByLabel(word(m.scope), { exact: true }).fill('ward network');
      await page.getByLabel(word(m.reach), { exact: true }).fill('090-0000-0000');
      await page.getByLabel(word(m.deputies), { exact: true }).fill('鈴木、PHS 1234');
      await page
        .getByRole('dialog')
        .getByRole('button', { name: word(frameMessages.save), exact: true })
        .click();
      await expect(page.getByRole('table')).toContainText('PHS 1234');
    },
  },
  {
    name: 'decision-form',
    part: 'dialog[open]',
    show: async ({ word }, page) => {
      await page.getByRole('tab', { name: word(m.tabDecisions), exact: true }).click();
      await page
        .getByRole('button', { name: word(m.add), exact: true })
        .first()
        .click();
      const question = page.getByLabel(word(m.question), { exact: true });
      await question.fill('Cut off the ward network?');
      await page.getByLabel(word(m.option, { n: 1 }), { exact: true }).fill('Cut it off');
      await page.getByRole('button', { name: word(m.addOption) }).click();
      await page.getByLabel(word(m.option, { n: 2 }), { exact: true }).fill('Wait');
      await page
        .getByLabel(word(m.optionBecauseName, { n: 2 }), { exact: true })
        .fill('It spreads meanwhile');
      await page.getByRole('radio', { name: word(m.choose, { n: 1 }), exact: true }).check();
      await page.getByLabel(word(m.askedBy), { exact: true }).fill('高橋');
      await page.getByLabel(word(m.asked), { exact: true }).fill('-15m');
      await page.getByLabel(word(m.approved), { exact: true }).fill('now');
    },
  },
  {
    name: 'decisions',
    part: 'main',
    show: async ({ word }, page) => {
      await page
        .getByRole('dialog')
        .getByRole('button', { name: word(frameMessages.save), exact: true })
        .click();
      await expect(page.locator('[data-decision]').first()).toContainText('It spreads meanwhile');
    },
  },
  {
    name: 'deadline-catalogue',
    part: 'dialog[open]',
    show: async ({ word }, page) => {
      await page.getByRole('tab', { name: word(m.tabDeadlines), exact: true }).click();
      await page.getByRole('button', { name: word(deadlineMessages.add) }).click();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /GDPR|速報/ })
        .first()
        .click();
      await expect(page.locator('[data-deadline]').first()).toBeAttached();
    },
    leave: leaveDialog,
  },
  {
    name: 'deadlines',
    part: 'main',
    show: async (_, page) => {
      await expect(page.locator('[data-deadline]').first()).toBeVisible();
    },
  },
  {
    name: 'deadline-form',
    part: 'dialog[open]',
    show: async ({ word }, page) => {
      await page.getByRole('button', { name: word(deadlineMessages.addOwn) }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
    },
    leave: leaveDialog,
  },
  {
    name: 'now',
    part: 'main',
    show: async ({ goTo, word }, page) => {
      await goTo('now');
      await expect(page.getByRole('heading', { name: word(nowMessages.plan) })).toBeVisible();
    },
  },
];
