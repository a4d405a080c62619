import { expect, type Page } from '@playwright/test';
import { type Message } from '#shared/i18n/messages.ts';
import type { Kiroku } from '../fixtures/launch-kiroku.ts';
import type { NotebookWindow } from './notebook-window.ts';

/** A stop of the tour: brings the view about, and says how to leave it. */
export type Stop = {
  readonly name: string;
  /** What is new on the screen since the stops before; everything when it is missing. */
  readonly part?: string;
  readonly show: (notebook: NotebookWindow, page: Page, app: Kiroku['app']) => Promise<void>;
  readonly leave?: (notebook: NotebookWindow, page: Page) => Promise<void>;
};

/** Closes the dialog of a stop. */
export const leaveDialog: NonNullable<Stop['leave']> = async (_, page) => {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
};

/** A stop that a key opens as a dialog. */
export const dialog = (name: string, key: string, title: Message): Stop => ({
  name,
  part: 'dialog[open]',
  show: async ({ word, list }, page) => {
    // A single key works where nothing is being typed.
    await list.focus();
    await page.keyboard.press(key);
    await expect(page.getByRole('dialog', { name: word(title), exact: true })).toBeVisible();
  },
  leave: leaveDialog,
});

/** Opens the entry that was corrected; the filter finds it wherever it stands. */
