import { cp } from 'node:fs/promises';
import path from 'node:path';
import { conflictFieldMessages as field } from '#shared/i18n/conflict-messages.ts';
import { frameMessages } from '#shared/i18n/frame-messages.ts';
import { sharingMessages as m } from '#shared/i18n/sharing-messages.ts';
import { timestampViewMessages as t } from '#shared/i18n/timestamp-view-messages.ts';
import { hasOpenssl, makeTsa } from '../fixtures/local-tsa.ts';
import { expect, test } from './fixtures/kiroku-test.ts';
import { type Kiroku, launchKiroku } from './fixtures/launch-kiroku.ts';
import { makePlaces, removePlaces } from './fixtures/places.ts';
import { startIncident } from './fixtures/start-incident.ts';
import { answerFileDialogs } from './fixtures/system-dialogs.ts';
import { notebookWindow } from './pages/notebook-window.ts';
import { onlyNotebook, runVerb } from './pages/run-verb.ts';

/** What the timeline shows, top to bottom, without what differs from machine to machine. */
async function shownEntries({ page }: Kiroku): Promise<string[]> {
  const { goTo, list } = notebookWindow(page);
  await goTo('timeline');
  await expect(list).toBeVisible();
  return list.getByRole('row').allInnerTexts();
}

/** Writes a bundle through the view, and gives its file. */
async function bundleTo({ app, page }: Kiroku, file: string): Promise<void> {
  const { goTo, word } = notebookWindow(page);
  await goTo('sharing');
  await page.getByRole('tab', { name: word(m.tabBundle) }).click();
  await answerFileDialogs(app, { save: file });
  await page.getByRole('button', { name: word(m.makeBundle) }).click();
  await expect(page.getByRole('region', { name: word(m.bundled) })).toContainText(file);
}

/** Looks at a bundle and takes it over; resolves when the window is open anew. */
async function takeFrom(
  { app, page }: Kiroku,
  file: string,
  { isNew }: { readonly isNew: boolean },
): Promise<void> {
  const { goTo, word } = notebookWindow(page);
  await goTo('sharing');
  await page.getByRole('tab', { name: word(m.tabTake) }).click();
  await answerFileDialogs(app, { open: [file] });
  await page.getByRole('button', { name: word(m.pickBundle) }).click();
  const from = path.basename(file);
  const looked = page.getByRole('region', { name: word(m.wouldBring, { from }) });
  await expect(looked).toBeVisible();
  const take = looked.getByRole('button', { name: word(m.take), exact: true });
  if (isNew) {
    // Nobody may take a stranger's key over without having been asked.
    await take.click();
    await expect(looked.getByText(word(m.comparedMissing))).toBeVisible();
    await looked.getByRole('checkbox').first().check();
  }
  await take.click();
  await expect(page.getByRole('region', { name: word(m.brought, { from }) })).toBeVisible();
}

test('two devices work apart on one case and make one of it', async ({ launch, places }) => {
  const first = await launch();
  await startIncident(first.page, 'Ward three');
  await first.page.reload();
  const one = notebookWindow(first.page);
  await one.log('14:02 VPN account used from an unknown address');
  await first.quit();
  const elsewhere = await makePlaces();
  const folder = onlyNotebook(places);
  const copy = path.join(elsewhere.notebooks, path.basename(folder));
  await cp(folder, copy, { recursive: true });

  const again = await launch({ args: [folder] });
  const other = await launchKiroku(elsewhere, { args: [copy] });
  try {
    const here = notebookWindow(again.page);
    const there = notebookWindow(other.page);
    await expect(here.list).toBeVisible();
    await expect(there.list).toBeVisible();
    await here.log('14:10 pacs01 taken off the network');
    await there.log('14:07 shadow copies deleted on files02');
    await there.log('14:09 the ward calls');
    for (const [{ page }, title] of [
      [again, 'Ward three ransomware'],
      [other, 'Ward 3, encryption'],
    ] as const) {
      await page.keyboard.press('Control+i');
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel(here.word(frameMessages.incidentTitle)).fill(title);
      await dialog.getByRole('button', { name: here.word(frameMessages.save) }).click();
      await expect(dialog).toHaveCount(0);
    }

    const fromThere = path.join(elsewhere.files, 'from-there.zip');
    const fromHere = path.join(places.files, 'from-here.zip');
    await bundleTo(other, fromThere);
    await takeFrom(again, fromThere, { isNew: true });

    const conflicts = again.page.getByRole('tab', { name: here.word(m.tabConflicts) });
    await expect(conflicts).toContainText('1');
    await conflicts.click();
    const title = here.word(field.title);
    const conflict = again.page.getByRole('region', {
      name: here.word(m.conflictIncident, { field: title }),
    });
    for (const text of ['Ward three ransomware', 'Ward 3, encryption'])
      await expect(conflict).toContainText(text);
    await conflict
      .getByRole('listitem')
      .filter({ hasText: 'Ward 3, encryption' })
      .getByRole('button')
      .click();
    await expect(again.page.getByText(here.word(m.noConflicts))).toBeVisible();

    await bundleTo(again, fromHere);
    await takeFrom(other, fromHere, { isNew: false });
    await expect(
      other.page.getByRole('tab', { name: here.word(m.tabConflicts) }),
    ).not.toContainText(/\d/);
    const entries = await shownEntries(again);
    // The heading of the day, then what both wrote.
    expect(entries).toHaveLength(5);
    expect(await shownEntries(other)).toEqual(entries);
    for (const { title: heading } of [here, there])
      await expect(heading).toHaveText(/Ward 3, encryption/);

    await again.quit();
    await other.quit();
    for (const [where, notebook] of [
      [places, folder],
      [elsewhere, copy],
    ] as const)
      expect(await runVerb(where, ['verify', notebook])).toMatchObject({ code: 0 });
  } finally {
    await other.quit();
    await removePlaces(elsewhere);
  }
  expect(other.problems).toEqual([]);
});

test('a seal is written, read from paper again, and devices show their keys', async ({
  kiroku,
}) => {
  const { page } = kiroku;
  await startIncident(page, 'Ward three');
  await page.reload();
  const { goTo, word, log } = notebookWindow(page);
  await log('14:02 VPN account used');
  await goTo('sharing');
  await page.getByRole('tab', { name: word(m.tabSeals) }).click();
  const now = page.getByRole('region', { name: word(m.sealNow) });
  const words = (await now.getByRole('listitem').allInnerTexts()).slice(0, 12).join(' ');
  await now.getByRole('button', { name: word(m.makeSeal) }).click();
  await expect(now.getByRole('listitem').first()).not.toHaveText(words.split(' ')[0] ?? '');
  const check = page.getByRole('region', { name: word(m.checkSeal) });
  await check.getByLabel(word(m.sealText)).fill(words);
  await page.keyboard.press('Control+Enter');
  const [before = ''] = word(m.sealHolds, { by: 'Aoki', at: '|' }).split('|');
  await expect(check.getByRole('status')).toContainText(before);
  await check.getByLabel(word(m.sealText)).fill(`${words} more`);
  await check.getByRole('button', { name: word(m.check), exact: true }).click();
  await expect(check.getByRole('alert').last()).toContainText(word(m.notSealWords));

  await now.getByRole('button', { name: word(m.changeKey) }).click();
  const dialog = page.getByRole('dialog', { name: word(m.changeKeyTitle) });
  await expect(dialog).toContainText(word(m.changeKeyTraces));
  await dialog.getByRole('button', { name: word(m.changeKeyNow) }).click();
  await expect(page.getByText(word(m.keyChanged))).toBeVisible();
  await log('14:09 Written under the new key');
  await goTo('sharing');

  await page.getByRole('tab', { name: word(m.tabDevices) }).click();
  await expect(page.getByText(word(m.thisDevice))).toBeVisible();
  const [goesOn = ''] = word(m.goesOnAs, { feed: '|' }).split('|');
  await expect(page.getByText(goesOn)).toBeVisible();
});

test.describe('a time stamp', () => {
  test.skip(!hasOpenssl, 'openssl plays the time-stamping service, and is not installed');

  test('is asked for with a file, and the answer is checked here and shown', async ({
    kiroku,
    places,
  }) => {
    const { app, page } = kiroku;
    await startIncident(page, 'Ward three');
    await page.reload();
    const { goTo, word, log } = notebookWindow(page);
    await log('14:02 VPN account used');
    await goTo('sharing');
    await page.getByRole('tab', { name: word(m.tabSeals) }).click();
    await page.getByRole('button', { name: word(m.makeSeal) }).click();
    const request = path.join(places.files, 'seal.tsq');
    const answer = path.join(places.files, 'answer.tsr');
    await answerFileDialogs(app, { save: request });
    await page.getByRole('button', { name: beginning(word(t.requestOf, { seal: '|' })) }).click();
    const service = page.getByRole('region', { name: word(t.title) });
    await expect(service.getByRole('status')).toContainText(request);

    await answerFileDialogs(app, { open: [request] });
    await service.getByRole('button', { name: word(t.take) }).click();
    await expect(service.getByRole('alert')).toContainText('seal.tsq');

    makeTsa(path.join(places.files, 'tsa'), 'ec').answer(request, answer);
    await answerFileDialogs(app, { open: [answer] });
    await service.getByRole('button', { name: word(t.take) }).click();
    await expect(page.getByText(word(t.proves))).toBeVisible();
    await expect(service.getByRole('alert')).toBeHidden();
    const signer = page.getByRole('definition').filter({ hasText: 'CN=' });
    await expect(signer).toBeVisible();
    // It lies in the folder: it is read and checked again whenever the seals are shown.
    await goTo('timeline');
    await goTo('sharing');
    await page.getByRole('tab', { name: word(m.tabSeals) }).click();
    await expect(page.getByText(word(t.proves))).toBeVisible();
  });
});

/** A text up to where a value stands in it. */
function beginning(text: string): RegExp {
  return new RegExp(`^${text.split('|')[0] ?? ''}`);
}
