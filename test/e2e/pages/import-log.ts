import { expect } from '@playwright/test';
import path from 'node:path';
import { logMessages as m } from '#shared/i18n/logs-messages.ts';
import type { Kiroku } from '../fixtures/launch-kiroku.ts';
import { chooseFiles } from './file-dialogs.ts';
import { type NotebookWindow, tabTo } from './notebook-window.ts';

/** Imports a log by keyboard, and says what the dialog said before it was taken in. */
export async function importLog(
  { app, page }: Pick<Kiroku, 'app' | 'page'>,
  { goTo, run, word }: NotebookWindow,
  file: string,
): Promise<string> {
  await chooseFiles(app, [file]);
  await goTo('logs');
  await run(word(m.import));
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(word(m.firstRows)).first()).toBeVisible();
  const said = await dialog.innerText();
  await tabTo(dialog.getByRole('button', { name: word(m.importThis), exact: true }));
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  const name = path.basename(file);
  await expect(page.getByRole('table').getByRole('row').filter({ hasText: name })).toBeVisible();
  return said;
}
