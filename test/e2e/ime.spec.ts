import type { CDPSession, Page } from '@playwright/test';
import path from 'node:path';
import { expect, test } from './fixtures/kiroku-test.ts';
import { notebookWindow } from './pages/notebook-window.ts';
import { runVerb } from './pages/run-verb.ts';
import { startScreen } from './pages/start-screen.ts';

const composed = '電子カルテが止まった';

test('the Enter that ends a composition saves nothing, the next one does', async ({
  launch,
  places,
}) => {
  const folder = path.join(places.notebooks, 'ime.kiroku');
  await runVerb(places, ['new', folder, '--title', 'IME', '--zone', 'Asia/Tokyo']);
  const { page } = await launch({ args: [folder] });
  const notebook = notebookWindow(page);
  await expect(notebook.line).toBeFocused();
  const state = await notebook.state.innerText();
  const input = await page.context().newCDPSession(page);

  await compose(input, composed);
  await expect(notebook.line).toHaveValue(composed);
  await enterOfInputMethod(input);
  await expect(notebook.line).toHaveValue(composed);
  await input.send('Input.insertText', { text: composed });
  await expect(notebook.line).toHaveValue(composed);

  // Where the key comes after the composition has ended, only its code says whose it is.
  await lateEnterOfInputMethod(page);
  await expect(notebook.line).toHaveValue(composed);
  expect(await notebook.state.innerText()).toBe(state);
  await expect(notebook.row(composed)).toHaveCount(0);

  await page.keyboard.press('Enter');
  await expect(notebook.row(composed)).toHaveCount(1);
  await expect(notebook.line).toHaveValue('');
});

test('the Enter that ends a composition starts no incident', async ({ kiroku }) => {
  const { page } = kiroku;
  const start = startScreen(page);
  await start.name.fill('当直');
  await start.title.focus();
  const input = await page.context().newCDPSession(page);
  await compose(input, composed);
  await enterOfInputMethod(input);
  await input.send('Input.insertText', { text: composed });
  await lateEnterOfInputMethod(page);
  await expect(start.title).toHaveValue(composed);
  await expect(start.title).toBeFocused();

  await page.keyboard.press('Enter');
  await expect(notebookWindow(page).title).toHaveText(composed);
});

/** What an input method does while somebody types: the text stands there, not yet said to be meant. */
async function compose(input: CDPSession, text: string): Promise<void> {
  for (let length = 1; length <= text.length; length += 1) {
    await input.send('Input.imeSetComposition', {
      text: text.slice(0, length),
      selectionStart: length,
      selectionEnd: length,
    });
  }
}

/** The key as Chromium hands it on while a composition runs. */
async function enterOfInputMethod(input: CDPSession): Promise<void> {
  for (const type of ['rawKeyDown', 'keyUp'] as const)
    await input.send('Input.dispatchKeyEvent', {
      type,
      key: 'Enter',
      code: 'Enter',
      windowsVirtualKeyCode: 229,
    });
}

async function lateEnterOfInputMethod(page: Page): Promise<void> {
  await page.evaluate(() => {
    const press = { key: 'Enter', code: 'Enter', keyCode: 229, bubbles: true, cancelable: true };
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', press));
  });
}
