import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { entryLineMessages } from '#shared/i18n/entry-line-messages.ts';
import { frameMessages as m } from '#shared/i18n/frame-messages.ts';
import { type Language, type Message, say } from '#shared/i18n/messages.ts';
import { timelineMessages } from '#shared/i18n/timeline-messages.ts';

export type View =
  | 'timeline'
  | 'kill-chain'
  | 'checklists'
  | 'evidence'
  | 'logs'
  | 'indicators'
  | 'systems'
  | 'actions'
  | 'report'
  | 'decisions'
  | 'now'
  | 'sharing';
const viewKeys: Readonly<Record<View, string>> = {
  timeline: 'Alt+1',
  'kill-chain': 'Alt+2',
  checklists: 'Alt+3',
  evidence: 'Alt+4',
  logs: 'Alt+5',
  indicators: 'Alt+6',
  systems: 'Alt+8',
  actions: 'Control+Shift+A',
  report: 'Alt+7',
  decisions: 'Alt+9',
  now: 'Alt+0',
  sharing: 'Control+Shift+S',
};
const viewLabels: Readonly<Record<View, Message>> = {
  timeline: m.viewTimeline,
  checklists: m.viewChecklists,
  evidence: m.viewEvidence,
  logs: m.viewLogs,
  indicators: m.viewIndicators,
  actions: m.viewActions,
  report: m.viewReport,
  decisions: m.viewDecisions,
  now: m.viewNow,
  sharing: m.viewSharing,
  systems: m.viewSystems,
  'kill-chain': m.viewKillChain,
};

/** The window of an opened notebook, as somebody finds their way in it: by role, name and key. */
export function notebookWindow(page: Page, language: Language = 'en') {
  const word = (message: Message, values = {}) => say(language, message, values);
  const line = page.getByRole('textbox', { name: word(entryLineMessages.name), exact: true });
  const state = page.getByRole('contentinfo', { name: word(m.statusLine) });
  const asked = page.getByRole('alertdialog', { name: word(entryLineMessages.asked) });
  const palette = page.getByRole('combobox', { name: word(m.findCommand) });
  const list = page.getByRole('grid', { name: word(timelineMessages.listName) });

  const goTo = async (view: View) => {
    await page.keyboard.press(viewKeys[view]);
    const item = page
      .getByRole('navigation', { name: word(m.navigation) })
      .getByRole('button', { name: word(viewLabels[view]) });
    await expect(item).toHaveAttribute('aria-current', 'page');
    // The file of a view is read when it is first shown.
    await expect(page.getByRole('main').locator('*').first()).toBeAttached();
  };
  return {
    line,
    state,
    list,
    title: page.getByRole('banner').getByRole('heading', { level: 1 }),
    marking: (text: string) => page.getByRole('banner').getByText(text, { exact: true }),
    word,
    goTo,
    rows: list.getByRole('row'),
    row: (text: string) => list.getByRole('row').filter({ hasText: text }),
    detail: (number: number) =>
      page.getByRole('region', {
        name: word(timelineMessages.entryNumber, { number: String(number) }),
      }),

    /**
     * Writes a line and Enter; resolves with the entry's number when it is on the disk.
     *
     * @param options.byKey a press for each character, where the typing itself is what is looked at; otherwise the
     *   text comes at once, as an input method hands it over
     */
    log: async (text: string, { byKey = false } = {}): Promise<number> => {
      if (!(await isFocused(line))) await page.keyboard.press('Control+j');
      await expect(line).toBeFocused();
      const before = await savedNumber(state, word);
      await (byKey ? page.keyboard.type(text) : page.keyboard.insertText(text));
      await expect(line).toHaveValue(text);
      await page.keyboard.press('Enter');
      await expect(async () => {
        // A tag that is new is asked about; a second Enter, not at once, says yes.
        if (await asked.isVisible()) await page.keyboard.press('Enter');
        expect(await line.inputValue()).toBe('');
      }).toPass();
      await expect.poll(() => savedNumber(state, word)).toBeGreaterThan(before);
      return savedNumber(state, word);
    },

    /** Runs a command of the palette by its words, or opens an entry: `#12`. */
    run: async (command: string) => {
      await page.keyboard.press('Control+k');
      await expect(palette).toBeFocused();
      await page.keyboard.insertText(command);
      const number = /^#\d+$/.exec(command)?.[0].slice(1);
      const entry = number && word(timelineMessages.entryNumber, { number });
      await expect(
        page
          .getByRole('listbox', { name: word(m.commands) })
          .getByRole('option', { name: entry ?? command, selected: true }),
      ).toBeVisible();
      await page.keyboard.press('Enter');
      await expect(palette).toBeHidden();
    },
  };
}

export type NotebookWindow = ReturnType<typeof notebookWindow>;

/** Number of the entry that the status line says is saved; 0 while it speaks of none. */
async function savedNumber(state: Locator, word: (m: Message, v?: object) => string) {
  const [before = '', after = ''] = word(m.savedEntry, { number: '|' }).split('|');
  const text = await state.innerText();
  const escaped = (part: string) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  const found = new RegExp(`${escaped(before)}(\\d+)${escaped(after)}`).exec(text)?.[1];
  return Number(found ?? 0);
}

async function isFocused(locator: Locator): Promise<boolean> {
  return locator.evaluateAll(
    ([found, ...more]) => found === document.activeElement && more.length === 0,
  );
}

/** Presses Tab until something has the keyboard: what cannot be reached so fails. */
export async function tabTo(target: Locator, { key = 'Tab', most = 80 } = {}): Promise<void> {
  await expect(target).toBeVisible();
  for (let pressed = 0; pressed < most; pressed += 1) {
    if (await isFocused(target)) return;
    await target.page().keyboard.press(key);
  }
  throw new Error(`not reached within ${most} × ${key}: ${String(target)}`);
}
