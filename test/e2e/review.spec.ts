import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { actionViewMessages } from '#shared/i18n/action-view-messages.ts';
import { frameMessages } from '#shared/i18n/frame-messages.ts';
import { handoverMessages } from '#shared/i18n/handover-messages.ts';
import { agendaMessages } from '#shared/i18n/minutes-messages.ts';
import { releaseViewMessages as release } from '#shared/i18n/release-view-messages.ts';
import { reviewMessages as m } from '#shared/i18n/review-messages.ts';
import { reviewNotesMessages as n } from '#shared/i18n/review-notes-messages.ts';
import { expect, test } from './fixtures/kiroku-test.ts';
import { approveFirstVersion } from './pages/approve-version.ts';
import { chooseFiles, saveAs } from './pages/file-dialogs.ts';
import { notebookWindow } from './pages/notebook-window.ts';
import { onlyNotebook, runVerb } from './pages/run-verb.ts';
import { startScreen } from './pages/start-screen.ts';

test('a worked example is reviewed by keyboard, and the minutes and actions come out', async ({
  kiroku,
  places,
}) => {
  const { page, app } = kiroku;
  const { word, run, goTo, list } = notebookWindow(page);
  await startScreen(page).example('en').click();
  await list.waitFor();

  await run(word(frameMessages.cmdReview));
  const room = page.getByRole('dialog', { name: word(m.room) });
  await expect(room.getByRole('textbox', { name: word(m.meetingTitle) })).toBeFocused();
  await room.getByRole('textbox', { name: word(m.minutes) }).fill('20');
  await page.keyboard.press('Enter');

  const heading = (item: keyof typeof agendaMessages) =>
    room.getByRole('heading', { name: word(agendaMessages[item]), level: 2 });
  await expect(heading('opening')).toBeVisible();
  await room.getByRole('textbox', { name: word(m.attendeeName) }).fill('Aiko');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Incident lead');
  await page.keyboard.press('Enter');
  await expect(
    room.getByRole('combobox', { name: word(m.attendeePresence, { name: 'Aiko' }) }),
  ).toHaveValue('present');

  // From here on nothing but keys that a presenter has.
  await room.getByRole('region', { name: word(agendaMessages.opening) }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(heading('story')).toBeVisible();
  await expect(room.getByText(word(m.knownThen))).toBeVisible();

  const write = async (key: string, kind: string, text: string, owner = '', due = '') => {
    await page.keyboard.press(key);
    await expect(room.getByRole('textbox', { name: word(m.captureText, { kind }) })).toBeFocused();
    await page.keyboard.type(text);
    if (owner !== '') {
      await page.keyboard.press('Tab');
      await page.keyboard.type(owner);
      await page.keyboard.press('Tab');
      await page.keyboard.type(due);
    }
    await page.keyboard.press('Enter');
    await expect(room.getByText(word(m.captured, { kind }))).toBeVisible();
    // The arrows belong to the room again once nothing is written.
    await expect(room.getByRole('textbox', { name: word(m.captureText, { kind }) })).toBeHidden();
  };
  await write('a', word(m.captureAction), 'Rotate every credential', 'Aiko', '2030-01-31');
  await page.keyboard.press('ArrowRight');
  await write('d', word(m.captureDecision), 'Credentials are rotated on every leak', 'Ben', '');
  await write('q', word(m.captureQuestion), 'Who keeps the list of tokens?');
  await page.keyboard.press('ArrowDown');
  await expect(heading('well')).toBeVisible();
  await write('l', word(m.captureLesson), 'Hardware keys held');
  await expect(room.getByText('Hardware keys held')).toBeVisible();

  for (const item of ['hurt', 'lucky', 'questions', 'nist'] as const) {
    await page.keyboard.press('ArrowDown');
    await expect(heading(item)).toBeVisible();
  }
  await page.keyboard.press('Enter');
  await expect(room.getByRole('textbox', { name: word(m.answer) })).toBeFocused();
  await page.keyboard.type('As the timeline tells it');
  await page.keyboard.press('Control+Enter');
  await expect(room.getByText('As the timeline tells it')).toBeVisible();
  // The answer is read a moment before its field is gone, in which End goes to the end of the line.
  await expect(room.getByRole('textbox', { name: word(m.answer) })).toBeHidden();
  await page.keyboard.press('End');
  await expect(heading('closing')).toBeVisible();
  await expect(room.getByText(/^Decisions 1, actions 1, lessons 1, questions 1$/)).toBeVisible();
  await room.getByRole('button', { name: word(m.end) }).press('Enter');
  await expect(room.getByRole('button', { name: word(m.end) })).toHaveCount(0);

  const minutes = path.join(places.root, 'minutes.md');
  await saveAs(app, minutes);
  await room.getByRole('button', { name: 'Minutes as Markdown' }).press('Enter');
  await expect(room.getByText(word(m.minutesWritten, { place: minutes }))).toBeVisible();
  const text = await readFile(minutes, 'utf8');
  for (const said of [
    'Aiko',
    'Incident lead',
    'Rotate every credential',
    'Credentials are rotated on every leak',
    'Who keeps the list of tokens?',
    'Hardware keys held',
    'As the timeline tells it',
    'Signature',
  ])
    expect(text).toContain(said);
  const word2 = path.join(places.root, 'minutes.docx');
  await saveAs(app, word2);
  await room.getByRole('button', { name: 'Minutes as Word' }).press('Enter');
  await expect(room.getByText(word(m.minutesWritten, { place: word2 }))).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(room).toHaveCount(0);

  await goTo('actions');
  await expect(
    page.getByRole('button', {
      name: word(actionViewMessages.edit, { text: 'Rotate every credential' }),
    }),
  ).toBeVisible();
  const listed = await runVerb(places, ['actions', onlyNotebook(places), '--json']);
  expect(JSON.parse(listed.out)).toMatchObject([
    {
      actions: expect.arrayContaining([
        expect.objectContaining({ text: 'Rotate every credential', owner: 'Aiko', overdue: false }),
      ]) as unknown,
    },
  ]);
});

test('a meeting goes through two incidents, with notes in a second window that moves the room', async ({
  kiroku,
  places,
}) => {
  const { page, app } = kiroku;
  const { word, run, list } = notebookWindow(page);
  await startScreen(page).example('en').click();
  await list.waitFor();
  await run(word(frameMessages.cmdClose));
  await startScreen(page).example('ja').click();
  await list.waitFor();

  await run(word(frameMessages.cmdReview));
  const room = page.getByRole('dialog', { name: word(m.room) });
  const others = room.getByRole('group', { name: word(n.others) });
  await others.getByRole('checkbox').first().check();
  await room.getByRole('button', { name: word(m.begin), exact: true }).click();
  const heading = room.getByRole('heading', { level: 2 });
  await expect(heading).toHaveText(word(agendaMessages.opening));
  await room.getByRole('region').focus();

  const opened = app.waitForEvent('window');
  await page.keyboard.press('n');
  const notes = await opened;
  await expect(notes.getByRole('heading', { name: word(n.now) })).toBeVisible();
  await expect(notes.getByRole('timer')).toContainText('left');
  await notes.getByRole('main').focus();
  await notes.keyboard.press('ArrowDown');
  await expect(heading).toHaveText(word(agendaMessages.story));
  await expect(notes.getByText(word(n.hintStory))).toBeVisible();

  const told = room.getByText(/^Other incident: /);
  for (let pages = 0; pages < 60 && !(await told.isVisible()); pages += 1) {
    await notes.keyboard.press('ArrowRight');
    await page.waitForTimeout(30);
  }
  await expect(told).toBeVisible();
  await page.bringToFront();
  await room.getByRole('region').focus();
  await page.keyboard.press('d');
  const text = room.getByRole('textbox', {
    name: word(m.captureText, { kind: word(m.captureDecision) }),
  });
  await expect(text).toHaveValue(/, entry \S+: $/);
  await page.keyboard.press('End');
  await page.keyboard.type('both have the same cause');
  await page.keyboard.press('Enter');
  await expect(notes.getByText('both have the same cause')).toBeVisible();
  // Nothing of a notebook is in reach of the second window.
  const refused = await notes.evaluate(() =>
    window.kiroku?.['notebook:recent']({}).then(
      () => 'answered',
      (error: Error) => error.message,
    ),
  );
  expect(refused).toContain('is not for the window of notes');

  await room.getByRole('region').focus();
  await page.keyboard.press('End');
  const minutes = path.join(places.root, 'two.md');
  await saveAs(app, minutes);
  await room.getByRole('button', { name: 'Minutes as Markdown' }).press('Enter');
  await expect(room.getByText(word(m.minutesWritten, { place: minutes }))).toBeVisible();
  const written = await readFile(minutes, 'utf8');
  expect(written).toContain('Also discussed');
  expect(written).toContain('both have the same cause');
  const closed = notes.waitForEvent('close');
  await page.keyboard.press('Escape');
  await closed;
  await expect(room).toHaveCount(0);
});

test('a report is approved and released in the window, and its hash verifies', async ({
  kiroku,
  places,
}) => {
  const { page, app } = kiroku;
  const { word, goTo, list } = notebookWindow(page);
  await startScreen(page).example('en').click();
  await list.waitFor();
  await goTo('report');
  const { dialog, version } = await approveFirstVersion(page, word);
  await version
    .getByRole('button', { name: word(release.releaseName, { no: 'R-001', format: 'PDF' }) })
    .click();
  await expect(version.getByText('released', { exact: true })).toBeVisible({ timeout: 60_000 });

  const file = path.join(places.root, 'R-001.pdf');
  await saveAs(app, file);
  await version
    .getByRole('button', { name: word(release.copyOut, { no: 'R-001', format: 'PDF' }) })
    .click();
  await expect(dialog.getByText(word(release.written, { place: file }))).toBeVisible();
  expect((await readFile(file)).subarray(0, 5).toString()).toBe('%PDF-');
  await chooseFiles(app, [file]);
  await dialog.getByRole('button', { name: word(release.check) }).click();
  await expect(
    dialog.getByText(word(release.checkGood, { place: file, no: 'R-001' })),
  ).toBeVisible();

  const folder = onlyNotebook(places);
  const checked = await runVerb(places, ['release', folder, '--check', file]);
  expect(checked.out).toContain('every byte is as it was released');
  const verified = await runVerb(places, ['verify', folder]);
  expect(verified.out).toContain('Released report R-001 (pdf, E-003): whole');
  await writeFile(file, 'not the report');
  await dialog.getByRole('button', { name: word(release.check) }).click();
  await expect(dialog.getByText(/is no released report of this notebook/)).toBeVisible();
});

test('whoever takes over reads what is new and signs for it', async ({ kiroku, places }) => {
  const { page } = kiroku;
  const { word, run, list } = notebookWindow(page);
  await startScreen(page).example('ja').click();
  await list.waitFor();
  await run(word(frameMessages.cmdHandover));
  const dialog = page.getByRole('dialog', { name: word(handoverMessages.title) });
  await expect(dialog.getByText('Next three actions')).toBeVisible();
  await dialog.getByRole('textbox', { name: word(handoverMessages.from) }).fill('Ben');
  await dialog.getByRole('button', { name: word(handoverMessages.accept) }).click();
  await expect(dialog.getByText(word(handoverMessages.accepted))).toBeVisible();
  const shown = await runVerb(places, ['show', onlyNotebook(places), '--json']);
  expect(JSON.parse(shown.out)).toMatchObject({ handovers: [{ from: 'Ben' }] });
});
