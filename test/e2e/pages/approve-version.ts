import { expect, type Page } from '@playwright/test';
import { releaseViewMessages as m } from '#shared/i18n/release-view-messages.ts';
import type { NotebookWindow } from './notebook-window.ts';

/** In the report's view, submits its first version and approves it; the dialog stays open. */
export async function approveFirstVersion(page: Page, word: NotebookWindow['word']) {
  await page.getByRole('button', { name: word(m.open) }).click();
  const dialog = page.getByRole('dialog', { name: word(m.title) });
  await dialog.getByRole('button', { name: word(m.submit) }).click();
  const version = dialog.getByRole('region', { name: 'R-001' });
  await version.getByRole('combobox', { name: word(m.verdict) }).selectOption('approve');
  await version.getByRole('button', { name: word(m.say) }).click();
  await expect(version.getByText(word(m.approvedByWriter))).toBeVisible();
  return { dialog, version };
}
