import { expect } from '@playwright/test';
import { type NotebookWindow, tabTo } from './notebook-window.ts';

/** Every row of the list, gone through with the keyboard: only what is in sight is drawn. */
export async function readAllRows({ list, rows }: NotebookWindow): Promise<string[]> {
  const { keyboard } = list.page();
  await tabTo(list);
  await keyboard.press('Home');
  const seen = new Set<string>();
  const last = Number(await list.getAttribute('aria-rowcount'));
  const selected = list.getByRole('row', { selected: true });
  const position = async () => Number(await selected.getAttribute('aria-rowindex'));
  for (let at = await position(); ; at = await position()) {
    for (const text of await rows.allInnerTexts()) seen.add(text);
    if (at >= last) return [...seen];
    await keyboard.press('PageDown');
    await expect.poll(position).toBeGreaterThan(at);
  }
}
