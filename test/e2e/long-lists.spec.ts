import type { Locator } from '@playwright/test';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { logMessages as m } from '#shared/i18n/logs-messages.ts';
import { timelineMessages } from '#shared/i18n/timeline-messages.ts';
import { expect, test } from './fixtures/kiroku-test.ts';
import type { Kiroku } from './fixtures/launch-kiroku.ts';
import { startIncident } from './fixtures/start-incident.ts';
import { importLog } from './pages/import-log.ts';
import { type NotebookWindow, notebookWindow } from './pages/notebook-window.ts';

const rows = 5_000;

/** A notebook with a log of many rows, one a minute, shown in the view of logs. */
async function notebookWithLog(kiroku: Kiroku): Promise<NotebookWindow> {
  const { page, places } = kiroku;
  await startIncident(page, 'Long');
  await page.reload();
  const notebook = notebookWindow(page);
  await notebook.line.waitFor();
  await notebook.log('2024-03-01T00:00:30Z first entry');
  await notebook.log('2024-03-04T12:00:30Z last entry');
  const lines = Array.from({ length: rows }, (_none, at) => {
    const time = new Date(Date.UTC(2024, 2, 1) + at * 60_000).toISOString();
    return `row ${at}${at % 100 === 7 ? ' needle' : ''},${time},Seen`;
  });
  const file = path.join(places.files, 'long.csv');
  await writeFile(file, ['message,datetime,timestamp_desc', ...lines, ''].join('\n'));
  await importLog(kiroku, notebook, file);
  return notebook;
}

/** Index of the first row that is seen whole, and what of the visible part is not covered by a drawn row, in pixels. */
function seenIn(list: Locator): Promise<{ readonly first: number; readonly bare: number }> {
  return list.evaluate((scroller) => {
    const box = scroller.getBoundingClientRect();
    const sticky = scroller.previousElementSibling?.getBoundingClientRect();
    const top = Math.max(box.top, sticky?.bottom ?? box.top);
    const drawn = [...scroller.querySelectorAll('[role="row"]')]
      .map((row) => ({ box: row.getBoundingClientRect(), row }))
      .filter(({ box: { bottom, top: from } }) => bottom > top && from < box.bottom)
      .toSorted((a, b) => a.box.top - b.box.top);
    const first = drawn.find(({ box: { top: from } }) => from >= top - 1);
    const covered = drawn.reduce(
      (sum, { box: { bottom, top: from } }) =>
        sum + Math.min(bottom, box.bottom) - Math.max(from, top),
      0,
    );
    return {
      first: Number(first?.row.getAttribute('aria-rowindex')),
      bare: Math.round(box.bottom - top - covered),
    };
  });
}

test('whoever turns the wheel stays there, and what is scrolled to is drawn', async ({
  kiroku,
}) => {
  const { page } = kiroku;
  const notebook = await notebookWithLog(kiroku);
  const list = page.getByRole('grid', { name: notebook.word(m.rowList) });
  await list.hover();
  for (let turn = 0; turn < 5; turn += 1) {
    await page.mouse.wheel(0, 700);
    await page.waitForFunction(() => new Promise(requestAnimationFrame));
  }
  await expect.poll(async () => (await seenIn(list)).first).toBeGreaterThan(100);
  const { first, bare } = await seenIn(list);
  expect(bare).toBeLessThanOrEqual(1);
  // A search that goes on, or rows that come in, must not pull them back.
  await page.waitForFunction(() => new Promise((done) => requestIdleCallback(done)));
  expect((await seenIn(list)).first).toBe(first);
  await list.focus();
  await page.keyboard.press('j');
  await expect.poll(async () => (await seenIn(list)).first).toBeLessThan(5);
  await page.keyboard.press('End');
  await expect(list.getByRole('row').filter({ hasText: `row ${rows - 1}` })).toBeVisible();
  expect((await seenIn(list)).bare).toBeLessThanOrEqual(1);
});

test('a search that is taken back, or another view, gives the place back', async ({ kiroku }) => {
  const { page } = kiroku;
  const notebook = await notebookWithLog(kiroku);
  const { list, word } = notebook;
  const search = page.getByRole('searchbox', { name: word(timelineMessages.search) });
  await notebook.goTo('timeline');
  await list.focus();
  await page.keyboard.press('r');
  await expect(list).toHaveAttribute('aria-rowcount', String(rows + 2 + 4));
  await list.hover();
  await page.mouse.wheel(0, -40_000);
  await expect.poll(async () => (await seenIn(list)).first).toBeLessThan(4_000);
  const { first } = await seenIn(list);
  await test.step('words that are found', async () => {
    await search.fill('needle');
    await expect(list).toHaveAttribute('aria-rowcount', String(50 + 4));
    expect((await seenIn(list)).bare).toBeGreaterThanOrEqual(-1);
    await search.fill('');
    await expect.poll(async () => (await seenIn(list)).first).toBe(first);
  });
  await test.step('words that nobody wrote', async () => {
    await search.fill('zzzz');
    await expect(page.getByText(word(timelineMessages.hiddenTitle))).toBeVisible();
    await search.fill('');
    await expect.poll(async () => (await seenIn(list)).first).toBe(first);
  });
  await test.step('another view', async () => {
    await notebook.goTo('evidence');
    await notebook.goTo('timeline');
    await expect.poll(async () => (await seenIn(list)).first).toBe(first);
    expect((await seenIn(list)).bare).toBeLessThanOrEqual(1);
  });
  await test.step('who reads the end reads it again', async () => {
    await list.focus();
    await list.hover();
    await page.mouse.wheel(0, 400_000);
    const last = list.getByRole('row').filter({ hasText: `row ${rows - 1}` });
    await expect(last).toBeVisible();
    await search.fill('needle');
    await expect(list).toHaveAttribute('aria-rowcount', String(50 + 4));
    await search.fill('');
    await expect(last).toBeInViewport({ ratio: 1 });
  });
});
