import path from 'node:path';
import { frameMessages } from '#shared/i18n/frame-messages.ts';
import { logMessages } from '#shared/i18n/logs-messages.ts';
import { searchMessages } from '#shared/i18n/search-messages.ts';
import { timelineMessages } from '#shared/i18n/timeline-messages.ts';
import { expect, test } from './fixtures/kiroku-test.ts';
import { projectRoot } from './fixtures/launch-kiroku.ts';
import { startIncident } from './fixtures/start-incident.ts';
import { importLog } from './pages/import-log.ts';
import { notebookWindow, tabTo } from './pages/notebook-window.ts';
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

test('log rows stand among the entries, and are opened, tagged and pinned there', async ({
  kiroku,
}) => {
  const { page } = kiroku;
  await startIncident(page, 'Rows');
  await page.reload();
  const notebook = notebookWindow(page);
  const { list, word, keyboard } = { ...notebook, keyboard: page.keyboard };
  await notebook.line.waitFor();
  await notebook.log('2024-03-01 21:05 @WS01 VPN account used !3');
  await notebook.log('2024-03-01 21:07 @pacs01 ransom note !7');
  await importLog(
    kiroku,
    notebook,
    path.join(projectRoot, 'test/fixtures/logs/sysmon-japanese.csv'),
  );
  await notebook.goTo('timeline');
  const count = page.getByRole('search').getByRole('status').first();
  const says = (entries: string, rows: number) =>
    expect(count).toHaveText(
      word(searchMessages.countWithRows, {
        entries,
        rows: word(searchMessages.rowCount, { n: rows }),
      }),
    );
  const all = word(timelineMessages.total, { n: 2 });
  await test.step('shown by a key, each at its time', async () => {
    await list.focus();
    await keyboard.press('r');
    await says(all, 8);
    const rows = list.getByRole('row');
    await expect(rows).toHaveCount(11);
    await expect(rows.nth(1)).toContainText('VPN account');
    await expect(rows.nth(2)).toContainText('invoice.docm');
    await expect(rows.nth(7)).toContainText('ransom note');
    await expect(rows.nth(8)).toContainText('svch0st.exe -beacon');
  });
  const original = page.getByRole('region', { name: word(logMessages.original) });
  await test.step('opened and pinned without leaving the list', async () => {
    await keyboard.press('Home');
    await keyboard.press('j');
    await keyboard.press('j');
    await keyboard.press('Enter');
    await expect(original).toContainText('-enc SQBFAFgA');
    await keyboard.press('!');
    await keyboard.press('j');
    await keyboard.press(' ');
    const bar = page.getByRole('toolbar', { name: word(logMessages.taggedBar) });
    await expect(bar).toContainText(word(logMessages.tagged, { n: 2 }));
    await keyboard.press('Escape');
    await expect(original).toHaveCount(0);
    await keyboard.press('5');
    const dialog = page.getByRole('dialog', { name: word(logMessages.pinTitle, { n: 2 }) });
    await expect(dialog.getByLabel(word(logMessages.pinMarks))).toHaveValue('5 ');
    await tabTo(dialog.getByRole('button', { name: word(logMessages.pinTogether) }), {
      key: 'Shift+Tab',
    });
    await keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await says(word(timelineMessages.total, { n: 3 }), 8);
    await expect(list.getByText(/^Pinned by entry/)).toHaveCount(2);
    await expect(bar).toHaveCount(0);
  });
  await test.step('they obey words and machines, and say what they cannot obey', async () => {
    const search = page.getByRole('searchbox', { name: word(timelineMessages.search) });
    await search.fill('svch0st');
    await says(word(timelineMessages.shown, { shown: 0, total: 3 }), 3);
    await expect(list.locator('mark').first()).toHaveText('svch0st');
    await search.fill('');
    await page
      .getByRole('group', { name: word(timelineMessages.filterStages) })
      .getByRole('button')
      .nth(2)
      .click();
    await expect(
      page.getByText(word(searchMessages.rowsHidden, { what: word(searchMessages.rowStage) })),
    ).toBeVisible();
    await expect(list.getByRole('row')).toHaveCount(2);
    await notebook.run(word(searchMessages.cmdShowAll));
    await says(word(timelineMessages.total, { n: 3 }), 8);
  });
  await test.step('they stay for who comes back, and go by the command', async () => {
    await notebook.goTo('evidence');
    await notebook.goTo('timeline');
    await says(word(timelineMessages.total, { n: 3 }), 8);
    await notebook.run(word(searchMessages.cmdLogRows));
    await expect(count).toHaveText(word(timelineMessages.total, { n: 3 }));
    await expect(list.getByRole('row')).toHaveCount(4);
  });
});
