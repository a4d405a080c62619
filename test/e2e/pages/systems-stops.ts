import { expect, type Page } from '@playwright/test';
import type { Message } from '#shared/i18n/messages.ts';
import { systemViewMessages as m } from '#shared/i18n/system-view-messages.ts';
import type { NotebookWindow } from './notebook-window.ts';
import type { Stop } from './tour-stop.ts';

const openTab = async ({ goTo, word }: NotebookWindow, page: Page, tab: Message) => {
  await goTo('systems');
  await page.getByRole('tab', { name: word(tab), exact: true }).click();
};

/** The tabs of the systems view; what entries name is registered as somebody would do it. */
export const systemsStops: readonly Stop[] = [
  {
    name: 'systems',
    part: 'main',
    show: async (notebook, page) => {
      await openTab(notebook, page, m.tabSystems);
      const proposed = page.getByRole('region', { name: notebook.word(m.proposed) });
      for (let left = 3; left > 0 && (await proposed.isVisible()); left -= 1)
        await proposed.getByRole('button').first().click();
      const change = page.getByRole('button', { name: notebook.word(m.changeState) });
      if (!(await change.isVisible())) await page.locator('[data-record]').first().click();
      await expect(change).toBeVisible();
    },
  },
  {
    name: 'system-state',
    part: 'main',
    show: async ({ word }, page) => {
      await page.getByRole('button', { name: word(m.changeState) }).click();
      await page.getByLabel(word(m.state), { exact: true }).selectOption('cleared');
      await expect(page.getByLabel(word(m.collected))).toBeVisible();
      await page
        .getByRole('main')
        .getByRole('button', { name: word(m.save), exact: true })
        .click();
      await expect(page.getByRole('alert')).toBeVisible();
    },
    leave: async ({ word }, page) => {
      await page.getByLabel(word(m.state), { exact: true }).selectOption('contained');
      await page.getByLabel(word(m.because), { exact: true }).fill('VLAN 99');
      await page
        .getByRole('main')
        .getByRole('button', { name: word(m.save), exact: true })
        .click();
      await expect(page.getByRole('button', { name: word(m.changeState) })).toBeVisible();
    },
  },
  {
    name: 'accounts',
    part: 'main',
    show: (notebook, page) => openTab(notebook, page, m.tabAccounts),
  },
  {
    name: 'services',
    part: 'main',
    show: async (notebook, page) => {
      await openTab(notebook, page, m.tabServices);
      if ((await page.locator('[data-record]').count()) > 0) return;
      await page.getByLabel(notebook.word(m.newName)).fill('電子カルテ');
      await page.getByRole('button', { name: notebook.word(m.add), exact: true }).click();
      await expect(page.getByRole('button', { name: notebook.word(m.changeState) })).toBeVisible();
    },
  },
  {
    name: 'contacts',
    part: 'main',
    show: (notebook, page) => openTab(notebook, page, m.tabContacts),
  },
  {
    name: 'movement',
    part: 'main',
    show: (notebook, page) => openTab(notebook, page, m.tabMovement),
  },
  {
    name: 'status-board',
    part: 'main',
    show: async (notebook, page) => {
      await openTab(notebook, page, m.tabBoard);
      await expect(page.getByRole('button', { name: notebook.word(m.boardCopy) })).toBeVisible();
    },
  },
];
