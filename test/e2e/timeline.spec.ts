import { frameMessages } from '#shared/i18n/frame-messages.ts';
import { timelineMessages } from '#shared/i18n/timeline-messages.ts';
import { expect, test } from './fixtures/kiroku-test.ts';
import { notebookWindow } from './pages/notebook-window.ts';
import { startScreen } from './pages/start-screen.ts';

/** Where the list is scrolled to, in steps that are no multiple of a row. */
const positionsPx = Array.from({ length: 60 }, (_, step) => step * 11);

test('the timeline of a notebook in UTC cuts, covers and repeats nothing', async ({ kiroku }) => {
  const { page } = kiroku;
  const { list, word } = notebookWindow(page);
  await startScreen(page).example('en').click();
  await expect(list).toBeVisible();

  await test.step('no heading lies over that of another day, and no time is cut off', async () => {
    const faults = await list.evaluate(async (scroller, positions) => {
      const found = new Set<string>();
      for (const top of positions) {
        scroller.scrollTop = top;
        await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
        const sticky = scroller.previousElementSibling;
        const over = sticky?.getBoundingClientRect();
        if (sticky === null || over === undefined) throw new Error('nothing lies over the list');
        for (const row of scroller.querySelectorAll('[role="row"]:not([aria-selected])')) {
          const box = row.getBoundingClientRect();
          const isUnder = box.top < over.bottom - 1 && box.bottom > over.top + 1;
          if (isUnder && row.textContent !== sticky.textContent)
            found.add(`${top}: ${sticky.textContent} over ${row.textContent}`);
        }
        for (const time of scroller.querySelectorAll('time'))
          if (time.scrollWidth > time.clientWidth) found.add(time.textContent);
      }
      return [...found];
    }, positionsPx);
    expect(faults).toEqual([]);
  });

  await test.step('the strip shows where everything is when nothing passes the filter', async () => {
    const strip = page.getByRole('slider', { name: word(timelineMessages.strip) });
    await expect(strip).toBeVisible();
    const search = page.getByRole('searchbox', { name: word(timelineMessages.search) });
    await search.fill('zzz');
    await expect(strip).toHaveCount(0);
    await expect.poll(() => page.locator('[data-empty] svg rect').count()).toBeGreaterThan(5);
    await search.fill('');
  });

  await test.step('the detail does not say the same time twice', async () => {
    await list.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    const detail = page.getByRole('complementary', { name: word(frameMessages.detailPane) });
    await expect(detail.getByText(word(timelineMessages.happened), { exact: true })).toBeVisible();
    await expect(detail.getByText(word(timelineMessages.inUtc), { exact: true })).toHaveCount(0);
  });
});
