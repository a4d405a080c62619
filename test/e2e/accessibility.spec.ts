import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { frameMessages } from '#shared/i18n/frame-messages.ts';
import { say } from '#shared/i18n/messages.ts';
import { expect, test } from './fixtures/kiroku-test.ts';
import type { Kiroku } from './fixtures/launch-kiroku.ts';
import { notebookWindow } from './pages/notebook-window.ts';
import { startScreen } from './pages/start-screen.ts';
import { changeLook, takeTour } from './pages/view-tour.ts';

// The longest of all: its tests need not wait for one another.
test.describe.configure({ timeout: 900_000, mode: 'parallel' });

const themes = ['dark', 'light'] as const;
type Theme = (typeof themes)[number];

/** Names, roles and order are the same in both themes: all rules look at one, these at the other too. */
const rulesOfColour = ['color-contrast', 'link-in-text-block'];

/** The report is light in either theme. */
const paper = 'article.paper';

for (const language of ['en', 'ja'] as const)
  test(`axe finds nothing on any view (${language})`, async ({ kiroku }) => {
    const { page } = kiroku;
    const found: string[] = [];
    const papers: string[][] = [];
    const visitIn = (theme: Theme) => async (name: string, part?: string) => {
      const isPaper = name === 'report';
      if (isPaper) papers.push(await coloursOf(page, paper));
      const view = { name: `${name} (${theme})`, part, theme };
      found.push(...(await violations(page, isPaper ? { ...view, alike: paper } : view)));
    };
    for (const theme of themes) {
      await changeLook(page, { language, theme });
      await visitIn(theme)('start');
      await startScreen(page, language).settings.click();
      await expect(page.getByRole('dialog')).toBeVisible();
      // Nobody has typed there yet: an empty name is not wrong so far.
      await expect(page.locator('dialog [aria-invalid]')).toHaveCount(0);
      await visitIn(theme)('start-settings', 'dialog[open]');
      await page.keyboard.press('Escape');
    }
    await openExample(kiroku, { language });
    for (const theme of themes) {
      await changeLook(page, { language, theme });
      await expect(notebookWindow(page, language).title).toBeVisible();
      await takeTour(kiroku, language, visitIn(theme));
    }
    expect(found).toEqual([]);
    // What is left out in the dark has no colour that was not looked at in the light. (The tour writes: the second
    // paper has more on it.)
    const [dark = [], light = []] = papers;
    expect(dark.length).toBeGreaterThan(10);
    expect(dark.filter((colours) => !light.includes(colours))).toEqual([]);
  });

for (const [size, width, zoom] of [
  ['200 % zoom', 1280, 2],
  ['a window 700 px wide', 700, 1],
] as const)
  test(`nothing is cut off at ${size}`, async ({ kiroku }) => {
    const { app, page } = kiroku;
    await app.evaluate(
      ({ BrowserWindow }, wanted) => {
        const [window] = BrowserWindow.getAllWindows();
        window?.setContentSize(wanted.width, 800);
        window?.webContents.setZoomFactor(wanted.zoom);
      },
      { width, zoom },
    );
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width / zoom);
    const found: string[] = [];
    const visit = async (name: string) => void found.push(...(await cutOff(page, name)));
    for (const language of ['en', 'ja'] as const) {
      await changeLook(page, { language, theme: 'light' });
      if (language === 'en') {
        await visit('start');
        await openExample(kiroku, { language });
      }
      await expect(notebookWindow(page, language).title).toBeVisible();
      await takeTour(kiroku, language, (name) => visit(`${name} (${language})`));
    }
    expect(found).toEqual([]);
  });

/** Opens the worked example of the language: it has entries, a correction, evidence and a checklist. */
async function openExample({ page }: Kiroku, { language }: { readonly language: 'en' | 'ja' }) {
  await startScreen(page, language).example(language).click();
  await expect(page.getByText(say(language, frameMessages.chainIntact))).toBeVisible();
}

type Visit = {
  readonly name: string;
  readonly part: string | undefined;
  readonly theme: Theme;
  /** What looks the same in both themes, and is looked at in one. */
  readonly alike?: string;
};

/** What axe finds, in one line each. */
async function violations(page: Page, { name, part, theme, alike }: Visit): Promise<string[]> {
  // Legacy mode: the other one opens a page of its own, which Electron does not have.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  // What passed is named by nobody here, and naming it took as long as looking.
  axe.options({ resultTypes: ['violations'] });
  if (part !== undefined) axe.include(part);
  if (theme === 'dark') {
    axe.withRules(rulesOfColour);
    if (alike !== undefined) axe.exclude(alike);
  }
  const { violations: found } = await axe.analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary = '' }) =>
        `${name}: ${id} at ${target.join(' ')}: ${failureSummary.replaceAll(/\s+/g, ' ').slice(0, 200)}`,
    ),
  );
}

/** Every kind of element of a part of the page with its colours. */
async function coloursOf(page: Page, part: string): Promise<string[]> {
  return page.locator(part).evaluate((root) => [
    ...new Set(
      [root, ...root.querySelectorAll('*')].map((element) => {
        const { color, backgroundColor, borderColor, fill } = getComputedStyle(element);
        return [element.tagName, color, backgroundColor, borderColor, fill].join(' ');
      }),
    ),
  ]);
}

/** Controls that reach out of the window or of what clips them, and a page wider than the window. */
async function cutOff(page: Page, view: string): Promise<string[]> {
  const found = await page.evaluate(() => {
    const problems: string[] = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth)
      problems.push(`page is ${scrollWidth} px wide, not ${clientWidth}`);
    for (const frame of [document.documentElement, document.body, document.getElementById('root')])
      if (frame !== null && frame.scrollTop + frame.scrollLeft !== 0)
        problems.push(`${frame.tagName} is scrolled away`);
    const name = (element: Element) =>
      `${element.tagName.toLowerCase()} “${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 30)}”`;
    const scrollsTo = (element: Element, axis: 'X' | 'Y') =>
      /auto|scroll/.test(getComputedStyle(element)[`overflow${axis}`]);
    const clips = (element: Element, axis: 'X' | 'Y') =>
      getComputedStyle(element)[`overflow${axis}`] !== 'visible';
    const modal = document.querySelector('dialog[open]');
    const controls = 'button, input, select, textarea, a[href], [role="tab"], h1, h2, h3, label';
    for (const element of (modal ?? document).querySelectorAll(controls)) {
      if (element.closest('.visually-hidden') || element.classList.contains('visually-hidden'))
        continue;
      const box = element.getBoundingClientRect();
      if (box.width === 0 || box.height === 0) continue;
      if (getComputedStyle(element).visibility === 'hidden') continue;
      if (box.right > innerWidth + 1 || box.left < -1) {
        let reached = false;
        for (let up = element.parentElement; up; up = up.parentElement)
          if (scrollsTo(up, 'X')) reached = true;
        if (!reached)
          problems.push(
            `${name(element)} is outside of the window (${Math.round(box.left)}–${Math.round(box.right)})`,
          );
      }
      for (let up = element.parentElement; up && up !== document.body; up = up.parentElement) {
        const frame = up.getBoundingClientRect();
        if (scrollsTo(up, 'X') && scrollsTo(up, 'Y')) break;
        if (
          clips(up, 'X') &&
          !scrollsTo(up, 'X') &&
          (box.right > frame.right + 1 || box.left < frame.left - 1)
        ) {
          problems.push(
            `${name(element)} is cut off at the side by ${up.tagName.toLowerCase()}.${up.className}`,
          );
          break;
        }
        if (scrollsTo(up, 'Y')) break;
        if (clips(up, 'Y') && (box.bottom > frame.bottom + 1 || box.top < frame.top - 1)) {
          problems.push(
            `${name(element)} is cut off below or above by ${up.tagName.toLowerCase()}.${up.className}`,
          );
          break;
        }
        // A dialog lies over everything: nothing around it clips it.
        if (up === modal) break;
      }
    }
    return problems;
  });
  return [...new Set(found)].map((problem) => `${view}: ${problem}`);
}
