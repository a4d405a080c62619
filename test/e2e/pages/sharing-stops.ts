import { expect } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Message } from '#shared/i18n/messages.ts';
import { openingMessages as o } from '#shared/i18n/opening-messages.ts';
import { redactionViewMessages as r } from '#shared/i18n/redaction-view-messages.ts';
import { sharingMessages as m } from '#shared/i18n/sharing-messages.ts';
import { answerFileDialogs } from '../fixtures/system-dialogs.ts';
import { leaveDialog, type Stop } from './tour-stop.ts';

const tab = (name: string, label: Message): Stop => ({
  name,
  part: 'main',
  show: async ({ goTo, word }, page) => {
    await goTo('sharing');
    await page.getByRole('tab', { name: word(label) }).click();
    await expect(page.getByRole('tab', { name: word(label), selected: true })).toBeVisible();
  },
});

/** Sharing: a bundle that was made, a copy with nothing new, devices, conflicts, seals. */
export const sharingStops: readonly Stop[] = [
  {
    name: 'sharing-bundle',
    part: 'main',
    show: async ({ goTo, word }, page, app) => {
      await goTo('sharing');
      await page.getByRole('tab', { name: word(m.tabBundle) }).click();
      const folder = await mkdtemp(path.join(os.tmpdir(), 'kiroku-stick-'));
      await answerFileDialogs(app, { save: path.join(folder, 'ward 3.zip') });
      await page.getByRole('button', { name: word(m.makeBundle) }).click();
      await expect(page.getByRole('region', { name: word(m.bundled) })).toBeVisible();
      await rm(folder, { recursive: true });
    },
  },
  {
    name: 'sharing-redacted',
    part: 'main',
    show: async ({ word }, page) => {
      await page.getByRole('combobox', { name: word(r.content) }).selectOption('redacted');
      await page.getByRole('combobox', { name: word(r.readers) }).selectOption('GREEN');
      await page.locator('summary', { hasText: word(r.fields) }).click();
      await page
        .getByRole('group', { name: word(r.everyLine) })
        .getByRole('checkbox')
        .check();
      const preview = page.getByRole('region', { name: word(r.preview) });
      await expect(preview.getByRole('listitem').first()).toBeVisible();
      await expect(preview).toHaveAttribute('aria-busy', 'false');
    },
  },
  {
    name: 'sharing-opening',
    part: 'dialog[open]',
    show: async ({ word }, page, app) => {
      const folder = await mkdtemp(path.join(os.tmpdir(), 'kiroku-stick-'));
      const copy = path.join(folder, 'for partner.zip');
      await answerFileDialogs(app, { save: copy, open: [copy] });
      await page.getByRole('button', { name: word(r.make) }).click();
      await expect(page.getByRole('region', { name: word(m.bundled) })).toContainText(copy);
      await page.getByRole('button', { name: word(o.action) }).click();
      await page.getByRole('button', { name: word(o.choose) }).click();
      await expect(page.getByRole('searchbox', { name: word(o.find) })).toBeVisible();
      await page.getByRole('dialog').getByRole('checkbox').first().check();
      await rm(folder, { recursive: true });
    },
    leave: leaveDialog,
  },
  tab('sharing-take', m.tabTake),
  tab('sharing-conflicts', m.tabConflicts),
  tab('sharing-devices', m.tabDevices),
  tab('sharing-seals', m.tabSeals),
];
