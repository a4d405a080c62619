import { expect } from '@playwright/test';
import { actionViewMessages } from '#shared/i18n/action-view-messages.ts';
import { frameMessages } from '#shared/i18n/frame-messages.ts';
import { handoverMessages } from '#shared/i18n/handover-messages.ts';
import { agendaMessages } from '#shared/i18n/minutes-messages.ts';
import { releaseViewMessages } from '#shared/i18n/release-view-messages.ts';
import { reportShapeMessages } from '#shared/i18n/report-shape-messages.ts';
import { reviewMessages } from '#shared/i18n/review-messages.ts';
import { leaveDialog, type Stop } from './tour-stop.ts';

/** Actions, versions of the report, the review room and the change of shift. */
export const reviewStops: readonly Stop[] = [
  {
    name: 'action-dialog',
    part: 'dialog[open]',
    show: async ({ goTo, word }, page) => {
      await goTo('actions');
      await page.getByRole('button', { name: word(actionViewMessages.add) }).click();
      const text = page.getByRole('textbox', { name: word(actionViewMessages.text) });
      await expect(text).toBeFocused();
      await text.fill('Ask for a second factor at the VPN / VPNに二要素認証を導入する');
      await page.getByRole('textbox', { name: word(actionViewMessages.owner) }).fill('山田 Yamada');
      await page.getByRole('textbox', { name: word(actionViewMessages.due) }).fill('2025-01-31');
      await page
        .getByRole('combobox', { name: word(actionViewMessages.stage) })
        .selectOption('exploitation');
    },
    leave: async ({ word }, page) => {
      await page
        .getByRole('dialog')
        .getByRole('button', { name: word(frameMessages.save), exact: true })
        .click();
      await expect(page.getByRole('dialog')).toHaveCount(0);
    },
  },
  {
    name: 'actions',
    part: 'main',
    show: async ({ word }, page) => {
      await expect(
        page.getByRole('table', { name: word(actionViewMessages.tabActions) }),
      ).toBeVisible();
    },
  },
  {
    name: 'lesson-dialog',
    part: 'dialog[open]',
    show: async ({ word }, page) => {
      await page.getByRole('tab', { name: word(actionViewMessages.tabLessons) }).click();
      await page.getByRole('button', { name: word(actionViewMessages.addLesson) }).click();
      await page
        .getByRole('textbox', { name: word(actionViewMessages.lessonText) })
        .fill('The call tree was at hand / 連絡網がすぐ使えた');
    },
    leave: async ({ word }, page) => {
      await page
        .getByRole('dialog')
        .getByRole('button', { name: word(frameMessages.save), exact: true })
        .click();
      await expect(page.getByRole('dialog')).toHaveCount(0);
    },
  },
  {
    name: 'actions-all',
    part: 'main',
    show: async ({ word }, page) => {
      await page.getByRole('tab', { name: word(actionViewMessages.tabAll) }).click();
      await expect(
        page.getByRole('table', { name: word(actionViewMessages.tabAll) }),
      ).toBeVisible();
    },
  },
  {
    name: 'report-shape',
    part: 'dialog[open]',
    show: async ({ run, word }, page) => {
      await run(word(reportShapeMessages.command));
      const dialog = page.getByRole('dialog', { name: word(reportShapeMessages.title) });
      await dialog.getByRole('button', { name: word(reportShapeMessages.add) }).click();
      await expect(dialog.getByLabel(word(reportShapeMessages.sectionTitle))).toBeVisible();
      await dialog.getByRole('heading', { level: 2 }).scrollIntoViewIfNeeded();
    },
    leave: async (notebook, page) => {
      const { word } = notebook;
      await page.getByRole('button', { name: word(reportShapeMessages.reset) }).click();
      await leaveDialog(notebook, page);
    },
  },
  {
    name: 'versions',
    part: 'dialog[open]',
    show: async ({ goTo, word }, page) => {
      await goTo('report');
      await page.getByRole('button', { name: /^(Versions|版)/ }).click();
      await page.getByRole('button', { name: word(releaseViewMessages.submit) }).click();
      await expect(page.getByText(word(releaseViewMessages.submitted))).toBeVisible();
    },
    leave: leaveDialog,
  },
  {
    name: 'handover',
    part: 'dialog[open]',
    show: async ({ run, word }, page) => {
      await run(word(frameMessages.cmdHandover));
      await expect(page.getByRole('button', { name: word(handoverMessages.accept) })).toBeVisible();
    },
    leave: leaveDialog,
  },
  {
    name: 'review-begin',
    part: 'dialog[open]',
    show: async ({ run, word }, page) => {
      await run(word(frameMessages.cmdReview));
      await expect(
        page.getByRole('textbox', { name: word(reviewMessages.meetingTitle) }),
      ).toBeFocused();
    },
  },
  {
    name: 'review-opening',
    part: 'dialog[open]',
    show: async ({ word }, page) => {
      await page.keyboard.press('Enter');
      await page
        .getByRole('textbox', { name: word(reviewMessages.attendeeName) })
        .fill('山田 Yamada');
      await page.keyboard.press('Enter');
      const name = '山田 Yamada';
      await expect(
        page.getByRole('combobox', { name: word(reviewMessages.attendeePresence, { name }) }),
      ).toBeVisible();
    },
  },
  {
    name: 'review-story',
    part: 'dialog[open]',
    show: async ({ word }, page) => {
      await page.getByRole('button', { name: word(reviewMessages.next) }).click();
      await expect(page.getByText(word(reviewMessages.knownThen))).toBeVisible();
    },
  },
  {
    name: 'review-capture',
    part: 'dialog[open]',
    show: async ({ word }, page) => {
      await page.keyboard.press('a');
      const kind = word(reviewMessages.captureAction);
      await expect(
        page.getByRole('textbox', { name: word(reviewMessages.captureText, { kind }) }),
      ).toBeFocused();
    },
    leave: async (_, page) => page.keyboard.press('Escape'),
  },
  {
    name: 'review-question',
    part: 'dialog[open]',
    show: async ({ word }, page) => {
      for (let items = 0; items < 5; items += 1) await page.keyboard.press('ArrowDown');
      await expect(
        page.getByRole('heading', { name: word(agendaMessages.nist), level: 2 }),
      ).toBeVisible();
    },
  },
  {
    name: 'review-closing',
    part: 'dialog[open]',
    show: async ({ word }, page) => {
      await page.keyboard.press('End');
      await expect(page.getByRole('button', { name: word(reviewMessages.end) })).toBeVisible();
    },
    leave: leaveDialog,
  },
];
