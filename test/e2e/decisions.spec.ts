import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { coverageRows } from '#shared/application/kill-chain.ts';
import { stageById } from '#shared/catalogue/kill-chain.ts';
import { stageIds } from '#shared/domain/kill-chain.ts';
import { chainQuestionMessages as q } from '#shared/i18n/chain-question-messages.ts';
import { checklistMessages } from '#shared/i18n/checklist-messages.ts';
import { deadlineMessages } from '#shared/i18n/deadline-messages.ts';
import { decisionMessages as m, decisionStateMessages } from '#shared/i18n/decision-messages.ts';
import { frameMessages } from '#shared/i18n/frame-messages.ts';
import { chainMessages } from '#shared/i18n/kill-chain-messages.ts';
import { nowMessages } from '#shared/i18n/now-messages.ts';
import { expect, test } from './fixtures/kiroku-test.ts';
import { startIncident } from './fixtures/start-incident.ts';
import { notebookWindow, tabTo } from './pages/notebook-window.ts';
import { onlyNotebook, runVerb, textOfPdf } from './pages/run-verb.ts';
import { changeLook } from './pages/view-tour.ts';

type Shown = {
  readonly entries: readonly {
    readonly id: string;
    readonly kind: string;
    readonly text: string;
  }[];
  readonly decisions: readonly Readonly<Record<string, unknown>>[];
  readonly authorities: readonly { readonly holder: string }[];
  readonly deadlines: readonly { readonly clock: string }[];
  readonly courses: readonly { readonly stage: string; readonly cut?: boolean }[];
  readonly coverage: readonly { readonly id: string }[];
  readonly readMarks: readonly { readonly by: string }[];
};

const lines = {
  en: {
    title: 'Ward 3 ransomware',
    alert: 'Ransom note on the file server of ward 3 @files02 !7 :adversary #detected',
    mail: '-3h Mail with a macro opened at reception @ws-114 !3 :adversary',
    beacon: '-90m Connection every 60 s to an unknown address @ws-114 !6 :adversary',
    found: 'The macro started a script, by the event log @ws-114 :adversary $winevent',
    contained: 'The ward is cut off, nothing spreads any more :response #contained',
    cut: 'Head of operations told the wards by telephone :communication',
    known: 'Patient files are among the encrypted ones #known',
    question: 'Cut off the network of ward 3?',
    holder: 'Head of operations Sato',
  },
  ja: {
    title: '第3病棟ランサムウェア',
    alert: '第3病棟のファイルサーバーに脅迫文 @files02 !7 :攻撃者 #検知',
    mail: '-3h 受付でマクロ付きメールを開封 @ws-114 !3 :攻撃者',
    beacon: '-90m 不明なアドレスへ60秒ごとの通信 @ws-114 !6 :攻撃者',
    found: 'イベントログでマクロによるスクリプト実行を確認 @ws-114 :攻撃者 $winevent',
    contained: '病棟を切り離し、拡大は止まった :対応 #封じ込め完了',
    cut: '運用部長が電話で各病棟に連絡した :連絡',
    known: '患者の個人情報が暗号化されたファイルに含まれる #known',
    question: '第3病棟のネットワークを切り離すか',
    holder: '佐藤運用部長',
  },
} as const;

for (const language of ['en', 'ja'] as const)
  test(`ransomware at a hospital, from the first alert to containment, by keyboard (${language})`, async ({
    kiroku,
    places,
  }) => {
    const { page, app } = kiroku;
    const words = lines[language];
    await changeLook(page, { language, theme: 'light' });
    await startIncident(page, words.title);
    await page.reload();
    const notebook = notebookWindow(page, language);
    const { word, log, goTo } = notebook;
    const shown = async () =>
      JSON.parse((await runVerb(places, ['show', onlyNotebook(places), '--json'])).out) as Shown;
    const press = async (name: string, options: { exact?: boolean; key?: string } = {}) => {
      const button = page.getByRole('button', { name, exact: options.exact ?? true }).first();
      await tabTo(button, { most: 200 });
      await page.keyboard.press('Enter');
    };
    const fill = async (label: string, text: string) => {
      await tabTo(page.getByRole('dialog').getByLabel(label, { exact: true }));
      await page.keyboard.press('Control+a');
      await page.keyboard.insertText(text);
    };
    const save = async () => {
      await tabTo(
        page
          .getByRole('dialog')
          .getByRole('button', { name: word(frameMessages.save), exact: true }),
      );
      await page.keyboard.press('Enter');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    };

    await test.step('the first alert, and what led to it', async () => {
      for (const text of [words.alert, words.mail, words.beacon]) await log(text);
    });

    await test.step('a stage that nothing was written of is asked about, and filled', async () => {
      await goTo('kill-chain');
      await tabTo(page.getByRole('tab', { name: word(chainMessages.tabChain) }));
      await page.keyboard.press('ArrowRight');
      const gap = page.locator('[data-question="gap:exploitation"]');
      await expect(gap).toBeVisible();
      await tabTo(gap.getByRole('button', { name: word(q.answerWith) }), { most: 200 });
      await page.keyboard.press('Enter');
      await expect(notebook.line).toHaveValue(/!4 /);
      await page.keyboard.insertText(words.found);
      await page.keyboard.press('Enter');
      await expect(notebook.line).toHaveValue('');
      await expect(gap).toHaveCount(0);
    });

    await test.step('a stage whose logs nobody has is blind, and is not when one is found', async () => {
      const stage = stageIds.indexOf('weaponization');
      const sources = coverageRows.filter(({ stages }) => stages.includes('weaponization'));
      await tabTo(page.getByRole('tab', { name: word(chainMessages.tabQuestions) }), { most: 200 });
      await page.keyboard.press('ArrowRight');
      const grid = page.getByRole('grid', { name: word(chainMessages.coverGrid) });
      await tabTo(grid.locator('[data-cell][tabindex="0"]'), { most: 200 });
      for (let right = 0; right <= stage; right += 1) await page.keyboard.press('ArrowRight');
      let row = 0;
      for (const { source } of sources) {
        const at = coverageRows.findIndex((each) => each.source === source);
        for (; row < at; row += 1) await page.keyboard.press('ArrowDown');
        await page.keyboard.press('m');
        await expect(
          grid.locator(`[data-cell="${row} ${stage + 1}"] [data-state]`),
        ).toHaveAttribute('data-state', 'missing');
      }
      const blind = page.locator('[data-blind]');
      await expect(blind).toContainText(stageById('weaponization').name[language]);
      await page.keyboard.press('a');
      await expect(blind).toHaveCount(0);
      expect((await shown()).coverage).toHaveLength(sources.length);
      const selected = page.getByRole('tab', { name: word(chainMessages.tabCoverage) });
      await tabTo(selected, { key: 'Shift+Tab', most: 200 });
      await page.keyboard.press('ArrowLeft');
    });

    await test.step('who may cut off the ward stands in the table', async () => {
      await goTo('decisions');
      await tabTo(page.getByRole('tab', { name: word(m.tabDecisions), exact: true }));
      await page.keyboard.press('ArrowRight');
      await press(word(m.addAuthority));
      await fill(word(m.holder), words.holder);
      await fill(word(m.reach), '090-0000-0000');
      await save();
      await expect(page.getByRole('table')).toContainText('090-0000-0000');
      expect((await shown()).authorities).toMatchObject([{ holder: words.holder }]);
    });

    await test.step('an action of the guide asks for a decision, and nothing waits for it', async () => {
      await goTo('kill-chain');
      await tabTo(page.getByRole('tab', { name: word(chainMessages.tabQuestions) }), { most: 200 });
      await page.keyboard.press('ArrowLeft');
      const drawing = page.getByRole('slider', { name: word(chainMessages.drawing) });
      await tabTo(drawing);
      await page.keyboard.press('End');
      await page.keyboard.press('g');
      const action = page
        .locator('[data-action]')
        .filter({ hasText: word(chainMessages.guideApproval) })
        .first();
      await tabTo(action, { most: 200 });
      await page.keyboard.press('d');
      await expect(page.getByRole('dialog', { name: word(m.formNew) })).toBeVisible();
      await fill(word(m.question), words.question);
      await fill(word(m.askedBy), 'Takahashi');
      await fill(word(m.asked), '-12m');
      await save();
      expect((await shown()).decisions).toMatchObject([
        { question: words.question, about: expect.stringMatching(/^[A-Z]-A\d$/) },
      ]);
      expect((await shown()).entries.filter(({ kind }) => kind === 'decision')).toEqual([]);
    });

    await test.step('it is decided, under the authority of the table', async () => {
      await press(word(m.editLine, { name: words.question }));
      await fill(word(m.option, { n: 1 }), 'A');
      await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('ArrowDown');
      const authority = page.getByRole('dialog').getByLabel(word(m.authority), { exact: true });
      await tabTo(authority);
      await page.keyboard.press('ArrowDown');
      await fill(word(m.approvedBy), words.holder);
      await fill(word(m.approved), 'now');
      await save();
      const card = page.locator('[data-decision]');
      await expect(card).toContainText(word(decisionStateMessages.approved));
      const { entries, decisions } = await shown();
      const written = entries.filter(({ kind }) => kind === 'decision');
      expect(written).toMatchObject([{ text: `${words.question} → A` }]);
      expect(decisions).toMatchObject([
        { chosen: { text: 'A' }, approvedBy: words.holder, entry: written[0]?.id },
      ]);
    });

    await test.step('the ward is contained, and how long that took is known', async () => {
      await log(words.contained);
      await log(words.cut);
      const { out } = await runVerb(places, ['metrics', onlyNotebook(places), '--json']);
      const { notebooks } = JSON.parse(out) as {
        notebooks: { times: { id: string; kind: string }[]; decisions: object[] }[];
      };
      expect(notebooks[0]?.times.find(({ id }) => id === 'ttc')?.kind).not.toBe('unknown');
      expect(notebooks[0]?.decisions).toHaveLength(1);
    });

    await test.step('a deadline runs from the moment of knowledge', async () => {
      await log(words.known);
      await goTo('decisions');
      await tabTo(page.getByRole('tab', { name: word(m.tabDecisions), exact: true }), {
        most: 200,
      });
      await page.keyboard.press('ArrowLeft');
      await press(word(deadlineMessages.add));
      await page.keyboard.press('Enter');
      await expect(page.locator('[data-deadline]')).toHaveCount(1);
      await page.keyboard.press('Escape');
      await expect(page.locator('[data-deadline]')).toHaveAttribute('data-state', 'running');
      expect((await shown()).deadlines).toMatchObject([{ clock: 'jp-appi-prelim' }]);
    });

    await test.step('where the chain could have been cut is marked', async () => {
      await goTo('kill-chain');
      await tabTo(page.getByRole('tab', { name: word(chainMessages.tabChain) }), { most: 200 });
      for (let right = 0; right < 3; right += 1) await page.keyboard.press('ArrowRight');
      const cell = page.locator('[data-cell="2 1"]');
      await tabTo(page.locator('[data-cell][tabindex="0"]'), { most: 200 });
      while (!(await cell.evaluate((e) => e === document.activeElement)))
        await page.keyboard.press(
          (await page.evaluate(() => document.activeElement?.getAttribute('data-cell'))) === '0 0'
            ? 'ArrowRight'
            : 'ArrowDown',
        );
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog');
      await tabTo(dialog.getByLabel(word(q.measure), { exact: true }));
      await page.keyboard.insertText('macro block');
      await page.keyboard.press('Enter');
      await tabTo(dialog.getByRole('checkbox', { name: word(q.cut) }));
      await page.keyboard.press('Space');
      await expect(dialog.getByRole('checkbox', { name: word(q.cut) })).toBeChecked();
      await page.keyboard.press('Escape');
      await expect.poll(async () => (await shown()).courses).toMatchObject([{ cut: true }]);
    });

    await test.step('what the checklist lacks is printed, and nothing of the window beside it', async () => {
      await goTo('checklists');
      await page.keyboard.press('Tab');
      const adopt = page.getByRole('button', {
        name: new RegExp(`^${word(checklistMessages.adopt)}`),
      });
      await tabTo(adopt.nth(1), { most: 200 });
      await page.keyboard.press('Enter');
      await press(word(checklistMessages.gapPage));
      await expect(page.locator('[data-gap-page]')).toContainText('RW-C01');
      const pdf = await app.evaluate(async ({ BrowserWindow }) => {
        const [window] = BrowserWindow.getAllWindows();
        return (await window?.webContents.printToPDF({}))?.toString('base64') ?? '';
      });
      const file = path.join(places.notebooks, 'gaps.pdf');
      await writeFile(file, Buffer.from(pdf, 'base64'));
      const printed = await textOfPdf(places, file);
      expect(printed).toContain('RW-C01');
      expect(printed).toContain(words.title);
      // The navigation, the entry line and the dialog's buttons are not on the paper.
      for (const beside of [frameMessages.viewTimeline, checklistMessages.print])
        expect(printed).not.toContain(word(beside));
      await page.keyboard.press('Escape');
    });

    await test.step('the panel of the moment says what runs, and goes quiet when it is read', async () => {
      await goTo('now');
      await expect(page.getByRole('heading', { name: word(nowMessages.clocks) })).toBeVisible();
      await press(word(nowMessages.markRead));
      await expect(page.getByText(word(nowMessages.noNews))).toBeVisible();
      expect((await shown()).readMarks).toMatchObject([{}]);
      await log(words.mail);
      await expect(page.getByText(word(nowMessages.newEntries, { n: 1 }))).toBeVisible();
    });
  });
