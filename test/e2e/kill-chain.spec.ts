import type { Locator, Page } from '@playwright/test';
import { chainQuestionMessages as q } from '#shared/i18n/chain-question-messages.ts';
import { frameMessages } from '#shared/i18n/frame-messages.ts';
import { chainMessages as m } from '#shared/i18n/kill-chain-messages.ts';
import { expect, test } from './fixtures/kiroku-test.ts';
import { type NotebookWindow, notebookWindow, tabTo } from './pages/notebook-window.ts';
import { onlyNotebook, runVerb } from './pages/run-verb.ts';
import { startScreen } from './pages/start-screen.ts';
import { changeLook } from './pages/view-tour.ts';

type Shown = {
  readonly actions: readonly { readonly type?: string; readonly state?: string }[];
  readonly questions: readonly { readonly id: string; readonly dismissal?: object }[];
  readonly coverage: readonly { readonly id: string; readonly state?: string }[];
  readonly courses: readonly {
    readonly stage?: string;
    readonly outcome?: string;
    readonly cut?: boolean;
  }[];
  readonly paths: readonly { readonly id: string; readonly name?: string }[];
  readonly entries: readonly { readonly paths: readonly string[]; readonly corrected: boolean }[];
};

for (const language of ['en', 'ja'] as const)
  test(`the kill chain is worked with the keyboard alone (${language})`, async ({
    kiroku,
    places,
  }) => {
    const { page } = kiroku;
    await changeLook(page, { language, theme: 'light' });
    await startScreen(page, language).example(language).press('Enter');
    const notebook = notebookWindow(page, language);
    const { word } = notebook;
    await expect(page.getByText(word(frameMessages.chainIntact))).toBeVisible();
    await notebook.goTo('kill-chain');
    const shown = async () =>
      JSON.parse((await runVerb(places, ['show', onlyNotebook(places), '--json'])).out) as Shown;

    await test.step('a mark is read out, and opens its entry', async () => {
      const drawing = page.getByRole('slider', { name: word(m.drawing) });
      await tabTo(drawing);
      await page.keyboard.press('Home');
      await expect(drawing).toHaveAttribute('aria-valuetext', /#\d+/);
      const number = /#(\d+)/.exec((await drawing.getAttribute('aria-valuetext')) ?? '')?.[1];
      await page.keyboard.press('Enter');
      await expect(notebook.detail(Number(number))).toBeVisible();
      const before = await drawing.getAttribute('aria-valuetext');
      await page.keyboard.press('ArrowDown');
      await expect(drawing).not.toHaveAttribute('aria-valuetext', before ?? '');
      await page.keyboard.press('+');
      await expect(page.getByText(spanStart(notebook))).toBeVisible();
      await notebook.goTo('timeline');
      await expect(page.getByRole('search')).toContainText(/\d{4}-\d\d-\d\d/);
      await notebook.goTo('kill-chain');
      await tabTo(drawing);
      await page.keyboard.press('0');
      await expect(page.getByText(spanStart(notebook))).toBeHidden();
    });

    await test.step('an action of the guide becomes a task, and a draft', async () => {
      await tabTo(page.getByRole('slider', { name: word(m.drawing) }));
      await page.keyboard.press('g');
      const action = page.locator('[data-action]').first();
      await tabTo(action);
      await page.keyboard.press('t');
      await expect(action).toContainText(word(m.guideTask, { state: word(m.taskOpen) }));
      // The example has actions of its own, of no kind.
      const tasks = (await shown()).actions.filter(({ type }) => type !== undefined);
      expect(tasks).toMatchObject([{ type: /-A1$/, state: 'open' }]);
      await page.keyboard.press('Enter');
      await expect(notebook.line).toHaveValue(/^:response ./);
      await expect(notebook.line).toBeFocused();
      await page.keyboard.press('Control+a');
      await page.keyboard.press('Backspace');
    });

    await test.step('a path is named, and an entry put on it', async () => {
      await tabTo(page.getByRole('button', { name: word(m.paths), exact: true }), {
        key: 'Shift+Tab',
      });
      await page.keyboard.press('Enter');
      await expect(page.getByLabel(word(m.pathName), { exact: true })).toBeFocused();
      await page.keyboard.type('VPN');
      await page.keyboard.press('Enter');
      await expect(page.getByLabel(word(m.pathRename, { name: 'VPN' })).first()).toBeVisible();
      await page.keyboard.press('Escape');
      const toggle = page.getByRole('button', { name: 'VPN', exact: true });
      await tabTo(toggle);
      await page.keyboard.press('Enter');
      await expect(toggle).toHaveAttribute('aria-pressed', 'true');
      const { paths, entries } = await shown();
      const on = entries.filter((entry) => entry.paths.length > 0);
      expect(on.map((entry) => entry.paths)).toEqual([[paths[0]?.id]]);
      // Telling the story corrects nothing.
      expect(on[0]?.corrected).toBe(false);
    });

    const tab = async (part: Locator) => {
      await tabTo(page.getByRole('tab', { selected: true }).first(), { key: 'Shift+Tab' });
      await expect(async () => {
        await page.keyboard.press('ArrowRight');
        await expect(part).toHaveAttribute('aria-selected', 'true', { timeout: 200 });
      }).toPass();
    };

    await test.step('a question is dismissed with a reason', async () => {
      await tab(page.getByRole('tab', { name: word(m.tabQuestions) }));
      const card = page.locator('[data-question]').first();
      const key = (await card.getAttribute('data-question')) ?? '';
      await tabTo(card.getByRole('button', { name: word(q.dismiss), exact: true }));
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
      await expect(page.getByText(word(q.reasonNeeded))).toBeVisible();
      await page.keyboard.type('not in the public sources');
      await page.keyboard.press('Enter');
      await expect(page.locator(`[data-question="${key}"]`)).toHaveCount(0);
      expect((await shown()).questions).toMatchObject([
        { id: key, dismissal: { dismissed: true, reason: 'not in the public sources' } },
      ]);
    });

    await test.step('a blind stage shows when its logs are said to be missing', async () => {
      await tab(page.getByRole('tab', { name: word(m.tabCoverage) }));
      const first = page.locator('[data-cell="0 0"]');
      await tabTo(first);
      await page.keyboard.press('a');
      await expect(page.locator('[data-source="fw"] [data-state="available"]')).toHaveCount(3);
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('m');
      await expect(page.locator('[data-source="fw"] [data-state="missing"]')).toHaveCount(1);
      const { coverage } = await shown();
      expect(coverage.filter(({ id }) => id.startsWith('fw'))).toMatchObject([
        { id: 'fw', state: 'available' },
        { id: 'fw/reconnaissance', state: 'missing' },
      ]);
    });

    await test.step('a proposal is taken over, and judged as a cut', async () => {
      await tab(page.getByRole('tab', { name: word(m.tabCourses) }));
      await tabTo(page.locator('[data-cell="0 0"]'));
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog');
      await expect(dialog).toBeVisible();
      const missing = dialog.getByText(word(q.outcomeMissing), { exact: true });
      await tabTo(missing.first(), { key: 'Shift+Tab' });
      await page.keyboard.press('Enter');
      const cut = dialog.getByRole('checkbox', { name: word(q.cut) });
      await tabTo(cut);
      await page.keyboard.press('Space');
      await expect(cut).toBeChecked();
      await page.keyboard.press('Escape');
      await expect(page.getByText(word(q.noCut))).toBeHidden();
      const taken = (await shown()).courses.filter(({ stage }) => stage === 'delivery');
      expect(taken).toMatchObject([{ outcome: 'missing', cut: true }]);
    });

    await test.step('a technique shows its entries', async () => {
      await tab(page.getByRole('tab', { name: word(m.tabAttack) }));
      const cell = page.locator('[data-shade]').first();
      await tabTo(cell);
      await page.keyboard.press('Enter');
      await expect(cell).toHaveAttribute('aria-pressed', 'true');
      await expect(page.getByRole('heading', { name: /T\d{4}/ })).toBeVisible();
    });

    await test.step('a line is offered its stage, and one key takes it', async () => {
      await page.keyboard.press('Control+j');
      await page.keyboard.insertText(
        language === 'en' ? 'Beacon every 60 s' : '一定間隔の通信を確認',
      );
      await page.keyboard.press('Control+.');
      await expect(notebook.line).toHaveValue(/ !6 $/);
    });
  });

test('the drawing is as sharp as the screen, and has the colours of the theme', async ({
  kiroku,
}) => {
  const { page, app } = kiroku;
  await changeLook(page, { language: 'en', theme: 'light' });
  await startScreen(page).example('en').press('Enter');
  const notebook = notebookWindow(page);
  await expect(page.getByText(notebook.word(frameMessages.chainIntact))).toBeVisible();
  await notebook.goTo('kill-chain');
  await expect(page.locator('#swimlane canvas')).toBeVisible();
  const drawn = () => page.evaluate(inkOfLanes);
  await expect.poll(drawn).toEqual({ isSharp: true, lanes: everyLane });
  for (const factor of [2, 1]) {
    await app.evaluate(({ BrowserWindow }, zoom) => {
      BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(zoom);
    }, factor);
    await expect.poll(drawn).toEqual({ isSharp: true, lanes: everyLane });
  }
  await notebook.run(notebook.word(frameMessages.cmdTheme));
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect.poll(drawn).toEqual({ isSharp: true, lanes: everyLane });
});

/** What stands above the swimlane while it shows a part of the time. */
function spanStart({ word }: NotebookWindow): RegExp {
  const [start = ''] = word(m.shownSpan, { from: '|', to: '|' }).split('|');
  return new RegExp(`^${start}`);
}

test('a notebook with no entries shows what the view is for, and the guide', async ({
  launch,
  places,
}) => {
  const folder = `${places.notebooks}/empty.kiroku`;
  await runVerb(places, ['new', folder, '--title', 'Nothing yet', '--zone', 'UTC']);
  const { page } = await launch({ args: [folder] });
  const notebook = notebookWindow(page);
  await notebook.line.waitFor();
  await notebook.goTo('kill-chain');
  await expect(page.getByText(notebook.word(m.emptyTitle))).toBeVisible();
  await guideOf(page, notebook).click();
  await expect(page.locator('[data-action]').first()).toBeVisible();
});

/** The example tells nothing of Delivery. */
const everyLane = ['1', '2', '4', '5', '6', '7', 'none'];

/** Runs in the page: whose colours are in the drawing, and whether a px of it is one of the screen. */
function inkOfLanes() {
  const canvas = document.querySelector<HTMLCanvasElement>('#swimlane canvas');
  const paper = canvas?.getContext('2d');
  if (canvas === null || paper == null) return undefined;
  const { data } = paper.getImageData(0, 0, canvas.width, canvas.height);
  const found = new Set<string>();
  for (let at = 0; at < data.length; at += 4)
    if (data[at + 3] === 255)
      found.add(
        Array.from(data.slice(at, at + 3), (each) => each.toString(16).padStart(2, '0')).join(''),
      );
  const style = getComputedStyle(canvas);
  return {
    isSharp: Math.abs(canvas.width - canvas.clientWidth * devicePixelRatio) <= 1,
    lanes: ['1', '2', '3', '4', '5', '6', '7', 'none'].filter((stage) =>
      found.has(style.getPropertyValue(`--stage-${stage}`).trim().slice(1)),
    ),
  };
}

function guideOf(page: Page, { word }: NotebookWindow): Locator {
  return page.getByRole('button', { name: word(m.showGuide), exact: true }).last();
}
