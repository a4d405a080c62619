import { frameMessages } from '#shared/i18n/frame-messages.ts';
import { searchMessages as m } from '#shared/i18n/search-messages.ts';
import { timelineMessages } from '#shared/i18n/timeline-messages.ts';
import { expect, test } from './fixtures/kiroku-test.ts';
import type { Kiroku } from './fixtures/launch-kiroku.ts';
import { startIncident } from './fixtures/start-incident.ts';
import { notebookWindow, tabTo } from './pages/notebook-window.ts';

const lines = [
  '2024-03-10 02:10 @DC01 VPN account used from an unknown address !3 #vpn',
  '2024-03-10 02:40 @dc01 ランサムノートを確認 !7',
  '2024-03-10 03:05 @pacs01 バックアップからの復旧を開始 #復旧',
  '2024-03-11 09:00 @pacs01 Who approved the vendor access? ?',
  '2024-03-11 10:00 Network segment cut on the order of the duty manager',
];

/** An incident with those lines, everything written with the keyboard. */
async function incident({ page }: Kiroku) {
  await startIncident(page, 'Finding');
  await page.reload();
  const notebook = notebookWindow(page);
  await notebook.line.waitFor();
  for (const line of lines) await notebook.log(line);
  const { word } = notebook;
  const search = page.getByRole('searchbox', { name: word(timelineMessages.search) });
  const count = page.getByRole('search').getByRole('status');
  const shown = (n: number) =>
    expect(count).toHaveText(
      n === lines.length
        ? word(timelineMessages.total, { n })
        : word(timelineMessages.shown, { shown: n, total: lines.length }),
    );
  return { ...notebook, page, keyboard: page.keyboard, search, shown };
}

type Incident = Awaited<ReturnType<typeof incident>>;

/** Texts of the rows, without the headings of days. */
function entries({ list }: Incident) {
  return list.locator('[role="row"][aria-selected]');
}

async function toList({ list, keyboard }: Incident): Promise<void> {
  await keyboard.press('Control+f');
  await keyboard.press('Escape');
  await expect(list).toBeFocused();
}

test('entries are found as somebody types, and the matches are marked', async ({ kiroku }) => {
  const on = await incident(kiroku);
  await on.keyboard.press('Control+f');
  await expect(on.search).toBeFocused();
  await on.keyboard.insertText('ﾊﾞｯｸ ふっきゅう');
  await on.shown(0);
  await on.keyboard.press('Control+a');
  await on.keyboard.insertText('ﾊﾞｯｸ');
  await on.shown(1);
  await expect(entries(on).locator('mark')).toHaveText(['バック']);
  await on.keyboard.press('Control+a');
  await on.keyboard.type('@DC ０２');
  await on.shown(2);
  await on.keyboard.press('Escape');
  await on.shown(5);
});

test('conditions are chosen, saved by name and applied again from the palette', async ({
  kiroku,
}) => {
  const on = await incident(kiroku);
  const { page, keyboard, word } = on;
  await test.step('a value out of the menu, counted beside the others', async () => {
    await toList(on);
    await keyboard.press('f');
    const value = page.getByRole('combobox', { name: word(m.findValue) });
    await expect(value).toBeFocused();
    await keyboard.type('dc');
    const option = page.getByRole('option', { name: 'DC01' });
    await expect(option).toHaveText(/2$/);
    await keyboard.press('Enter');
    await expect(option).toHaveAttribute('aria-selected', 'true');
    await on.shown(2);
    await expect(value).toBeFocused();
  });
  await test.step('a span of time, read as in the entry line', async () => {
    await tabTo(page.getByRole('textbox', { name: word(m.from), exact: true }));
    await keyboard.type('2024-03-10 02:30');
    await keyboard.press('Enter');
    await on.shown(1);
    await keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(entries(on)).toContainText(['ランサムノート']);
  });
  await test.step('the chips read as a sentence', async () => {
    await expect(
      page.getByRole('group', {
        name: 'Showing entries: from 2024-03-10 02:30, system DC01.',
      }),
    ).toBeVisible();
  });
  await test.step('saved, cleared, and applied by its name', async () => {
    await tabTo(page.getByRole('button', { name: word(m.savedMenu), exact: true }));
    await keyboard.press('Enter');
    await expect(page.getByRole('textbox', { name: word(m.saveName) })).toBeFocused();
    await keyboard.type('Night on DC01');
    await keyboard.press('Enter');
    await expect(on.state).toContainText(word(m.filterSaved, { name: 'Night on DC01' }));
    await keyboard.press('Escape');
    await on.run(word(m.cmdShowAll));
    await on.shown(5);
    await on.run(word(m.applyFilter, { name: 'Night on DC01' }));
    await on.shown(1);
    await expect(on.list).toBeFocused();
  });
  await test.step('a chip is taken away, then the saved filter', async () => {
    const drop = page.getByRole('button', {
      name: word(m.dropCondition, { name: word(m.fromTime, { time: '2024-03-10 02:30' }) }),
    });
    await tabTo(drop, { key: 'Shift+Tab' });
    await keyboard.press('Enter');
    await on.shown(2);
    await tabTo(page.getByRole('button', { name: word(m.savedMenu), exact: true }), {
      key: 'Shift+Tab',
    });
    await keyboard.press('Enter');
    await tabTo(
      page.getByRole('button', { name: word(m.removeFilter, { name: 'Night on DC01' }) }),
    );
    await keyboard.press('Enter');
    await expect(on.state).toContainText(word(m.filterRemoved, { name: 'Night on DC01' }));
  });
});

test('the strip zooms to a span and back, and Ctrl+G goes to a time', async ({ kiroku }) => {
  const on = await incident(kiroku);
  const { page, keyboard, word } = on;
  const strip = page.getByRole('slider', { name: word(timelineMessages.strip) });
  await test.step('with the keyboard', async () => {
    await strip.focus();
    await keyboard.press('Home');
    await keyboard.press('Shift+ArrowRight');
    await keyboard.press('Shift+ArrowRight');
    await expect(strip).toHaveAttribute('aria-valuetext', /^Span .*: 3 entries$/);
    await keyboard.press('Enter');
    await on.shown(3);
    await keyboard.press('Escape');
    await on.shown(5);
  });
  await test.step('with the mouse', async () => {
    const box = await strip.boundingBox();
    if (box === null) throw new Error('there is no strip');
    const y = box.y + 20;
    await page.mouse.move(box.x + box.width * 0.7, y);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.9, y, { steps: 4 });
    await page.mouse.move(box.x + box.width - 2, y, { steps: 4 });
    await page.mouse.up();
    await on.shown(2);
    await strip.dblclick({ position: { x: box.width / 2, y: 20 } });
    await on.shown(5);
  });
  await test.step('a time without a date is one of the day that is looked at', async () => {
    await toList(on);
    await keyboard.press('Home');
    await keyboard.press('Control+g');
    await keyboard.type('２:５０');
    await keyboard.press('Enter');
    await expect(on.list.getByRole('row', { selected: true })).toContainText('ランサムノート');
    await expect(on.list).toBeFocused();
  });
});

test('many entries are chosen, tagged, starred and linked by keyboard', async ({ kiroku }) => {
  const on = await incident(kiroku);
  const { page, keyboard, word } = on;
  const chosen = on.list.getByRole('row', { selected: true });
  await toList(on);
  await keyboard.press('Home');
  await keyboard.press('Shift+ArrowDown');
  await keyboard.press('ArrowDown');
  await keyboard.press('ArrowDown');
  await keyboard.press(' ');
  await expect(chosen).toHaveCount(3);
  await expect(page.getByRole('toolbar', { name: word(m.chosenBar) })).toContainText(
    word(m.chosen, { n: 3 }),
  );
  await test.step('tag', async () => {
    await keyboard.press('t');
    await keyboard.type('#lateral');
    await keyboard.press('Enter');
    await expect(on.state).toContainText(word(m.markedDone, { n: 3 }));
    await expect(chosen.filter({ hasText: '#lateral' })).toHaveCount(3);
    await expect(on.list).toBeFocused();
  });
  await test.step('star and link', async () => {
    await keyboard.press('s');
    const star = page.getByRole('img', { name: word(timelineMessages.starred), exact: true });
    await expect(chosen.filter({ has: star })).toHaveCount(3);
    await tabTo(page.getByRole('button', { name: word(m.linkThem) }));
    await keyboard.press('Enter');
    await expect(on.state).toContainText(word(m.markedDone, { n: 2 }));
  });
  await test.step('none of it corrects what an entry says', async () => {
    await expect(on.list.getByRole('img', { name: word(timelineMessages.corrected) })).toHaveCount(
      0,
    );
  });
  await test.step('all, and none', async () => {
    await on.list.focus();
    await keyboard.press('Control+a');
    await expect(chosen).toHaveCount(5);
    await keyboard.press('Escape');
    await expect(chosen).toHaveCount(1);
    await expect(page.getByRole('toolbar', { name: word(m.chosenBar) })).toHaveCount(0);
  });
});

test('an empty result says which condition hides what', async ({ kiroku }) => {
  const on = await incident(kiroku);
  const { page, keyboard, word } = on;
  const kind = word(timelineMessages.kindQuestion);
  await tabTo(
    page.getByRole('button', { name: word(frameMessages.withNote, { name: kind, note: 1 }) }),
    {
      key: 'Shift+Tab',
    },
  );
  await keyboard.press('Enter');
  await on.shown(1);
  await keyboard.press('Control+f');
  await keyboard.type('vpn');
  await on.shown(0);
  await expect(page.getByText(word(timelineMessages.hiddenTitle))).toBeVisible();
  const text = word(timelineMessages.sentenceQuery, { query: 'vpn' });
  await expect(
    page.getByRole('button', { name: word(timelineMessages.dropPart, { part: text, n: 1 }) }),
  ).toBeVisible();
  const lead = `${word(m.leadKinds)} ${kind}`;
  await tabTo(
    page.getByRole('button', { name: word(timelineMessages.dropPart, { part: lead, n: 1 }) }),
  );
  await keyboard.press('Enter');
  await on.shown(1);
  await expect(entries(on)).toContainText(['VPN account']);
});
